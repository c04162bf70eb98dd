package ai.withcortex.examples;

import ai.withcortex.client.CortexClient;
import ai.withcortex.client.RunQuery;
import ai.withcortex.client.paging.Page;
import ai.withcortex.client.paging.PagedIterable;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunVerbosity;
import ai.withcortex.testing.CortexSandbox;
import java.util.Map;

/**
 * Lists the runs of a workflow as a table: those of the real API when {@code CORTEX_API_KEY},
 * {@code CORTEX_APP_ID} and {@code CORTEX_WORKFLOW_ID} are set ({@code CORTEX_BASE_URL} to go
 * elsewhere), else those of an embedded sandbox.
 */
public final class ListRuns {
  private ListRuns() {}

  public static void main(String[] arguments) {
    Map<String, String> environment = System.getenv();
    if (environment.containsKey("CORTEX_API_KEY")) {
      list(
          environment.get("CORTEX_API_KEY"),
          environment.getOrDefault("CORTEX_BASE_URL", "https://api.withcortex.ai"),
          required(environment, "CORTEX_APP_ID"),
          required(environment, "CORTEX_WORKFLOW_ID"));
    } else {
      try (CortexSandbox sandbox = CortexSandbox.start()) {
        list(sandbox.apiKey(), sandbox.baseUrl(), "app_1", "work_1");
      }
    }
  }

  private static void list(String apiKey, String baseUrl, String appId, String workflowId) {
    RunTable table = new RunTable(System.out);
    RunQuery query = RunQuery.builder().addVerbose(RunVerbosity.ALL).build();
    try (CortexClient cortex = CortexClient.builder().apiKey(apiKey).baseUrl(baseUrl).build()) {
      PagedIterable<Run> runs = cortex.workflow(appId, workflowId).runs(query);
      table.printHeader();
      int pages = 0;
      for (Page<Run> page : runs.pages()) {
        page.items().forEach(table::print);
        pages++;
      }
      table.printSummary(pages);
    }
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isEmpty()) {
      throw new IllegalArgumentException(
          name + " is not set, but CORTEX_API_KEY is; set it, or unset both to use the sandbox");
    }
    return value;
  }
}
