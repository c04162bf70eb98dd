package ai.withcortex.core;

import ai.withcortex.core.call.Listeners;
import ai.withcortex.core.call.TimeSource;
import java.time.Duration;
import okhttp3.OkHttpClient;

/** The policies that all calls of a transport share. */
final class CallContext {
  final TimeSource time;
  final Duration total;
  final RetryStrategy retries;
  final ExceptionMapper failures;
  final Listeners listeners;

  CallContext(
      CortexConfiguration configuration,
      OkHttpClient client,
      TimeSource time,
      Listeners listeners) {
    this.time = time;
    total = configuration.timeouts().total();
    retries =
        new RetryStrategy(
            configuration.retryPolicy(), configuration.credentials().mayChange(), time);
    failures = new ExceptionMapper(client);
    this.listeners = listeners;
  }
}
