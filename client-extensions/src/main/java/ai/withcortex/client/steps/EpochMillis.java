package ai.withcortex.client.steps;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Converts times in step outputs, which are milliseconds since 1970, possibly with a fraction. */
final class EpochMillis {
  /** Allows about three million years, which is less than the range of {@code Instant}. */
  private static final int MAX_INTEGER_DIGITS = 17;

  /** The number of decimal places between milliseconds and nanoseconds. */
  private static final int NANO_DIGITS = 6;

  private EpochMillis() {}

  /**
   * Returns the time, truncated to nanoseconds, or null if it is millions of years away.
   *
   * <p>The exponent is checked before the number is expanded, so 1e999999999 costs nothing.
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
