package ai.withcortex.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.api.RunQuery;
import ai.withcortex.client.CortexClient;
import ai.withcortex.core.RetryPolicy;
import ai.withcortex.core.error.RateLimitedException;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import ai.withcortex.testing.CortexSandbox;
import ai.withcortex.testing.FakeRuns;
import ai.withcortex.testing.Fault;
import ai.withcortex.testing.FaultScript;
import ai.withcortex.testing.MutationScript;
import ai.withcortex.testing.Observation;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a user tests a program; docs/testing.md quotes it. */
final class NightlyExportTest {
  private CortexSandbox sandbox;
  private CortexClient cortex;

  @BeforeEach
  void start() {
    sandbox = CortexSandbox.start();
    cortex =
        CortexClient.builder()
            .apiKey(sandbox.apiKey())
            .baseUrl(sandbox.baseUrl())
            .retryPolicy(RetryPolicy.none())
            .build();
  }

  @AfterEach
  void stop() {
    cortex.close();
    sandbox.close();
  }

  @Test
  void asksForFailedRunsOnly() {
    NightlyExport.failedRuns(cortex);
    assertEquals("FAILED", sandbox.requests().get(0).query("status"));
  }

  @Test
  void exportsRunsThatAreThere() {
    sandbox.clear();
    Run failed = FakeRuns.run(1).toBuilder().status(RunStatus.FAILED).build();
    sandbox.add(failed);
    sandbox.add(FakeRuns.run(2));
    assertEquals(List.of(failed.id()), NightlyExport.failedRuns(cortex));
  }

  @Test
  void endsWhenTheApiIsBusy() {
    sandbox.faults(FaultScript.always(Fault.status(429).header("Retry-After", "60")));
    assertThrows(RateLimitedException.class, () -> NightlyExport.failedRuns(cortex));
  }

  @Test
  void exportsEachRunOnceWhileOthersComeAndGo() {
    sandbox.mutations(MutationScript.random(7, 3, 3));
    Observation observation = sandbox.observe("app_1", "work_1");
    List<String> exported = NightlyExport.allRuns(cortex);
    assertTrue(exported.containsAll(observation.lasting()));
    assertEquals(exported.size(), new HashSet<>(exported).size());
  }

  /** The program under test. */
  private static final class NightlyExport {
    private static final RunQuery ALL = RunQuery.builder().build();
    private static final RunQuery FAILED = RunQuery.builder().status(RunStatus.FAILED).build();

    static List<String> allRuns(CortexClient cortex) {
      return ids(cortex, ALL);
    }

    static List<String> failedRuns(CortexClient cortex) {
      return ids(cortex, FAILED);
    }

    private static List<String> ids(CortexClient cortex, RunQuery query) {
      return cortex.workflow("app_1", "work_1").runs(query).stream().map(Run::id).toList();
    }
  }
}
