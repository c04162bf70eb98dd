package ai.withcortex.spec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides which numbers and timestamps the client reads, using only classes of the JDK. */
final class SpecNumbers {
  /** The maximum length of a number, as documented by the client. */
  static final int LONGEST = 1_000;

  private static final int MAX_LONG_DIGITS = 19;

  /** An RFC 3339 timestamp or a bare date. */
  private static final Pattern TIMESTAMP =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})"
              + "(?:[Tt](\\d{2}:\\d{2}):(\\d{2})([.]\\d{1,9})?(?:[Zz]|([+-])(\\d{2}:\\d{2})))?");

  private static final int SECONDS_PER_DAY = 86_400;
  private static final long FIRST = LocalDate.of(0, 1, 1).toEpochDay() * SECONDS_PER_DAY;
  private static final long AFTER_LAST = LocalDate.of(10_000, 1, 1).toEpochDay() * SECONDS_PER_DAY;

  private SpecNumbers() {}

  static Optional<BigDecimal> decimal(String text) {
    try {
      return text.length() > LONGEST ? Optional.empty() : Optional.of(new BigDecimal(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  static boolean isWhole(String text, int bits) {
    Optional<BigDecimal> decimal = decimal(text);
    if (decimal.isEmpty()) {
      return false;
    }
    BigDecimal number = decimal.get().stripTrailingZeros();
    long integerDigits = (long) number.precision() - number.scale();
    return number.signum() == 0
        || (number.scale() <= 0
            && integerDigits <= MAX_LONG_DIGITS
            && fits(number.toBigIntegerExact(), bits));
  }

  private static boolean fits(BigInteger number, int bits) {
    return number.bitLength() < bits;
  }

  static boolean isFinite(String text, int bits) {
    return bits == 64
        ? Double.isFinite(Double.parseDouble(text))
        : Float.isFinite(Float.parseFloat(text));
  }

  static boolean isDay(String text) {
    return text.length() == "2023-12-25".length() && instant(text).isPresent();
  }

  /**
   * Returns the instant of a timestamp from the years 0000 to 9999 in UTC; empty if the text is not
   * such a timestamp.
   */
  static Optional<Instant> instant(String text) {
    Matcher parts = TIMESTAMP.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(instant(parts))
          .filter(time -> time.getEpochSecond() >= FIRST && time.getEpochSecond() < AFTER_LAST);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant instant(Matcher parts) {
    LocalDate date = LocalDate.parse(parts.group(1));
    if (parts.group(2) == null) {
      return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    boolean isLeapSecond = parts.group(3).equals("60");
    String second = isLeapSecond ? "59" : parts.group(3);
    String fraction = parts.group(4) == null ? "" : parts.group(4);
    LocalTime time = LocalTime.parse(parts.group(2) + ":" + second + fraction);
    Instant instant = date.atTime(time).toInstant(ZoneOffset.UTC).minusSeconds(offset(parts));
    if (isLeapSecond
        && Math.floorMod(instant.getEpochSecond(), SECONDS_PER_DAY) != SECONDS_PER_DAY - 1) {
      throw new DateTimeException("not a leap second");
    }
    return instant;
  }

  private static int offset(Matcher parts) {
    if (parts.group(5) == null) {
      return 0;
    }
    int seconds = LocalTime.parse(parts.group(6)).toSecondOfDay();
    return parts.group(5).equals("-") ? -seconds : seconds;
  }
}
