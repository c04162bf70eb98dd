package ai.withcortex.testing;

import static ai.withcortex.testing.SandboxCaller.RUNS;
import static ai.withcortex.testing.SandboxCaller.at;
import static ai.withcortex.testing.SandboxCaller.get;
import static ai.withcortex.testing.SandboxCaller.post;
import static ai.withcortex.testing.SandboxCaller.run;
import static ai.withcortex.testing.SandboxCaller.sendJson;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Retention;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunOrigin;
import ai.withcortex.model.RunStatus;
import ai.withcortex.model.StepType;
import ai.withcortex.spec.SpecValidator;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests replay runs and change how long runs are kept. */
@Tag("spec")
final class SandboxReplayTest {
  private static final SpecValidator SPEC = SpecValidator.load();
  private static final Instant NOW = Instant.parse("2025-06-13T17:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final String A_DAY = "{\"retention\":86400}";

  private final FakeClock clock = FakeClock.at(NOW);
  private final CortexSandbox sandbox = CortexSandbox.builder().clock(clock).start();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void replaysARunFromAStep() {
    Run old = ended();
    List<String> steps = List.copyOf(old.output().keySet());
    clock.advance(DAY);
    Run replay = valid(replay(old.id(), steps.get(2), ",\"retention\":60"));
    assertNotEquals(old.id(), replay.id());
    assertEquals(RunStatus.PENDING, replay.status());
    assertEquals(RunOrigin.ENDPOINT, replay.origin());
    assertEquals(old.input(), replay.input());
    assertEquals(NOW.plus(DAY).plusSeconds(60), replay.createdAt());
    assertEquals(60L, Objects.requireNonNull(replay.retention()).maxAgeInSeconds());
    clock.advance(Duration.ofSeconds(59));
    Run again = current(replay.id());
    assertEquals(RunStatus.COMPLETED, again.status());
    assertEquals(steps.subList(2, steps.size()), List.copyOf(again.output().keySet()));
    assertEquals(old, current(old.id()));
  }

  @Test
  void replaysTheVersionOfTheRun() {
    String start = "{\"workflow_version_id\":\"wver_12\",\"background\":true}";
    String id = valid(post(sandbox, RUNS, start)).id();
    assertEquals(422, replay(id, "classify", "").statusCode());
    HttpResponse<String> response =
        post(
            sandbox,
            RUNS + "/" + id + "/replay?verbose=all",
            "{\"stepKey\":\"answer\",\"background\":true}");
    valid(response);
    assertEquals(
        "wver_12", at(JsonValue.parse(response.body()), "/workflow_version/id").asString());
  }

  @Test
  void replaysARunOfUnknownDefinition() {
    sandbox.addWorkflow("app_2", "mine");
    JsonValue output = JsonValue.of(true);
    Run one = FakeRuns.withOutput(FakeRuns.run(1), "first", StepType.CODE, output);
    Run two = FakeRuns.withOutput(one, "second", StepType.MODEL, output);
    sandbox.add(two.toBuilder().id("old").appId("app_2").workflowId("mine").build());
    String path = "/apps/app_2/workflows/mine/runs/";
    String body = "{\"stepKey\":\"second\",\"background\":true}";
    Run replay = valid(post(sandbox, path + "old/replay", body));
    clock.advance(Duration.ofMinutes(1));
    Run again = valid(get(sandbox, path + replay.id()));
    assertEquals(List.of("second"), List.copyOf(again.output().keySet()));
    assertEquals(422, post(sandbox, path + "old/replay", body.replace("second", "x")).statusCode());
  }

  @Test
  void answersAtTheEndIfNotInTheBackground() {
    try (CortexSandbox quick = CortexSandbox.start()) {
      String id = valid(post(quick, RUNS, "{}")).id();
      Run replay = valid(post(quick, RUNS + "/" + id + "/replay", "{\"stepKey\":\"start\"}"));
      assertEquals(RunStatus.COMPLETED, replay.status());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{};body stepKey;Required",
        "{\"stepKey\":null};body stepKey;Expected a string, received null",
        "{\"stepKey\":\"none\"};body stepKey;Step not found",
        "{\"stepKey\":\"start\",\"stream\":true};body stream;The sandbox does not send event streams",
        "{\"stepKey\":\"start\",\"retention\":-2};body retention;Expected a whole number of seconds, or -1"
      })
  void refusesAWrongReplay(String body, String path, String message) {
    String id = ended().id();
    int before = sandbox.runs("app_1", "work_1").size();
    assertRefused(path, message, post(sandbox, RUNS + "/" + id + "/replay", body));
    assertEquals(before, sandbox.runs("app_1", "work_1").size());
  }

  @Test
  void refusesReplaysOfNothing() {
    assertEquals(404, replay("none", "start", "").statusCode());
    assertEquals(
        422, post(sandbox, RUNS + "/none/replay?verbose=x", "{\"stepKey\":\"a\"}").statusCode());
    HttpResponse<String> noJson =
        SandboxCaller.send(
            sandbox, RUNS + "/" + ended().id() + "/replay", "POST", "Bearer " + sandbox.apiKey());
    assertEquals(415, noJson.statusCode());
  }

  @Test
  void removesARunThatIsDue() {
    String id = valid(post(sandbox, RUNS, "{\"background\":true,\"retention\":86400}")).id();
    String kept = valid(post(sandbox, RUNS, "{\"background\":true,\"retention\":-1}")).id();
    Run run = current(id);
    assertEquals(NOW.plus(DAY), run.retentionDueAt());
    assertNull(current(kept).retentionDueAt());
    Observation observation = sandbox.observe("app_1", "work_1");
    clock.advance(DAY.minusMillis(1));
    assertEquals(RunStatus.COMPLETED, current(id).status());
    clock.advance(Duration.ofMillis(1));
    assertEquals(404, get(sandbox, RUNS + "/" + id).statusCode());
    assertEquals(200, get(sandbox, RUNS + "/" + kept).statusCode());
    assertEquals(List.of(id), new ArrayList<>(observation.removed()));
  }

  @Test
  void changesTheRetention() {
    Run old = ended();
    Run changed = valid(change(old.id(), A_DAY));
    assertEquals(NOW.plus(DAY), changed.retentionDueAt());
    assertEquals(retention(86_400, false), changed.retention());
    assertEquals(changed, current(old.id()));
    assertEquals(changed, valid(change(old.id(), "{}")));
    Run unlimited = valid(change(old.id(), "{\"retention\":{\"max_age_in_seconds\":-1}}"));
    assertEquals(retention(-1, false), unlimited.retention());
    assertNull(unlimited.retentionDueAt());
    Run without = valid(change(old.id(), "{\"retention\":null}"));
    assertEquals(old, without);
    valid(change(old.id(), A_DAY));
    clock.advance(DAY);
    assertEquals(404, change(old.id(), A_DAY).statusCode());
  }

  @Test
  void changesTheRetentionOfARunThatGoesOn() {
    String id = valid(post(sandbox, RUNS, "{\"background\":true}")).id();
    clock.advance(Duration.ofMillis(1500));
    Run running = valid(change(id, "{\"retention\":5}"));
    assertEquals(RunStatus.RUNNING, running.status());
    assertEquals(NOW.plusSeconds(5), running.retentionDueAt());
    clock.advance(Duration.ofMillis(3499));
    assertEquals(RunStatus.RUNNING, current(id).status());
    clock.advance(Duration.ofMillis(1));
    assertEquals(404, get(sandbox, RUNS + "/" + id).statusCode());
  }

  @Test
  void answersEvenIfTheRunIsDueAtOnce() {
    Run old = ended();
    Run changed = valid(change(old.id(), "{\"retention\":0}"));
    assertEquals(NOW, changed.retentionDueAt());
    assertEquals(404, get(sandbox, RUNS + "/" + old.id()).statusCode());
  }

  @Test
  void keepsAFailedRunIfAsked() {
    sandbox.outcome(run -> FakeRuns.failed(run, "answer", "No"));
    String retention = "\"retention\":{\"max_age_in_seconds\":60,\"preserve_on_failure\":true}";
    String start = "{\"background\":true," + retention + "}";
    String failed = valid(post(sandbox, RUNS, start)).id();
    String cancelled = valid(post(sandbox, RUNS, start)).id();
    post(sandbox, RUNS + "/" + cancelled + "/cancel", "");
    assertEquals(NOW.plusSeconds(60), current(cancelled).retentionDueAt());
    clock.advance(DAY);
    assertEquals(retention(60, true), current(failed).retention());
    assertNull(current(failed).retentionDueAt());
    assertEquals(404, get(sandbox, RUNS + "/" + cancelled).statusCode());
  }

  @Test
  void keepsAllRunsWithoutAClock() {
    try (CortexSandbox quick = CortexSandbox.start()) {
      String sample = quick.runs("app_1", "work_1").get(9).id();
      String started = valid(post(quick, RUNS, "{}")).id();
      for (String id : List.of(sample, started)) {
        String path = RUNS + "/" + id;
        Run changed = valid(sendJson(quick, path + "/retention", "PATCH", "{\"retention\":0}"));
        assertEquals(changed.createdAt(), changed.retentionDueAt());
        assertEquals(changed, valid(get(quick, path)));
      }
    }
  }

  @Test
  void refusesAWrongRetention() {
    String id = ended().id();
    String message = "Expected a whole number of seconds, or -1";
    assertRefused("body retention", message, change(id, "{\"retention\":1.5}"));
    assertEquals(404, change("none", A_DAY).statusCode());
    assertEquals(
        422, sendJson(sandbox, RUNS + "/none/retention?verbose=x", "PATCH", A_DAY).statusCode());
  }

  private Run ended() {
    Run run = valid(post(sandbox, RUNS, "{\"input\":{\"ticket\":\"a\"},\"background\":true}"));
    clock.advance(Duration.ofMinutes(1));
    Run ended = current(run.id());
    assertEquals(RunStatus.COMPLETED, ended.status());
    return ended;
  }

  private HttpResponse<String> replay(String id, String step, String more) {
    String body = "{\"stepKey\":\"" + step + "\",\"background\":true" + more + "}";
    return post(sandbox, RUNS + "/" + id + "/replay", body);
  }

  private HttpResponse<String> change(String id, String body) {
    return sendJson(sandbox, RUNS + "/" + id + "/retention", "PATCH", body);
  }

  private Run current(String id) {
    return valid(get(sandbox, RUNS + "/" + id));
  }

  private static Retention retention(long seconds, boolean isPreserved) {
    return Retention.builder().maxAgeInSeconds(seconds).preserveOnFailure(isPreserved).build();
  }

  private static void assertRefused(String path, String message, HttpResponse<String> response) {
    assertEquals(422, response.statusCode());
    assertEquals(List.of(), SPEC.errors("ErrorResponse", response.body()));
    JsonValue error = at(JsonValue.parse(response.body()), "/errors/0");
    assertEquals(message, at(error, "/message").asString());
    List<String> names = at(error, "/path").asList().stream().map(JsonValue::asString).toList();
    assertEquals(path, String.join(" ", names));
  }

  private static Run valid(HttpResponse<String> response) {
    assertEquals(200, response.statusCode(), response.body());
    assertEquals(List.of(), SPEC.errors("Run", response.body()));
    return run(JsonValue.parse(response.body()));
  }
}
