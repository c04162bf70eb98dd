package ai.withcortex.testing;

/** Checks numbers that a test gives. */
final class Bounds {
  private Bounds() {}

  static int require(String name, int least, int greatest, int value) {
    if (value < least || value > greatest) {
      throw new IllegalArgumentException(
          name + " must be from " + least + " to " + greatest + " but is " + value);
    }
    return value;
  }

  static int requireAtLeast(String name, int least, int value) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be at least " + least + " but is " + value);
    }
    return value;
  }
}
