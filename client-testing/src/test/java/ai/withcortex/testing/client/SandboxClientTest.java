package ai.withcortex.testing.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.api.RunQuery;
import ai.withcortex.client.CortexClient;
import ai.withcortex.core.error.AuthenticationException;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import ai.withcortex.model.RunVerbosity;
import ai.withcortex.testing.CortexSandbox;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The client and the sandbox understand each other. */
final class SandboxClientTest {
  @Test
  void theClientListsTheRunsOfTheSandbox() {
    try (CortexSandbox sandbox = CortexSandbox.start();
        CortexClient client = client(sandbox, sandbox.apiKey())) {
      RunQuery verbose = RunQuery.builder().addVerbose(RunVerbosity.ALL).build();
      assertEquals(sandbox.runs("app_1", "work_1"), list(client, "app_1", "work_1", verbose));
      assertEquals(sandbox.runs("c", "work_2"), list(client, "c", "work_2", verbose));
      assertEquals(
          List.of("1", "0", "2", "3"),
          sandbox.requests().subList(0, 4).stream().map(r -> r.query("page")).toList());

      List<Run> brief = list(client, "app_1", "work_1", RunQuery.builder().take(7).build());
      assertEquals(
          sandbox.runs("app_1", "work_1").stream().map(SandboxClientTest::brief).toList(), brief);
    }
  }

  @Test
  void theClientFilters() {
    try (CortexSandbox sandbox = CortexSandbox.start();
        CortexClient client = client(sandbox, sandbox.apiKey())) {
      RunQuery failed = RunQuery.builder().status(RunStatus.FAILED).build();
      assertEquals(
          sandbox.runs("app_1", "work_1").stream()
              .filter(run -> run.status().equals(RunStatus.FAILED))
              .map(SandboxClientTest::brief)
              .toList(),
          list(client, "app_1", "work_1", failed));
    }
  }

  @Test
  void theClientUnderstandsErrors() {
    try (CortexSandbox sandbox = CortexSandbox.start();
        CortexClient client = client(sandbox, "another-key")) {
      assertThrows(
          AuthenticationException.class,
          () -> list(client, "app_1", "work_1", RunQuery.builder().build()));
    }
  }

  private static CortexClient client(CortexSandbox sandbox, String apiKey) {
    return CortexClient.builder().apiKey(apiKey).baseUrl(sandbox.baseUrl()).build();
  }

  private static List<Run> list(
      CortexClient client, String appId, String workflowId, RunQuery query) {
    List<Run> runs = new ArrayList<>();
    client.workflow(appId, workflowId).runs(query).forEach(runs::add);
    return runs;
  }

  private static Run brief(Run run) {
    return run.toBuilder().workflowVersion(null).workflowVersionDraft(null).usage(null).build();
  }
}
