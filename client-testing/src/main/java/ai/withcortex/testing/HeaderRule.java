package ai.withcortex.testing;

import org.jspecify.annotations.Nullable;

/** What a server tells of a number in a header. */
interface HeaderRule {
  HeaderRule ACTUAL = (actual, asked) -> actual;

  HeaderRule ECHO = (actual, asked) -> asked;

  HeaderRule NONE = (actual, asked) -> null;

  /** Another number than the true one, though none below 0, which would be no count at all. */
  static HeaderRule offBy(int difference) {
    return (actual, asked) -> Math.max(0, actual + difference);
  }

  /** Returns the value of the header; null if it is not sent. */
  @Nullable Long tell(long actual, long asked);
}
