package ai.withcortex.testing.client;

import static ai.withcortex.testing.SandboxCaller.RUNS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.api.GetRunOptions;
import ai.withcortex.client.CortexClient;
import ai.withcortex.client.WorkflowHandle;
import ai.withcortex.core.Credentials;
import ai.withcortex.core.error.AuthenticationException;
import ai.withcortex.core.error.NotFoundException;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import ai.withcortex.model.RunVerbosity;
import ai.withcortex.spec.SpecValidator;
import ai.withcortex.testing.CortexSandbox;
import ai.withcortex.testing.FakeRuns;
import ai.withcortex.testing.Fault;
import ai.withcortex.testing.FaultScript;
import ai.withcortex.testing.SandboxCaller;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client gets single runs of a sandbox. */
final class GetRunTest {
  private static final GetRunOptions ALL =
      GetRunOptions.builder().addVerbose(RunVerbosity.ALL).build();

  private final CortexSandbox sandbox = CortexSandbox.start();
  private final CortexClient cortex =
      CortexClient.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUrl()).build();
  private final WorkflowHandle workflow = cortex.workflow("app_1", "work_1");

  @AfterEach
  void stop() {
    cortex.close();
    sandbox.close();
  }

  @Test
  void isTheRunOfTheList() throws Exception {
    for (Run listed : workflow.runs()) {
      assertEquals(listed, workflow.run(listed.id()).get());
      Run whole = workflow.run(listed.id()).get(ALL);
      assertEquals(whole, workflow.run(listed.id()).getAsync(ALL).get());
      assertEquals(
          listed,
          whole.toBuilder().usage(null).workflowVersion(null).workflowVersionDraft(null).build());
    }
  }

  @Test
  void isValid() {
    SpecValidator spec = SpecValidator.load();
    for (Run run : workflow.runs()) {
      for (String query : List.of("", "?verbose=all")) {
        String body = SandboxCaller.get(sandbox, RUNS + "/" + run.id() + query).body();
        assertEquals(List.of(), spec.errors("Run", body));
      }
    }
  }

  @Test
  void isAsItIsNow() {
    sandbox.add(FakeRuns.run(1).toBuilder().id("mine").status(RunStatus.RUNNING).build());
    assertEquals(RunStatus.RUNNING, workflow.run("mine").get().status());
    sandbox.changeStatus("mine", RunStatus.COMPLETED);
    assertEquals(RunStatus.COMPLETED, workflow.run("mine").get().status());
    assertNull(workflow.run("mine").get().workflowVersion());
  }

  @Test
  void isSentAgainAfterAFailure() {
    String id = workflow.runs().iterator().next().id();
    sandbox.faults(FaultScript.inOrder(Fault.status(503), Fault.none()));
    assertEquals(id, workflow.run(id).get().id());
  }

  @Test
  void isNotFoundInAnotherWorkflow() {
    String id = workflow.runs().iterator().next().id();
    WorkflowHandle other = cortex.workflow("c", "work_2");
    NotFoundException e = assertThrows(NotFoundException.class, () -> other.run(id).get());
    assertTrue(e.body().contains("Run not found: " + id), e.body());
    ExecutionException late =
        assertThrows(ExecutionException.class, () -> other.run(id).getAsync(ALL).get());
    assertInstanceOf(NotFoundException.class, late.getCause());
  }

  @Test
  void isAskedForWithTheCredentialsOfTheWorkflow() {
    WorkflowHandle tenant = workflow.withCredentials(Credentials.of("another"));
    assertThrows(AuthenticationException.class, () -> tenant.run("run_1").get());
    ExecutionException e =
        assertThrows(ExecutionException.class, () -> tenant.run("run_1").getAsync(ALL).get());
    assertInstanceOf(AuthenticationException.class, e.getCause());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", ".."})
  void needsAnId(String id) {
    assertThrows(IllegalArgumentException.class, () -> workflow.run(id));
    assertEquals(0, sandbox.requests().size());
  }
}
