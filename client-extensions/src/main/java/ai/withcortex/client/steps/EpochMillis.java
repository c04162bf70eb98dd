package ai.withcortex.client.steps;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times as the outputs of steps have them: milliseconds since 1970, perhaps with a fraction. */
final class EpochMillis {
  /** Three million years, which is less than an Instant holds. */
  private static final int MAX_INTEGER_DIGITS = 17;

  /** A millisecond has a million nanoseconds. */
  private static final int NANO_DIGITS = 6;

  private EpochMillis() {}

  /**
   * Returns the time, cut to nanoseconds; null if it is millions of years away.
   *
   * <p>Exponents are compared before anything is multiplied out, so 1e999999999 costs nothing.
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
