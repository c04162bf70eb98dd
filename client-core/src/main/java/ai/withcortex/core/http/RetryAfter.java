package ai.withcortex.core.http;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Reads how long a server asks a client to wait: from {@code retry-after-ms}, from {@code
 * Retry-After} in seconds or as a date, or from {@code RateLimit-Reset} in seconds.
 *
 * <p>Numbers can have a fraction. Values that are neither a number nor a date are ignored.
 */
public final class RetryAfter {
  private static final String NAME = "Retry-After";

  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

  /** More than 31 years; longer delays are capped at this value. */
  private static final BigDecimal LONGEST = new BigDecimal(1_000_000_000);

  /** Longer than any meaningful number, and short enough to parse safely. */
  private static final int LONGEST_TEXT = 64;

  /** Returns the time after which the server accepts a retry; null if the headers have none. */
  public static @Nullable Instant read(int status, Headers headers, Instant now) {
    BigDecimal millis = number(headers, "retry-after-ms");
    if (millis != null) {
      return after(millis.movePointLeft(3), now);
    }
    BigDecimal seconds = number(headers, NAME);
    if (seconds != null) {
      return after(seconds, now);
    }
    Instant date = date(headers, NAME);
    if (date != null) {
      // The server's clock and ours may differ by hours.
      Instant sent = date(headers, "Date");
      return sent == null ? date : now.plus(Duration.between(sent, date));
    }
    return status == 429 ? reset(headers, now) : null;
  }

  /**
   * Reads {@code RateLimit-Reset}, which many servers send with every response: only with a 429
   * does it mean that the client must wait. Some servers send a time since 1970 in it; this is far
   * above the longest delay, and ignored.
   */
  private static @Nullable Instant reset(Headers headers, Instant now) {
    BigDecimal seconds = number(headers, "RateLimit-Reset");
    return seconds == null || seconds.compareTo(LONGEST) >= 0 ? null : after(seconds, now);
  }

  private static Instant after(BigDecimal seconds, Instant now) {
    return now.plusNanos(seconds.min(LONGEST).movePointRight(9).longValue());
  }

  private static @Nullable BigDecimal number(Headers headers, String name) {
    String value = headers.get(name);
    return value != null && value.length() <= LONGEST_TEXT && NUMBER.matcher(value).matches()
        ? new BigDecimal(value)
        : null;
  }

  @SuppressWarnings("JavaUtilDate") // Date.toInstant requires Android 8.
  private static @Nullable Instant date(Headers headers, String name) {
    Date date = headers.getDate(name);
    return date == null ? null : Instant.ofEpochMilli(date.getTime());
  }

  private RetryAfter() {}
}
