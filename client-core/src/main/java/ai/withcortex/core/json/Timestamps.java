package ai.withcortex.core.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Timestamps and dates from their text and back, as RFC 3339 has them and with one liberty: a bare
 * date is midnight UTC.
 *
 * <ul>
 *   <li>Years are 0000 to 9999, in UTC, too; fractions have 1 to 9 digits, which is what an Instant
 *       holds.
 *   <li>A date-time needs {@code Z} or an offset {@code ±hh:mm}. Without one it would be the local
 *       time of nobody knows whom, and a wrong instant is worse than an error.
 *   <li>The leap second 23:59:60 UTC is read as the second before it, as {@link Instant#parse}
 *       does.
 *   <li>24:00 is refused; RFC 3339 does not have it.
 * </ul>
 *
 * <p>Errors are IllegalArgumentExceptions that tell where the text goes wrong and not what it is.
 */
final class Timestamps {
  private static final int NANO_DIGITS = 9;
  private static final int SECONDS_PER_DAY = 86_400;
  private static final int LAST_MINUTE_OF_DAY = SECONDS_PER_DAY - 60;
  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private final String text;
  private final String expected;
  private int position;

  private Timestamps(String text, String expected) {
    this.text = text;
    this.expected = expected;
  }

  static Instant parse(String text) {
    return new Timestamps(text, "a timestamp like 2023-12-25T10:11:12.345Z").instant();
  }

  static LocalDate parseDate(String text) {
    Timestamps timestamps = new Timestamps(text, "a date like 2023-12-25");
    LocalDate date = timestamps.date();
    timestamps.requireEnd();
    return date;
  }

  /** Returns a text that {@link #parse} reads. */
  static String format(Instant instant) {
    if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
      throw new IllegalArgumentException(
          "Expected a timestamp in the years 0000 to 9999 but found " + instant);
    }
    return instant.toString();
  }

  /** Returns a text that {@link #parseDate} reads. */
  static String format(LocalDate date) {
    if (date.getYear() < 0 || date.getYear() > 9999) {
      throw new IllegalArgumentException(
          "Expected a date in the years 0000 to 9999 but found " + date);
    }
    return date.toString();
  }

  private Instant instant() {
    LocalDate date = date();
    long midnight = date.toEpochDay() * SECONDS_PER_DAY;
    if (position == text.length()) {
      return Instant.ofEpochSecond(midnight);
    }
    require("Tt", "'T'");
    int seconds = hoursAndMinutes();
    require(":", "':'");
    int secondStart = position;
    int second = number(2, 0, 60, "a second from 00 to 59");
    int nanos = fraction();
    int offset = offset();
    requireEnd();
    int secondsInUtc = seconds - offset;
    if (second == 60) {
      if (Math.floorMod(secondsInUtc, SECONDS_PER_DAY) != LAST_MINUTE_OF_DAY) {
        throw error("a second from 00 to 59", secondStart);
      }
      second = 59;
    }
    Instant instant = Instant.ofEpochSecond(midnight + secondsInUtc + second, nanos);
    if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
      throw error("a year from 0000 to 9999 in UTC", 0);
    }
    return instant;
  }

  private LocalDate date() {
    int year = number(4, 0, 9999, "a year");
    require("-", "'-'");
    int month = number(2, 1, 12, "a month from 01 to 12");
    require("-", "'-'");
    int days = YearMonth.of(year, month).lengthOfMonth();
    int day = number(2, 1, days, "a day from 01 to " + days);
    return LocalDate.of(year, month, day);
  }

  private int fraction() {
    if (peek() != '.') {
      return 0;
    }
    position++;
    int start = position;
    int nanos = digit();
    while (isDigit(peek()) && position - start < NANO_DIGITS) {
      nanos = nanos * 10 + digit();
    }
    if (isDigit(peek())) {
      throw error("at most 9 digits of a second", position);
    }
    for (int digits = position - start; digits < NANO_DIGITS; digits++) {
      nanos *= 10;
    }
    return nanos;
  }

  /** Returns the seconds that local time is ahead of UTC. */
  private int offset() {
    char sign = require("Zz+-", "'Z' or an offset like +01:00");
    if (sign == 'Z' || sign == 'z') {
      return 0;
    }
    int seconds = hoursAndMinutes();
    return sign == '-' ? -seconds : seconds;
  }

  private int hoursAndMinutes() {
    int hours = number(2, 0, 23, "an hour from 00 to 23");
    require(":", "':'");
    int minutes = number(2, 0, 59, "a minute from 00 to 59");
    return (hours * 60 + minutes) * 60;
  }

  private int number(int digits, int min, int max, String what) {
    int start = position;
    int value = 0;
    for (int i = 0; i < digits; i++) {
      value = value * 10 + digit();
    }
    if (value < min || value > max) {
      throw error(what, start);
    }
    return value;
  }

  private int digit() {
    int c = peek();
    if (!isDigit(c)) {
      throw error("a digit", position);
    }
    position++;
    return c - '0';
  }

  private char require(String oneOf, String what) {
    int c = peek();
    if (c < 0 || oneOf.indexOf(c) < 0) {
      throw error(what, position);
    }
    position++;
    return (char) c;
  }

  private void requireEnd() {
    if (position != text.length()) {
      throw error("the end", position);
    }
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private int peek() {
    return position < text.length() ? text.charAt(position) : -1;
  }

  private IllegalArgumentException error(String what, int offset) {
    return new IllegalArgumentException(
        "Expected "
            + expected
            + " but found a string of length "
            + text.length()
            + ": expected "
            + what
            + " at offset "
            + offset);
  }
}
