package ai.withcortex.core.body;

/** Limits on a response body: its size in bytes after decompression, and its nesting depth. */
public final class BodyLimits {
  /** The maximum depth of Moshi's reader. */
  static final int DEEPEST = 255;

  public static final BodyLimits DEFAULT = new BodyLimits(64L * 1024 * 1024, DEEPEST);

  public final long bytes;
  public final int levels;

  private BodyLimits(long bytes, int levels) {
    this.bytes = bytes;
    this.levels = levels;
  }

  public BodyLimits withBytes(long value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "Expected bodyLimit to be at least 1 byte, found " + value + "; use a larger limit.");
    }
    return new BodyLimits(value, levels);
  }

  public BodyLimits withLevels(int value) {
    if (value < 1 || value > DEEPEST) {
      throw new IllegalArgumentException(
          "Expected nestingLimit to be from 1 to "
              + DEEPEST
              + ", found "
              + value
              + "; a page of runs needs about 20 levels.");
    }
    return new BodyLimits(bytes, value);
  }
}
