package ai.withcortex.client.steps;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Converts the times in step outputs: milliseconds since 1970, possibly with a fraction. */
final class EpochMillis {
  /** About three million years, less than the range of an Instant. */
  private static final int MAX_INTEGER_DIGITS = 17;

  /** A millisecond has a million nanoseconds. */
  private static final int NANO_DIGITS = 6;

  private EpochMillis() {}

  /**
   * Returns the time, truncated to nanoseconds; null if it is millions of years away.
   *
   * <p>Checks the exponent before it expands the number, so 1e999999999 costs nothing.
   */
  static @Nullable Instant toInstant(BigDecimal millis) {
    long integerDigits = (long) millis.precision() - millis.scale();
    if (millis.signum() == 0 || integerDigits < -NANO_DIGITS) {
      return Instant.EPOCH;
    }
    if (integerDigits > MAX_INTEGER_DIGITS) {
      return null;
    }
    BigDecimal whole = millis.setScale(0, RoundingMode.FLOOR);
    BigDecimal nanos = millis.subtract(whole).movePointRight(NANO_DIGITS);
    return Instant.ofEpochMilli(whole.longValue()).plusNanos(nanos.longValue());
  }
}
