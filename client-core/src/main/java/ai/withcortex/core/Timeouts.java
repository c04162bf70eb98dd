package ai.withcortex.core;

import static java.util.Objects.requireNonNull;

import ai.withcortex.core.call.Deadline;
import ai.withcortex.core.error.CortexTimeoutException.Limit;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** The timeouts of a call: the configured values, with defaults for the rest. */
final class Timeouts {
  private static final Map<Limit, Duration> DEFAULTS = new EnumMap<>(Limit.class);

  static {
    DEFAULTS.put(Limit.CONNECT, Duration.ofSeconds(10));
    DEFAULTS.put(Limit.READ, Duration.ofSeconds(30));
    DEFAULTS.put(Limit.WRITE, Duration.ofSeconds(30));
    DEFAULTS.put(Limit.ATTEMPT, Duration.ofSeconds(60));
    DEFAULTS.put(Limit.TOTAL, Duration.ofMinutes(5));
  }

  static final Timeouts DEFAULT = new Timeouts(new EnumMap<>(Limit.class));

  private final EnumMap<Limit, Duration> asked;

  private Timeouts(EnumMap<Limit, Duration> asked) {
    this.asked = asked;
  }

  Timeouts with(Limit limit, Duration value) {
    EnumMap<Limit, Duration> changed = new EnumMap<>(asked);
    String option = limit.name().toLowerCase(Locale.ROOT) + "Timeout";
    changed.put(limit, Deadline.check(option, value));
    return new Timeouts(changed);
  }

  Timeouts check() {
    Duration attempt = asked.get(Limit.ATTEMPT);
    if (attempt != null && attempt.compareTo(total()) > 0) {
      throw new IllegalArgumentException(
          "Expected attemptTimeout to be at most totalTimeout, found "
              + attempt
              + " and "
              + total()
              + "; reduce the first or increase the second.");
    }
    return this;
  }

  Duration total() {
    return value(Limit.TOTAL);
  }

  private Duration value(Limit limit) {
    Duration value = requireNonNull((asked.containsKey(limit) ? asked : DEFAULTS).get(limit));
    return limit == Limit.ATTEMPT && value.compareTo(total()) > 0 ? total() : value;
  }

  /**
   * Sets the timeouts of a client.
   *
   * @param users the user's client to derive from, whose other timeouts are kept; null for the
   *     SDK's own client
   */
  void setIn(OkHttpClient.Builder client, @Nullable OkHttpClient users) {
    if (users == null || asked.containsKey(Limit.CONNECT)) {
      client.connectTimeout(value(Limit.CONNECT));
    }
    if (users == null || asked.containsKey(Limit.READ)) {
      client.readTimeout(value(Limit.READ));
    }
    if (users == null || asked.containsKey(Limit.WRITE)) {
      client.writeTimeout(value(Limit.WRITE));
    }
    if (users == null || asked.containsKey(Limit.ATTEMPT) || users.callTimeoutMillis() == 0) {
      client.callTimeout(value(Limit.ATTEMPT));
    }
  }
}
