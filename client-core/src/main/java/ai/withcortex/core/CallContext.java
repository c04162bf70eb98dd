package ai.withcortex.core;

import ai.withcortex.core.call.Listeners;
import ai.withcortex.core.call.TimeSource;
import java.time.Duration;
import java.util.Set;
import okhttp3.OkHttpClient;

/** The policies that all calls of a transport share. */
final class CallContext {
  final TimeSource time;
  final Duration total;
  final Set<Integer> retriedStatuses;
  final RetryStrategy retries;
  final ExceptionMapper failures;
  final Listeners listeners;
  private final OkHttpClient client;

  CallContext(
      CortexConfiguration configuration,
      OkHttpClient client,
      TimeSource time,
      Listeners listeners) {
    this.time = time;
    total = configuration.timeouts().total();
    retriedStatuses = configuration.retryPolicy().retriedStatuses();
    retries = new RetryStrategy(configuration.retryPolicy(), time);
    failures = new ExceptionMapper(client);
    this.listeners = listeners;
    this.client = client;
  }

  /** Closes idle connections, so that the next attempt makes one of its own. */
  void leaveConnections() {
    client.connectionPool().evictAll();
  }
}
