package ai.withcortex.core;

import ai.withcortex.core.call.Listeners;
import ai.withcortex.core.call.RateLimit;
import ai.withcortex.core.call.TimeSource;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** The policies that all calls of a transport share. */
final class CallContext {
  final TimeSource time;
  final Duration total;
  final Set<Integer> retriedStatuses;
  final RetryStrategy retries;
  final ExceptionMapper failures;
  final Listeners listeners;
  final @Nullable RateLimit rateLimit;
  final OkHttpClient client;

  CallContext(
      CortexConfiguration configuration,
      OkHttpClient.Builder builder,
      TimeSource time,
      ScheduledExecutorService timer,
      Listeners listeners) {
    this.time = time;
    total = configuration.timeouts().total();
    retriedStatuses = configuration.retryPolicy().retriedStatuses();
    retries = new RetryStrategy(configuration.retryPolicy(), time);
    this.listeners = listeners;
    double rate = configuration.requestsPerSecond();
    rateLimit = rate == 0 ? null : new RateLimit(rate, time, timer);
    if (rateLimit != null) {
      builder.addNetworkInterceptor(rateLimit);
    }
    client = builder.build();
    failures = new ExceptionMapper(client);
  }

  /** Closes idle connections, so that the next attempt makes one of its own. */
  void leaveConnections() {
    client.connectionPool().evictAll();
  }
}
