package ai.withcortex.core;

import java.time.Duration;
import okhttp3.OkHttpClient;

/** The policies that all calls of a transport share. */
final class Policies {
  final TimeAndChance time;
  final Duration total;
  final RetryRule retries;
  final CallFailure failures;
  final Listeners listeners;

  Policies(
      CortexConfiguration configuration,
      OkHttpClient client,
      TimeAndChance time,
      Listeners listeners) {
    this.time = time;
    total = configuration.timeouts().total();
    retries =
        new RetryRule(configuration.retryPolicy(), configuration.credentials().mayChange(), time);
    failures = new CallFailure(client);
    this.listeners = listeners;
  }
}
