package ai.withcortex.testing;

import static ai.withcortex.testing.SandboxCaller.RUNS;
import static ai.withcortex.testing.SandboxCaller.at;
import static ai.withcortex.testing.SandboxCaller.get;
import static ai.withcortex.testing.SandboxCaller.post;
import static ai.withcortex.testing.SandboxCaller.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunOrigin;
import ai.withcortex.model.RunStatus;
import ai.withcortex.spec.SpecValidator;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests start and cancel runs, which progress on the clock. */
@Tag("spec")
final class SandboxStartTest {
  private static final SpecValidator SPEC = SpecValidator.load();
  private static final Instant NOW = Instant.parse("2025-06-13T17:00:00Z");
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final String IN_BACKGROUND = "{\"input\":{\"ticket\":1.50},\"background\":true}";

  private final FakeClock clock = FakeClock.at(NOW);
  private final CortexSandbox sandbox = CortexSandbox.builder().clock(clock).start();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void answersWithAPendingRun() {
    Run run = start(IN_BACKGROUND);

    assertEquals(RunStatus.PENDING, run.status());
    assertEquals(RunOrigin.ENDPOINT, run.origin());
    assertEquals(Map.of("ticket", JsonValue.parse("1.50")), run.input());
    assertEquals("app_1", run.appId());
    assertEquals("app_1", run.workflowAppId());
    assertEquals("work_1", run.workflowId());
    assertEquals(NOW, run.createdAt());
    assertNull(run.startedAt());
    assertNull(run.endedAt());
    assertEquals(14L, run.version());
    assertNull(run.workflowVersion());
    assertEquals(Map.of(), run.output());
    assertEquals(run.id(), sandbox.runs("app_1", "work_1").get(0).id());
    assertEquals(261, sandbox.runs("app_1", "work_1").size());
  }

  @Test
  void progressesOnTheClock() {
    String id = start(IN_BACKGROUND).id();
    clock.advance(SECOND.minusMillis(1));
    assertEquals(RunStatus.PENDING, current(id).status());
    clock.advance(Duration.ofMillis(1));
    assertEquals(List.of("start RUNNING"), steps(current(id)));
    clock.advance(SECOND);
    Run running = current(id);
    assertEquals(RunStatus.RUNNING, running.status());
    assertEquals(NOW.plusSeconds(1), running.startedAt());
    assertNull(running.endedAt());
    assertEquals(List.of("start COMPLETED", "classify RUNNING"), steps(running));
    clock.advance(Duration.ofMinutes(1));
    Run ended = current(id);
    assertEquals(RunStatus.COMPLETED, ended.status());
    assertTrue(ended.output().size() > 5);
    assertEquals(NOW.plusSeconds(1 + ended.output().size()), ended.endedAt());
    assertTrue(steps(ended).stream().allMatch(step -> step.endsWith(" COMPLETED")));
    assertEquals("{\"ticket\":1.50}", output(ended, "start").json());
  }

  @Test
  void endsSoonWithoutAClock() {
    try (CortexSandbox quick = CortexSandbox.start()) {
      Run started = valid(post(quick, RUNS, IN_BACKGROUND));
      assertEquals(RunStatus.PENDING, started.status());
      Run run = started;
      long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (!run.status().isEnded() && System.nanoTime() < end) {
        run = valid(get(quick, RUNS + "/" + started.id()));
      }
      assertEquals(RunStatus.COMPLETED, run.status());
      assertEquals(
          run, quick.runs("app_1", "work_1").get(0).toBuilder().workflowVersion(null).build());
    }
  }

  @Test
  void otherRunsStayAsTheyAreWithoutAClock() {
    try (CortexSandbox quick = CortexSandbox.start()) {
      Run future =
          FakeRuns.run(1).toBuilder()
              .id("f")
              .createdAt(Instant.parse("9000-01-01T00:00:00Z"))
              .build();
      quick.add(future);
      post(quick, RUNS, IN_BACKGROUND);
      assertEquals(future, quick.runs("app_1", "work_1").get(0));
    }
  }

  @Test
  void answersAtTheEndIfNotInTheBackground() throws Exception {
    CompletableFuture<Run> response =
        CompletableFuture.supplyAsync(() -> start("{\"background\":false}"));
    while (sandbox.requests().isEmpty()) {
      Thread.onSpinWait();
    }
    assertEquals(200, sandbox.requests().get(0).status());
    assertEquals(RunStatus.PENDING, sandbox.runs("app_1", "work_1").get(0).status());
    clock.advance(Duration.ofMinutes(1));
    Run ended = response.get();
    assertEquals(RunStatus.COMPLETED, ended.status());
    assertEquals(current(ended.id()), ended);
  }

  @Test
  void answersAtTheEndOfACanceledRun() throws Exception {
    CompletableFuture<Run> response = CompletableFuture.supplyAsync(() -> start("{}"));
    while (sandbox.requests().isEmpty()) {
      Thread.onSpinWait();
    }
    cancel(sandbox.runs("app_1", "work_1").get(0).id());
    assertEquals(RunStatus.CANCELLED, response.get().status());
  }

  @Test
  void waitsInRealTimeWithoutAClock() {
    try (CortexSandbox quick = CortexSandbox.start()) {
      assertEquals(RunStatus.COMPLETED, valid(post(quick, RUNS, "{}")).status());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', wver_14",
    "'\"workflow_version_id\":\"latest\",', wver_14",
    "'\"workflow_version_id\":\"wver_13\",', wver_13",
    "'\"workflow_version_id\":12,', wver_12"
  })
  void usesTheVersion(String member, String version) {
    HttpResponse<String> response =
        post(sandbox, RUNS + "?verbose=all", "{" + member + "\"background\":true}");
    valid(response);
    JsonValue run = JsonValue.parse(response.body());
    assertEquals(version, at(run, "/workflow_version/id").asString());
    assertTrue(at(run, "/workflow_version_draft").isNull());
    assertEquals("14", version.equals("wver_14") ? at(run, "/version").json() : "14");
  }

  @Test
  void usesTheDraft() {
    HttpResponse<String> response =
        post(
            sandbox,
            RUNS + "?verbose=all",
            "{\"workflow_version_id\":\"draft\",\"background\":true}");
    Run run = valid(response);
    assertNull(run.workflowVersion());
    assertNull(run.version());
    assertEquals(
        "\"returns-desk\"",
        at(JsonValue.parse(response.body()), "/workflow_version_draft/key").json());
  }

  @Test
  void startsAtTheStep() {
    String id = start("{\"from_step_key\":\"classify\",\"background\":true}").id();
    clock.advance(SECOND);
    assertEquals(List.of("classify RUNNING"), steps(current(id)));
  }

  @Test
  void startsAWorkflowWithoutDefinition() {
    sandbox.addWorkflow("app_2", "mine");
    String path = "/apps/app_2/workflows/mine/runs";
    Run run = valid(post(sandbox, path, "{\"input\":null,\"background\":true}"));
    assertNull(run.input());
    clock.advance(SECOND);
    assertEquals(RunStatus.COMPLETED, valid(get(sandbox, path + "/" + run.id())).status());
  }

  @Test
  void becomesWhatTheTestDecides() {
    sandbox.outcome(
        run -> FakeRuns.failed(run.toBuilder().output(Map.of()).build(), "answer", "No"));
    String id = start(IN_BACKGROUND).id();
    clock.advance(SECOND);
    assertEquals(List.of("answer RUNNING"), steps(current(id)));
    clock.advance(SECOND);
    Run failed = current(id);
    assertEquals(RunStatus.FAILED, failed.status());
    assertEquals("answer: No", failed.error());
    assertEquals(NOW.plusSeconds(2), failed.endedAt());
  }

  @Test
  void keepsItsIdentityWhateverTheTestDecides() {
    sandbox.outcome(run -> FakeRuns.run(1));
    Run run = start(IN_BACKGROUND);
    assertEquals("run_started_1", run.id());
    assertEquals(NOW, run.createdAt());
    assertEquals(Map.of("ticket", JsonValue.parse("1.50")), run.input());
  }

  @Test
  void neverEndsWithoutAnEnd() {
    sandbox.outcome(run -> run.toBuilder().status(RunStatus.RUNNING).endedAt(null).build());
    String id = start(IN_BACKGROUND).id();
    clock.advance(Duration.ofDays(1000));
    assertEquals(RunStatus.RUNNING, current(id).status());
    assertEquals(RunStatus.CANCELLED, cancel(id).status());
  }

  @Test
  void numbersItsRuns() {
    sandbox.add(FakeRuns.run(1).toBuilder().id("run_started_2").build());
    assertEquals("run_started_1", start(IN_BACKGROUND).id());
    assertEquals("run_started_3", start(IN_BACKGROUND).id());
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/wrong-starts.csv", delimiter = ';', useHeadersInDisplayName = true)
  void refusesAWrongBody(String body, String path, String message) {
    HttpResponse<String> response = post(sandbox, RUNS, body);
    assertEquals(422, response.statusCode());
    assertEquals(List.of(), SPEC.errors("ErrorResponse", response.body()));
    JsonValue error = at(JsonValue.parse(response.body()), "/errors/0");
    assertEquals(message, at(error, "/message").asString());
    assertEquals(
        path,
        String.join(" ", at(error, "/path").asList().stream().map(JsonValue::asString).toList()));
    assertEquals(260, sandbox.runs("app_1", "work_1").size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/jsonp", "multipart/form-data; boundary=x", ""})
  void refusesOtherContentTypes(String type) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + RUNS))
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .header("Authorization", "Bearer " + sandbox.apiKey());
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    HttpResponse<String> response = SandboxCaller.send(request.build());
    assertEquals(415, response.statusCode());
    assertEquals(List.of(), SPEC.errors("ErrorResponse", response.body()));
  }

  @Test
  void refusesWrongParametersAndPlaces() {
    assertEquals(422, post(sandbox, RUNS + "?verbose=x", "{}").statusCode());
    assertEquals(404, post(sandbox, "/apps/app_1/workflows/none/runs", "{}").statusCode());
    assertEquals(401, SandboxCaller.send(sandbox, RUNS, "POST", null).statusCode());
    assertEquals(404, post(sandbox, RUNS + "/none/cancel", "").statusCode());
    assertEquals(422, post(sandbox, RUNS + "/none/cancel?verbose=x", "").statusCode());
    assertEquals(260, sandbox.runs("app_1", "work_1").size());
  }

  @Test
  void cancels() {
    String id = start(IN_BACKGROUND).id();
    clock.advance(Duration.ofMillis(2500));
    Run cancelled = cancel(id);
    assertEquals(RunStatus.CANCELLED, cancelled.status());
    assertEquals(NOW.plusMillis(2500), cancelled.endedAt());
    assertEquals(List.of("start COMPLETED", "classify CANCELLED"), steps(cancelled));
    clock.advance(Duration.ofMinutes(1));
    assertEquals(cancelled, current(id));
    assertEquals(cancelled, cancel(id));
  }

  @Test
  void cancelsARunThatWasNotStartedByARequest() {
    try (CortexSandbox quick = CortexSandbox.start()) {
      for (Run run : quick.runs("app_1", "work_1")) {
        Run answer = valid(post(quick, RUNS + "/" + run.id() + "/cancel?verbose=all", ""));
        boolean wasOver = run.status().isEnded();
        assertEquals(wasOver ? run.status() : RunStatus.CANCELLED, answer.status());
        assertTrue(wasOver ? answer.equals(run) : answer.endedAt() != null);
      }
    }
  }

  private Run start(String body) {
    return valid(post(sandbox, RUNS, body));
  }

  private Run cancel(String id) {
    return valid(post(sandbox, RUNS + "/" + id + "/cancel", ""));
  }

  private Run current(String id) {
    return valid(get(sandbox, RUNS + "/" + id));
  }

  private static JsonValue output(Run run, String step) {
    return at(JsonValue.ofObject(run.output()), "/" + step + "/output");
  }

  private static List<String> steps(Run run) {
    return run.output().entrySet().stream()
        .map(step -> step.getKey() + " " + at(step.getValue(), "/status").asString())
        .toList();
  }

  private static Run valid(HttpResponse<String> response) {
    assertEquals(200, response.statusCode(), response.body());
    assertEquals(List.of(), SPEC.errors("Run", response.body()));
    return run(JsonValue.parse(response.body()));
  }
}
