package ai.withcortex.testing;

import static ai.withcortex.testing.SandboxCaller.get;
import static ai.withcortex.testing.SandboxCaller.ids;
import static ai.withcortex.testing.SandboxCaller.newRun;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.model.Run;
import ai.withcortex.spec.SpecValidator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MutationScriptTest {
  private static final String PATH = "/apps/a/workflows/w/runs";
  private static final MutationScript NONE = MutationScript.none();
  private static final Fault NO_FAULT = Fault.none();
  private static final @Nullable String[] TIMES_OF_ALL = {
    null, "2025-06-02T00:00:00Z", "9999-12-31T23:59:59.999999999Z", "0000-01-01T00:00:00Z"
  };

  private final CortexSandbox sandbox = CortexSandbox.builder().empty().start();

  @AfterEach
  void close() {
    sandbox.close();
  }

  static Stream<Arguments> places() {
    return Stream.of(
        Arguments.of("+, a, b, c", Mutation.insertAt(0)),
        Arguments.of("+, a, b, c", Mutation.insertFirst()),
        Arguments.of("a, +, b, c", Mutation.insertAt(1)),
        Arguments.of("a, b, +, c", Mutation.insertAt(2)),
        Arguments.of("a, b, c, +", Mutation.insertAt(3)),
        Arguments.of("a, b, c, +", Mutation.insertAt(1000)),
        Arguments.of("a, b, c, +", Mutation.insertLast()),
        Arguments.of("b, c", Mutation.deleteAt(0)),
        Arguments.of("b, c", Mutation.deleteFirst()),
        Arguments.of("a, c", Mutation.deleteAt(1)),
        Arguments.of("a, b", Mutation.deleteAt(2)),
        Arguments.of("a, b", Mutation.deleteLast()),
        Arguments.of("a, b, c", Mutation.deleteAt(3)));
  }

  @ParameterizedTest
  @MethodSource("places")
  void changesTheListAnywhere(String expected, Mutation mutation) {
    addThree();
    sandbox.mutations(NONE.beforeRequest(1, mutation));
    assertEquals(expected, names());
    assertEquals(expected, names());
  }

  /** There is no other time between those of the neighbours. */
  @ParameterizedTest
  @MethodSource("places")
  void changesAListOfOneTimeAnywhere(String expected, Mutation mutation) {
    for (String time : TIMES_OF_ALL) {
      sandbox.clear();
      List.of("c", "b", "a").forEach(id -> sandbox.add(newRun(id, time)));
      sandbox.mutations(NONE.beforeRequest(1, mutation));
      assertEquals(expected, names(), "created at " + time);
    }
  }

  @Test
  void insertsBetweenTimesAndNone() {
    sandbox.add(newRun("a", "2025-06-01T00:00:00Z"));
    sandbox.add(newRun("b", null));
    sandbox.mutations(NONE.beforeRequest(1, Mutation.insertAt(1), Mutation.insertAt(3)));
    assertEquals("a, +, b, +", names());
    List<Run> runs = sandbox.runs("a", "w");
    assertEquals(Instant.parse("2025-05-31T23:59:59Z"), runs.get(1).createdAt());
    assertNull(runs.get(3).createdAt());
  }

  @Test
  void changesAnEmptyList() {
    sandbox.addWorkflow("a", "w");
    sandbox.mutations(
        NONE.beforeRequest(1, Mutation.deleteFirst(), Mutation.deleteLast())
            .beforeRequest(2, Mutation.deleteAnywhere(), Mutation.insertAt(7)));
    assertEquals("", names());
    assertEquals("+", names());
  }

  @Test
  void happensBeforeOrDuringOneRequest() {
    addThree();
    sandbox.mutations(
        NONE.beforeRequest(2, Mutation.deleteAt(0))
            .duringRequest(2, Mutation.deleteAt(0), Mutation.insertAt(1)));
    assertEquals("a, b, c", names());
    assertEquals("b, c", names());
    assertEquals("c, +", names());
    assertEquals("c, +", names());
  }

  @Test
  void happensBeforeAndDuringEachRequest() {
    addThree();
    sandbox.mutations(
        NONE.beforeEachRequest(Mutation.insertFirst()).duringEachRequest(Mutation.deleteLast()));
    assertEquals("+, a, b, c", names());
    assertEquals("+, +, a, b", names());
    assertEquals("+, +, +, a", names());
  }

  @Test
  void hasHappenedWhenTheCallerHasTheAnswer() {
    addThree();
    sandbox.mutations(NONE.duringRequest(1, Mutation.deleteFirst()));
    get(sandbox, PATH);
    assertEquals(2, sandbox.runs("a", "w").size());
  }

  /** An insertion between two runs again and again leaves less and less time between them. */
  @Test
  void whatIsInsertedFitsBetweenItsNeighbours() {
    addThree();
    Mutation[] insertions = Collections.nCopies(50, Mutation.insertAt(1)).toArray(new Mutation[0]);
    sandbox.mutations(NONE.beforeRequest(1, insertions).beforeRequest(1, Mutation.insertFirst()));
    String body = get(sandbox, PATH + "?take=200").body();

    assertEquals(List.of(), SpecValidator.load().errorsInArray("Run", body));
    List<Run> runs = sandbox.runs("a", "w");
    assertEquals(54, new HashSet<>(runs.stream().map(Run::id).toList()).size());
    for (int i = 1; i < runs.size(); i++) {
      Instant newer = requireNonNull(runs.get(i - 1).createdAt());
      assertFalse(newer.isBefore(requireNonNull(runs.get(i).createdAt())), "run " + i);
    }
  }

  @Test
  void filtersApplyToWhatIsInserted() {
    sandbox.addWorkflow("a", "w");
    Mutation[] insertions = Collections.nCopies(20, Mutation.insertLast()).toArray(new Mutation[0]);
    sandbox.mutations(NONE.beforeRequest(1, insertions));
    List<String> failed = ids(get(sandbox, PATH + "?status=FAILED"));
    assertEquals(List.of("run_added_3", "run_added_13"), failed);
  }

  @Test
  void insertedRunsAreLikeAnyOther() {
    addThree();
    sandbox.add(newRun("run_added_1", null));
    sandbox.mutations(NONE.beforeRequest(1, Mutation.insertFirst()));
    assertEquals(List.of("run_added_2", "a", "b", "c", "run_added_1"), ids(get(sandbox, PATH)));
    assertTrue(sandbox.remove("run_added_2"));
    assertEquals("a, b, c, +", names());
  }

  @Test
  void countsRequestsThatGetAsFarAsTheParameters() {
    addThree();
    sandbox.mutations(NONE.beforeEachRequest(Mutation.deleteFirst()));
    sandbox.faults(FaultScript.inOrder(NO_FAULT, NO_FAULT, NO_FAULT, Fault.status(503)));
    SandboxCaller.send(sandbox, PATH, "GET", "Bearer wrong");
    get(sandbox, "/apps/a/workflows/other/runs");
    assertEquals(3, sandbox.runs("a", "w").size());

    assertEquals(422, get(sandbox, PATH + "?page=x").statusCode());
    assertEquals(503, get(sandbox, PATH).statusCode());
    assertEquals(1, sandbox.runs("a", "w").size());
  }

  @Test
  void changesTheWorkflowOfTheRequest() {
    addThree();
    sandbox.add(newRun("x", null).toBuilder().workflowId("other").build());
    sandbox.mutations(NONE.beforeEachRequest(Mutation.insertFirst()));
    get(sandbox, "/apps/a/workflows/other/runs");
    assertEquals(3, sandbox.runs("a", "w").size());
    assertEquals(2, sandbox.runs("a", "other").size());
    assertEquals("other", sandbox.runs("a", "other").get(0).workflowId());
  }

  @Test
  void aScriptBeginsAnewEachTime() {
    MutationScript script = NONE.beforeRequest(1, Mutation.insertFirst());
    addThree();
    sandbox.mutations(script);
    assertEquals("+, a, b, c", names());
    sandbox.mutations(script);
    assertEquals("+, +, a, b, c", names());
    sandbox.mutations(NONE);
    assertEquals("+, +, a, b, c", names());
  }

  @Test
  void theSameSeedMakesTheSameChanges() {
    List<MutationScript> scripts =
        List.of(
            MutationScript.random(7, 5, 5),
            MutationScript.seeded(7, 5, Mutation.insertAt(3), Mutation.deleteAnywhere()),
            NONE.seed(7).duringEachRequest(Mutation.insertAnywhere(), Mutation.deleteAnywhere()));
    for (MutationScript script : scripts) {
      assertEquals(play(script), play(script));
      assertNotEquals(play(script), play(script.seed(8)));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void randomChangesAreWithinTheirBounds(long seed) {
    try (CortexSandbox slim = CortexSandbox.builder().slimRuns(1000).start()) {
      slim.mutations(MutationScript.random(seed, 3, 2));
      Observation observation = slim.observe("app_1", "work_1");
      int added = 0;
      int removed = 0;
      Set<Integer> additions = new HashSet<>();
      Set<Integer> removals = new HashSet<>();
      for (int i = 0; i < 100; i++) {
        get(slim, SandboxCaller.RUNS + "?take=1");
        additions.add(observation.added().size() - added);
        removals.add(observation.removed().size() - removed);
        added = observation.added().size();
        removed = observation.removed().size();
      }
      assertEquals(Set.of(0, 1, 2, 3), additions);
      assertEquals(Set.of(0, 1, 2), removals);
    }
  }

  @Test
  void randomChangesComeBeforeAndDuringRequests() {
    addThree();
    sandbox.mutations(MutationScript.random(1, 1, 0));
    int before = 0;
    int during = 0;
    for (int i = 0; i < 50; i++) {
      int size = sandbox.runs("a", "w").size();
      int listed = ids(get(sandbox, PATH + "?take=200")).size();
      before += listed - size;
      during += sandbox.runs("a", "w").size() - listed;
    }
    assertTrue(before > 5 && during > 5, before + " before and " + during + " during");
    assertTrue(before + during < 45, before + during + " in 50 requests");
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void namesMistakes(String message, Executable mistake) {
    Exception e = assertThrows(IllegalArgumentException.class, mistake);
    assertEquals(message, e.getMessage());
  }

  static Stream<Arguments> mistakes() {
    Mutation insertion = Mutation.insertFirst();
    return Stream.of(
        mistake("index must be at least 0 but is -1", () -> Mutation.insertAt(-1)),
        mistake("index must be at least 0 but is -1", () -> Mutation.deleteAt(-1)),
        mistake("request must be at least 1 but is 0", () -> NONE.beforeRequest(0, insertion)),
        mistake("request must be at least 1 but is 0", () -> NONE.duringRequest(0, insertion)),
        mistake("mutations is empty; pass at least one, or use none()", NONE::beforeEachRequest),
        mistake(
            "mutations is empty; pass at least one, or use none()", () -> NONE.beforeRequest(1)),
        mistake(
            "mostInserted must be from 0 to 1000 but is -1", () -> MutationScript.random(1, -1, 0)),
        mistake(
            "mostDeleted must be from 0 to 1000 but is 1001",
            () -> MutationScript.random(1, 0, 1001)),
        mistake(
            "most must be from 0 to 1000 but is -1",
            () -> MutationScript.seeded(1, -1, insertion)));
  }

  @Test
  void mutationsSayWhatTheyAre() {
    assertEquals("insert at 5", Mutation.insertAt(5).toString());
    assertEquals("delete last", Mutation.deleteLast().toString());
    assertEquals("delete anywhere", Mutation.deleteAnywhere().toString());
  }

  private static Arguments mistake(String message, Executable mistake) {
    return Arguments.of(message, mistake);
  }

  private void addThree() {
    sandbox.add(newRun("c", "2025-06-01T00:00:00Z"));
    sandbox.add(newRun("b", "2025-06-02T00:00:00Z"));
    sandbox.add(newRun("a", "2025-06-03T00:00:00Z"));
  }

  /** Lists the runs by name, those that a script has added as a plus. */
  private String names() {
    return ids(get(sandbox, PATH)).stream()
        .map(id -> id.startsWith("run_added_") ? "+" : id)
        .collect(Collectors.joining(", "));
  }

  /** What a script makes of the runs of a new sandbox, request by request. */
  private static List<List<String>> play(MutationScript script) {
    List<List<String>> pages = new ArrayList<>();
    try (CortexSandbox fresh =
        CortexSandbox.builder().empty().slimRuns(150).mutations(script).start()) {
      for (int i = 0; i < 20; i++) {
        pages.add(ids(get(fresh, SandboxCaller.RUNS + "?take=200")));
      }
      pages.add(fresh.runs("app_1", "work_1").stream().map(Run::id).toList());
    }
    return pages;
  }
}
