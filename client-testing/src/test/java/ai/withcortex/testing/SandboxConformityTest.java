package ai.withcortex.testing;

import static ai.withcortex.testing.SandboxCaller.APP_LESS_RUNS;
import static ai.withcortex.testing.SandboxCaller.RUNS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.spec.SpecValidator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that a sandbox serves is valid, and everything that the spec allows is in there. */
@Tag("spec")
final class SandboxConformityTest {
  private static final SpecValidator SPEC = SpecValidator.load();

  // By name: a value that the spec gains is not in the data until somebody puts it there.
  private static final Set<String> STATUSES =
      Set.of("PENDING", "RUNNING", "CANCELLED", "COMPLETED", "SKIPPED", "FAILED");
  private static final Set<String> ORIGINS =
      Set.of("WORKFLOW", "TRIGGER", "RECORD", "TEST", "ENDPOINT");
  private static final Set<String> STEP_TYPES =
      Set.of(
          "note",
          "input",
          "branch",
          "code",
          "model",
          "http_request",
          "browser",
          "workflow",
          "service");

  @ParameterizedTest
  @ValueSource(longs = {CortexSandbox.DEFAULT_SEED, 0, -1, 7_000_000_000L})
  void servesValidRunsOfEveryKind(long seed) {
    try (CortexSandbox sandbox = CortexSandbox.builder().seed(seed).start()) {
      List<JsonValue> runs = new ArrayList<>();
      for (String path : List.of(RUNS, APP_LESS_RUNS)) {
        for (boolean isVerbose : new boolean[] {false, true}) {
          for (String body : SandboxCaller.pages(sandbox, path, isVerbose)) {
            assertEquals(List.of(), SPEC.errorsInArray("Run", body));
          }
        }
        runs.addAll(SandboxCaller.allRuns(sandbox, path, true));
      }
      assertEquals(300, runs.size());
      assertHasEverything(runs);
    }
  }

  private static void assertHasEverything(List<JsonValue> runs) {
    assertHas(STATUSES, strings(runs, "/status"));
    assertHas(ORIGINS, strings(runs, "/origin"));
    List<JsonValue> definitions =
        all(runs, "/workflow_version", "/workflow_version_draft").toList();
    List<JsonValue> steps =
        definitions.stream()
            .filter(definition -> !definition.isNull())
            .flatMap(definition -> SandboxCaller.at(definition, "/steps").asList().stream())
            .toList();
    assertHas(STEP_TYPES, strings(steps, "/type"));
    assertNullAndSet(runs, steps);
    assertEquals(
        Set.of(JsonValue.Kind.values()),
        all(runs, "/result").map(JsonValue::kind).collect(Collectors.toSet()));
    assertTimestampsInEveryForm(runs);
    assertOutputs(runs);
    assertCredits(runs);
    assertTrue(mostUseOneVersion(runs));
  }

  private static void assertNullAndSet(List<JsonValue> runs, List<JsonValue> steps) {
    for (String name :
        List.of(
            "input",
            "workflow_version",
            "workflow_version_draft",
            "result",
            "created_at",
            "started_at",
            "ended_at",
            "updated_at")) {
      assertNullAndSet(runs, "/" + name);
    }
    for (String name : List.of("input", "input_default", "input_options")) {
      assertNullAndSet(runs, "/workflow_version/" + name);
      assertNullAndSet(runs, "/workflow_version_draft/" + name);
    }
    for (String name : List.of("description", "notes", "rollback_version", "created_by/name")) {
      assertNullAndSet(runs, "/workflow_version/" + name);
    }
    assertNullAndSet(steps, "/step_key");
    for (String name :
        List.of("result", "error", "version", "collection_id", "record_id", "usage")) {
      assertTrue(runs.stream().anyMatch(run -> run.get(name) == null), name);
      assertTrue(runs.stream().anyMatch(run -> run.get(name) != null), name);
    }
  }

  private static void assertTimestampsInEveryForm(List<JsonValue> runs) {
    for (String name : List.of("created_at", "started_at", "ended_at", "updated_at")) {
      Set<String> times = strings(runs, "/" + name);
      assertTrue(times.stream().anyMatch(time -> time.matches("[0-9-]{10}")), name);
      assertTrue(times.stream().anyMatch(time -> time.matches(".*[.][0-9]+Z")), name);
      assertTrue(times.stream().anyMatch(time -> time.endsWith("-05:00")), name);
      assertTrue(times.stream().anyMatch(time -> time.endsWith("+05:30")), name);
    }
    Set<String> created = strings(runs, "/created_at");
    for (int digits : new int[] {1, 2, 3, 6, 9}) {
      String form = ".*[.][0-9]{" + digits + "}(Z|[+-]..:..)";
      assertTrue(created.stream().anyMatch(time -> time.matches(form)), form);
    }
    assertTrue(strings(runs, "/workflow_version/created_at").contains("2025-06-02"));
  }

  private static void assertOutputs(List<JsonValue> runs) {
    List<JsonValue> outputs =
        all(runs, "/output").flatMap(output -> output.asMap().values().stream()).toList();
    assertEquals(
        Set.of("RUNNING", "CANCELLED", "SKIPPED", "COMPLETED", "FAILED"),
        strings(outputs, "/status"));
    Set<String> kinds = new TreeSet<>(STEP_TYPES);
    kinds.remove("note");
    assertEquals(kinds, strings(outputs, "/type"));
    assertTrue(all(outputs, "/output").anyMatch(o -> o.kind() == JsonValue.Kind.ARRAY));
    assertTrue(all(outputs, "/calls/0/calls/0/id").findAny().isPresent());
    assertTrue(all(outputs, "/logs/0").findAny().isPresent());
    assertTrue(all(outputs, "/end").anyMatch(end -> end.json().endsWith(".25")));
    for (JsonValue output : outputs) {
      boolean isFailed = SandboxCaller.at(output, "/status").asString().equals("FAILED");
      assertEquals(isFailed, output.get("error") != null);
    }
  }

  private static void assertCredits(List<JsonValue> runs) {
    assertTrue(
        all(runs, "/usage/total").anyMatch(total -> total.json().matches("[0-9]+[.][0-9]+")));
    assertTrue(all(runs, "/usage/calls/0/calls/0/calls/0/total").findAny().isPresent());
    assertTrue(all(runs, "/usage/steps/archive/calls/0/calls/0/steps/store").findAny().isPresent());
  }

  private static boolean mostUseOneVersion(List<JsonValue> runs) {
    long newest =
        all(runs, "/workflow_version/id").filter(id -> id.asString().equals("wver_14")).count();
    return newest > 100 && strings(runs, "/workflow_version/id").size() == 6;
  }

  @Test
  void theSameSeedGivesTheSameBytes() {
    assertEquals(bodies(1), bodies(1));
    assertNotEquals(bodies(1), bodies(2));
    try (CortexSandbox sandbox = CortexSandbox.start()) {
      assertEquals(bodies(CortexSandbox.DEFAULT_SEED), bodies(sandbox));
    }
  }

  private static List<String> bodies(long seed) {
    try (CortexSandbox sandbox = CortexSandbox.builder().seed(seed).start()) {
      return bodies(sandbox);
    }
  }

  private static List<String> bodies(CortexSandbox sandbox) {
    List<String> bodies = SandboxCaller.pages(sandbox, RUNS, true);
    bodies.addAll(SandboxCaller.pages(sandbox, APP_LESS_RUNS, true));
    return bodies;
  }

  private static void assertNullAndSet(List<JsonValue> objects, String pointer) {
    assertTrue(all(objects, pointer).anyMatch(JsonValue::isNull), pointer + " is never null");
    assertTrue(all(objects, pointer).anyMatch(v -> !v.isNull()), pointer + " is always null");
  }

  private static void assertHas(Set<String> wanted, Set<String> found) {
    assertTrue(found.containsAll(wanted), () -> "expected " + wanted + " but found " + found);
  }

  private static Set<String> strings(List<JsonValue> objects, String pointer) {
    return all(objects, pointer)
        .filter(value -> !value.isNull())
        .map(JsonValue::asString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What is there at one of the pointers. */
  private static Stream<JsonValue> all(List<JsonValue> objects, String... pointers) {
    return Stream.of(pointers)
        .flatMap(pointer -> objects.stream().map(object -> object.at(pointer)))
        .filter(value -> value != null);
  }
}
