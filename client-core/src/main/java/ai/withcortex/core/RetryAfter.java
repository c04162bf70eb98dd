package ai.withcortex.core;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Reads the header {@code Retry-After}: seconds, also with a fraction, or an HTTP date. */
final class RetryAfter {
  private static final String NAME = "Retry-After";

  /** At most nine digits: what does not fit is no waiting time (it would be over 31 years). */
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");

  static @Nullable Instant read(Headers headers, Clock clock) {
    String value = headers.get(NAME);
    if (value == null) {
      return null;
    }
    if (SECONDS.matcher(value).matches()) {
      return clock.instant().plusNanos(new BigDecimal(value).movePointRight(9).longValueExact());
    }
    Date date = headers.getDate(NAME);
    return date == null ? null : date.toInstant();
  }

  private RetryAfter() {}
}
