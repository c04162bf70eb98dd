package ai.withcortex.testing.client.starting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.client.CortexClient;
import ai.withcortex.client.FoundStarts;
import ai.withcortex.client.RunHandle;
import ai.withcortex.client.StartUnknownException;
import ai.withcortex.client.WorkflowHandle;
import ai.withcortex.client.paging.Verdict;
import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.CortexException;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.ReplayRunRequest;
import ai.withcortex.model.Run;
import ai.withcortex.model.StartRunRequest;
import ai.withcortex.testing.CortexSandbox;
import ai.withcortex.testing.Fault;
import ai.withcortex.testing.FaultScript;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starts and replays whose response is lost, with the sandbox. */
final class StartUnknownTest {
  private static final Map<String, JsonValue> INPUT =
      JsonValue.parse("{\"question\": \"canary\", \"limit\": 1.50}").asMap();

  private final CortexSandbox sandbox = CortexSandbox.builder().faults(FaultScript.none()).start();
  private final CortexClient cortex =
      CortexClient.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUrl()).build();
  private final WorkflowHandle workflow = cortex.workflow("app_1", "work_1");

  @AfterEach
  void stop() {
    cortex.close();
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aRunWhoseResponseIsLostIsFound(boolean isAsync) {
    // An earlier start with another input, and a later one.
    workflow.start(Map.of());
    sandbox.faults(FaultScript.inOrder(Fault.resetBeforeHeaders(), Fault.none()));
    StartUnknownException unknown = unknownStart(isAsync);
    workflow.start(Map.of("question", JsonValue.of("another")));

    FoundStarts found = isAsync ? unknown.findStartedAsync().join() : unknown.findStarted();

    assertEquals(1, found.runs().size());
    assertEquals(INPUT, found.runs().get(0).input());
    assertNotNull(found.searchedUntil());
    assertEquals(Verdict.COMPLETE, found.verdict());
    assertNull(found.reason());
    assertEquals(3, starts());
    // The search can be repeated, and there may be several.
    workflow.start(INPUT);
    assertEquals(2, unknown.findStarted().runs().size());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aStartThatWasNotCarriedOutIsNotFound(boolean isAsync) {
    sandbox.faults(FaultScript.inOrder(Fault.resetBeforeHeaders().notCarriedOut(), Fault.none()));
    StartUnknownException unknown = unknownStart(isAsync);

    FoundStarts found = isAsync ? unknown.findStartedAsync().join() : unknown.findStarted();

    assertEquals(List.of(), found.runs());
    assertEquals(Verdict.COMPLETE, found.verdict());
    assertEquals(1, starts());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aReplayIsFoundByTheInputOfTheOriginal(boolean isAsync) {
    RunHandle original = workflow.start(INPUT);
    ReplayRunRequest request = ReplayRunRequest.builder().stepKey("start").build();
    for (RunHandle handle : List.of(original, workflow.run(original.id()))) {
      sandbox.faults(FaultScript.inOrder(Fault.resetBeforeHeaders(), Fault.none()));
      StartUnknownException unknown =
          isAsync
              ? assertInstanceOf(
                  StartUnknownException.class,
                  assertThrows(CompletionException.class, () -> handle.replayAsync(request).join())
                      .getCause())
              : assertThrows(StartUnknownException.class, () -> handle.replay(request));

      FoundStarts found = isAsync ? unknown.findStartedAsync().join() : unknown.findStarted();

      List<String> ids = found.runs().stream().map(Run::id).toList();
      assertFalse(ids.contains(original.id()), ids::toString);
      assertEquals(handle == original ? 1 : 2, ids.size(), ids::toString);
    }
  }

  @Test
  void saysWhatIsUnknownAndWhatToDo() {
    sandbox.faults(FaultScript.inOrder(Fault.status(502), Fault.none()));
    StartUnknownException unknown = unknownStart(false);
    CortexException cause = assertInstanceOf(CortexApiException.class, unknown.getCause());
    assertEquals(
        "It is unknown whether the run was started, because its request may have arrived: "
            + cause.getMessage()
            + ". Look for the run with findStarted() before you start it again; if none is found,"
            + " that is no proof that there is none.",
        unknown.getMessage());
    assertFalse(unknown.toString().contains("canary"));
  }

  @Test
  void aStartThatWasRefusedIsNotUnknown() {
    sandbox.faults(FaultScript.inOrder(Fault.status(503).notCarriedOut(), Fault.none()));
    CortexException refused = assertThrows(CortexException.class, () -> workflow.start(INPUT));
    assertInstanceOf(CortexApiException.class, refused);
    assertFalse(refused.mayHaveArrived());
    assertEquals(1, starts());
  }

  @Test
  void aCopyThatWasDeserializedSaysWhyItCannotSearch() throws Exception {
    sandbox.faults(FaultScript.inOrder(Fault.resetBeforeHeaders(), Fault.none()));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(unknownStart(false));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      StartUnknownException copy = (StartUnknownException) in.readObject();
      assertEquals(
          "Expected the exception that the start threw, found a deserialized copy, which has no"
              + " client; list the newest runs of the workflow instead",
          assertThrows(IllegalStateException.class, copy::findStarted).getMessage());
    }
  }

  private StartUnknownException unknownStart(boolean isAsync) {
    StartRunRequest request = StartRunRequest.builder().input(INPUT).build();
    return isAsync
        ? assertInstanceOf(
            StartUnknownException.class,
            assertThrows(CompletionException.class, () -> workflow.startAsync(request).join())
                .getCause())
        : assertThrows(StartUnknownException.class, () -> workflow.start(request));
  }

  private long starts() {
    return sandbox.requests().stream().filter(r -> "startRun".equals(r.operation())).count();
  }
}
