package ai.withcortex.examples;

import ai.withcortex.client.CortexClient;
import ai.withcortex.core.RetryPolicy;
import ai.withcortex.core.error.CortexTimeoutException;
import ai.withcortex.testing.CortexSandbox;
import ai.withcortex.testing.Fault;
import ai.withcortex.testing.FaultScript;
import java.time.Duration;
import okhttp3.OkHttpClient;

/**
 * Sets how long calls may take, how often they are attempted, and how many requests are sent per
 * second, and changes a client's API key.
 */
public final class ConfigureClient {
  private ConfigureClient() {}

  public static void main(String[] arguments) {
    OkHttpClient http = new OkHttpClient();
    KeyRing keys = new KeyRing();
    try (CortexSandbox sandbox = CortexSandbox.start()) {
      sandbox.faults(FaultScript.times(4, Fault.status(503)));
      try (CortexClient cortex = client(http, keys, sandbox.baseUrl())) {
        keys.newest = sandbox.apiKey();
        long count = cortex.workflow("app_1", "work_1").runs().stream().count();
        System.out.println(count + " runs after " + sandbox.requests().size() + " requests");

        sandbox.faults(FaultScript.always(Fault.hang()));
        cortex.workflow("app_1", "work_1").runs().iterator().next();
      } catch (CortexTimeoutException e) {
        System.out.println("The limit " + e.limit() + " ended the call: " + e.getMessage());
      }
    }
  }

  private static CortexClient client(OkHttpClient http, KeyRing keys, String baseUrl) {
    return CortexClient.builder()
        .credentials(() -> keys.newest)
        .baseUrl(baseUrl)
        .okHttpClient(http)
        .attemptTimeout(Duration.ofMillis(200))
        .totalTimeout(Duration.ofSeconds(5))
        .requestsPerSecond(50)
        .retryPolicy(
            RetryPolicy.builder()
                .maxAttempts(6)
                .firstDelay(Duration.ofMillis(10))
                .longestDelay(Duration.ofMillis(100))
                .build())
        .build();
  }

  /** Provides API keys that are rotated from time to time. */
  private static final class KeyRing {
    volatile String newest = "an-old-key";
  }
}
