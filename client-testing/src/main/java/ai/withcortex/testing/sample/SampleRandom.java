package ai.withcortex.testing.sample;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;

/**
 * Makes random choices that are the same on every JVM. It uses only {@link Random#nextInt(int)},
 * whose algorithm is specified.
 */
final class SampleRandom {
  private final Random random;

  SampleRandom(long seed) {
    random = new Random(seed);
  }

  /** Returns a number from {@code least} to {@code greatest}, inclusive. */
  int between(int least, int greatest) {
    return least + random.nextInt(greatest - least + 1);
  }

  /** Returns true in one out of the given number of cases. */
  boolean oneIn(int cases) {
    return random.nextInt(cases) == 0;
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /**
   * Returns a number with the given scale and an unscaled value from {@code least} to {@code
   * greatest}.
   */
  BigDecimal decimal(int least, int greatest, int scale) {
    return BigDecimal.valueOf(between(least, greatest), scale);
  }

  /** Returns an identifier that consists of the prefix and eight hexadecimal digits. */
  String id(String prefix) {
    StringBuilder id = new StringBuilder(prefix);
    for (int i = 0; i < 8; i++) {
      id.append(Character.forDigit(random.nextInt(16), 16));
    }
    return id.toString();
  }
}
