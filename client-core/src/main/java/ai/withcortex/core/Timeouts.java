package ai.withcortex.core;

import java.time.Duration;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** The time limits of a call; null is what was not asked for. */
final class Timeouts {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration READ = Duration.ofSeconds(30);
  private static final Duration WRITE = Duration.ofSeconds(30);
  private static final Duration ATTEMPT = Duration.ofSeconds(60);
  private static final Duration TOTAL = Duration.ofMinutes(5);

  static final Timeouts DEFAULT = new Timeouts(null, null, null, null, null);

  private final @Nullable Duration connect;
  private final @Nullable Duration read;
  private final @Nullable Duration write;
  private final @Nullable Duration attempt;
  private final @Nullable Duration total;

  private Timeouts(
      @Nullable Duration connect,
      @Nullable Duration read,
      @Nullable Duration write,
      @Nullable Duration attempt,
      @Nullable Duration total) {
    this.connect = connect;
    this.read = read;
    this.write = write;
    this.attempt = attempt;
    this.total = total;
  }

  Timeouts withConnect(Duration value) {
    DurationRule.check("connectTimeout", value);
    return new Timeouts(value, read, write, attempt, total);
  }

  Timeouts withRead(Duration value) {
    DurationRule.check("readTimeout", value);
    return new Timeouts(connect, value, write, attempt, total);
  }

  Timeouts withWrite(Duration value) {
    DurationRule.check("writeTimeout", value);
    return new Timeouts(connect, read, value, attempt, total);
  }

  Timeouts withAttempt(Duration value) {
    DurationRule.check("attemptTimeout", value);
    return new Timeouts(connect, read, write, value, total);
  }

  Timeouts withTotal(Duration value) {
    DurationRule.check("totalTimeout", value);
    return new Timeouts(connect, read, write, attempt, value);
  }

  Timeouts check() {
    if (attempt != null && attempt.compareTo(total()) > 0) {
      throw new IllegalArgumentException(
          "Expected attemptTimeout of at most totalTimeout, found "
              + attempt
              + " and "
              + total()
              + "; shorten the first or lengthen the second.");
    }
    return this;
  }

  Duration total() {
    return total == null ? TOTAL : total;
  }

  /** Sets the limits of a client of the SDK's own. */
  void setAll(OkHttpClient.Builder client) {
    client
        .connectTimeout(connect == null ? CONNECT : connect)
        .readTimeout(read == null ? READ : read)
        .writeTimeout(write == null ? WRITE : write)
        .callTimeout(attempt == null ? defaultAttempt() : attempt);
  }

  /** Sets what was asked for on a client of the user's, whose other limits stay as they are. */
  void setAsked(OkHttpClient users, OkHttpClient.Builder client) {
    if (connect != null) {
      client.connectTimeout(connect);
    }
    if (read != null) {
      client.readTimeout(read);
    }
    if (write != null) {
      client.writeTimeout(write);
    }
    if (attempt != null) {
      client.callTimeout(attempt);
    } else if (users.callTimeoutMillis() == 0) {
      client.callTimeout(defaultAttempt());
    }
  }

  private Duration defaultAttempt() {
    return total().compareTo(ATTEMPT) < 0 ? total() : ATTEMPT;
  }
}
