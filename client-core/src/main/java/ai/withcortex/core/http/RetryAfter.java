package ai.withcortex.core.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Reads the {@code Retry-After} header: seconds, optionally with a fraction, or an HTTP date. */
public final class RetryAfter {
  private static final String NAME = "Retry-After";

  private static final Pattern SECONDS = Pattern.compile("\\d+(\\.\\d+)?");

  /** More than 31 years; longer delays are capped at this value. */
  private static final BigDecimal LONGEST = new BigDecimal(1_000_000_000);

  /** Longer than any meaningful number, and short enough to parse safely. */
  private static final int LONGEST_TEXT = 64;

  @SuppressWarnings("JavaUtilDate") // Date.toInstant requires Android 8.
  public static @Nullable Instant read(Headers headers, Instant now) {
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
