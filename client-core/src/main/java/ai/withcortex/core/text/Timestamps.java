package ai.withcortex.core.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.Year;
import java.time.ZoneOffset;

/**
 * Parses and formats timestamps and dates according to RFC 3339, with one extension: a bare date
 * means midnight UTC.
 *
 * <ul>
 *   <li>Years range from 0000 to 9999, even after conversion to UTC. Fractions have 1 to 9 digits,
 *       which is the precision of an Instant.
 *   <li>A date-time needs {@code Z} or an offset {@code ±hh:mm}. Without an offset, it would be
 *       local time in an unknown zone, and a wrong instant is worse than an error.
 *   <li>The leap second 23:59:60 UTC is read as the second before it, as {@link Instant#parse}
 *       does.
 *   <li>24:00 is rejected, because RFC 3339 does not allow it.
 * </ul>
 *
 * <p>Every error is an IllegalArgumentException that gives the offset of the problem and never
 * quotes the text.
 */
public final class Timestamps {
  private static final int NANO_DIGITS = 9;
  private static final int SECONDS_PER_DAY = 86_400;
  private static final int LAST_MINUTE_OF_DAY = SECONDS_PER_DAY - 60;
  private static final Instant FIRST = LocalDateTime.of(0, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);
  private static final Instant LAST =
      LocalDateTime.of(10_000, 1, 1, 0, 0).toInstant(ZoneOffset.UTC).minusNanos(1);

  /** Follows the text and matches nothing. */
  private static final char END = '\0';

  private final String text;
  private final String expected;
  private int position;

  private Timestamps(String text, String expected) {
    this.text = text;
    this.expected = expected;
  }

  public static Instant parse(String text) {
    return new Timestamps(text, "a timestamp like 2023-12-25T10:11:12.345Z").instant();
  }

  public static LocalDate parseDate(String text) {
    Timestamps timestamps = new Timestamps(text, "a date like 2023-12-25");
    LocalDate date = timestamps.date();
    timestamps.requireEnd();
    return date;
  }

  /** Returns text that {@link #parse} accepts. */
  public static String format(Instant instant) {
    if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
      throw new IllegalArgumentException(
          "Expected a timestamp in the years 0000 to 9999 but found " + instant);
    }
    return instant.toString();
  }

  /** Returns text that {@link #parseDate} accepts. */
  public static String format(LocalDate date) {
    if (date.getYear() < 0 || date.getYear() > 9999) {
      throw new IllegalArgumentException(
          "Expected a date in the years 0000 to 9999 but found " + date);
    }
    return date.toString();
  }

  private Instant instant() {
    LocalDate date = date();
    long midnight = date.toEpochDay() * SECONDS_PER_DAY;
    if (isAtEnd()) {
      return Instant.ofEpochSecond(midnight);
    }
    if (next() == 't') {
      position++;
    } else {
      require('T');
    }
    int seconds = hoursAndMinutes();
    require(':');
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
    require('-');
    int month = number(2, 1, 12, "a month from 01 to 12");
    require('-');
    int last = Month.of(month).length(Year.isLeap(year));
    int start = position;
    int day = digits(2);
    if (day < 1 || day > last) {
      throw error("a day from 01 to " + last, start);
    }
    return LocalDate.of(year, month, day);
  }

  private int fraction() {
    if (next() != '.') {
      return 0;
    }
    int start = ++position;
    int nanos = digits(1);
    while (isDigit(next()) && position - start < NANO_DIGITS) {
      nanos = nanos * 10 + digits(1);
    }
    if (isDigit(next())) {
      throw error("at most 9 fractional digits", position);
    }
    for (int digits = position - start; digits < NANO_DIGITS; digits++) {
      nanos *= 10;
    }
    return nanos;
  }

  /** Returns the number of seconds by which local time is ahead of UTC. */
  private int offset() {
    switch (next()) {
      case 'Z':
      case 'z':
        position++;
        return 0;
      case '+':
        position++;
        return hoursAndMinutes();
      case '-':
        position++;
        return -hoursAndMinutes();
      default:
        throw error("'Z' or an offset like +01:00", position);
    }
  }

  private int hoursAndMinutes() {
    int hours = number(2, 0, 23, "an hour from 00 to 23");
    require(':');
    int minutes = number(2, 0, 59, "a minute from 00 to 59");
    return (hours * 60 + minutes) * 60;
  }

  private int number(int digits, int min, int max, String what) {
    int start = position;
    int value = digits(digits);
    if (value < min || value > max) {
      throw error(what, start);
    }
    return value;
  }

  private int digits(int count) {
    int value = 0;
    for (int end = position + count; position < end; position++) {
      char c = next();
      if (!isDigit(c)) {
        throw error("a digit", position);
      }
      value = value * 10 + (c - '0');
    }
    return value;
  }

  private void require(char expected) {
    if (next() != expected) {
      throw error("'" + expected + "'", position);
    }
    position++;
  }

  private void requireEnd() {
    if (!isAtEnd()) {
      throw error("the end", position);
    }
  }

  private boolean isAtEnd() {
    return position == text.length();
  }

  private char next() {
    return isAtEnd() ? END : text.charAt(position);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
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
