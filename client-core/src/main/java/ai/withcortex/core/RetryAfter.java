package ai.withcortex.core;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Reads the header {@code Retry-After}: seconds, also with a fraction, or an HTTP date. */
final class RetryAfter {
  private static final String NAME = "Retry-After";

  private static final Pattern SECONDS = Pattern.compile("\\d+(\\.\\d+)?");

  /** Over 31 years: what is longer is as good as never, and counts as this. */
  private static final BigDecimal LONGEST = new BigDecimal(1_000_000_000);

  /** Longer than any number that is meant, and short enough to be read without care. */
  private static final int LONGEST_TEXT = 64;

  @SuppressWarnings("JavaUtilDate") // Date.toInstant is from Android 8 on.
  static @Nullable Instant read(Headers headers, Instant now) {
    String value = headers.get(NAME);
    if (value == null) {
      return null;
    }
    if (value.length() <= LONGEST_TEXT && SECONDS.matcher(value).matches()) {
      BigDecimal seconds = new BigDecimal(value).min(LONGEST);
      return now.plusNanos(seconds.movePointRight(9).longValue());
    }
    Date date = headers.getDate(NAME);
    return date == null ? null : Instant.ofEpochMilli(date.getTime());
  }

  private RetryAfter() {}
}
