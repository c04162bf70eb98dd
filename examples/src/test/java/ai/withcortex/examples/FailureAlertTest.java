package ai.withcortex.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.withcortex.api.RunQuery;
import ai.withcortex.client.CortexClient;
import ai.withcortex.client.steps.StepOutput;
import ai.withcortex.client.steps.StepOutputs;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import ai.withcortex.model.StepType;
import ai.withcortex.testing.CortexSandbox;
import ai.withcortex.testing.FakeClock;
import ai.withcortex.testing.FakeRuns;
import ai.withcortex.testing.Mutation;
import ai.withcortex.testing.MutationScript;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a user tests a program that follows runs over time; docs/testing.md quotes it. */
final class FailureAlertTest {
  private static final JsonValue ANSWER = JsonValue.parse("{\"message\": \"Yes\"}");

  private FakeClock clock;
  private CortexSandbox sandbox;
  private CortexClient cortex;
  private FailureAlert alert;

  @BeforeEach
  void start() {
    clock = FakeClock.at(Instant.parse("2025-06-13T17:00:00Z"));
    sandbox = CortexSandbox.builder().clock(clock).start();
    cortex = CortexClient.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUrl()).build();
    alert = new FailureAlert(cortex);
  }

  @AfterEach
  void stop() {
    cortex.close();
    sandbox.close();
  }

  @Test
  void tellsWhatFailsInTheMeantime() {
    alert.newFailures();
    clock.advance(Duration.ofMinutes(5));
    assertEquals(2, alert.newFailures().size());
    assertEquals(List.of(), alert.newFailures());
  }

  @Test
  void namesTheStep() {
    sandbox.clear();
    Run run = FakeRuns.withOutput(FakeRuns.run(1), "answer", StepType.MODEL, ANSWER);
    sandbox.add(FakeRuns.failed(run, "send", "No permission"));
    assertEquals(List.of("send: No permission"), alert.newFailures());
  }

  @Test
  void tellsOfARunThatIsNew() {
    alert.newFailures();
    Run failed = FakeRuns.failed(FakeRuns.run(1), "answer", "No answer");
    sandbox.mutations(MutationScript.none().beforeRequest(1, Mutation.insert(failed)));
    assertEquals(List.of("answer: No answer"), alert.newFailures());
  }

  @Test
  void tellsOfARunThatFails() {
    alert.newFailures();
    String running = sandbox.runs("app_1", "work_1").get(1).id();
    sandbox.changeStatus(running, RunStatus.FAILED);
    assertEquals(1, alert.newFailures().size());
  }

  /** The program under test. */
  private static final class FailureAlert {
    private static final RunQuery FAILED = RunQuery.builder().status(RunStatus.FAILED).build();

    private final CortexClient cortex;
    private final Set<String> known = new HashSet<>();

    FailureAlert(CortexClient cortex) {
      this.cortex = cortex;
    }

    /** Returns what the runs say that have failed since the last call. */
    List<String> newFailures() {
      return cortex.workflow("app_1", "work_1").runs(FAILED).stream()
          .filter(run -> known.add(run.id()))
          .map(FailureAlert::message)
          .toList();
    }

    private static String message(Run run) {
      List<StepOutput> failed = StepOutputs.of(run).failed();
      return failed.isEmpty()
          ? "Run " + run.id() + " failed"
          : failed.get(0).key() + ": " + failed.get(0).error();
    }
  }
}
