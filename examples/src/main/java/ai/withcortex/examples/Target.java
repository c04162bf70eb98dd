package ai.withcortex.examples;

import ai.withcortex.client.CortexClient;
import ai.withcortex.client.WorkflowHandle;
import ai.withcortex.testing.CortexSandbox;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The workflow that a program reads. If {@code CORTEX_API_KEY}, {@code CORTEX_APP_ID}, and {@code
 * CORTEX_WORKFLOW_ID} are set, it is a workflow of the real API or, if {@code CORTEX_BASE_URL} is
 * also set, of a different server. Otherwise, it is a workflow of an embedded sandbox.
 */
final class Target implements AutoCloseable {
  private final @Nullable CortexSandbox sandbox;
  private final CortexClient client;
  private final String appId;
  private final String workflowId;

  private Target(
      @Nullable CortexSandbox sandbox, CortexClient client, String appId, String workflowId) {
    this.sandbox = sandbox;
    this.client = client;
    this.appId = appId;
    this.workflowId = workflowId;
  }

  static Target choose() {
    Map<String, String> environment = System.getenv();
    if (environment.containsKey("CORTEX_API_KEY")) {
      String appId = required(environment, "CORTEX_APP_ID");
      String workflowId = required(environment, "CORTEX_WORKFLOW_ID");
      return new Target(null, CortexClient.builder().fromEnvironment().build(), appId, workflowId);
    }
    CortexSandbox sandbox = CortexSandbox.start();
    CortexClient client =
        CortexClient.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUrl()).build();
    return new Target(sandbox, client, "app_1", "work_1");
  }

  /** Returns the sandbox, or null if the program reads from the real API. */
  @Nullable CortexSandbox sandbox() {
    return sandbox;
  }

  CortexClient client() {
    return client;
  }

  WorkflowHandle workflow() {
    return client.workflow(appId, workflowId);
  }

  @Override
  public void close() {
    client.close();
    if (sandbox != null) {
      sandbox.close();
    }
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isEmpty()) {
      throw new IllegalArgumentException(
          name + " is not set, but CORTEX_API_KEY is; set both, or unset both to use the sandbox");
    }
    return value;
  }
}
