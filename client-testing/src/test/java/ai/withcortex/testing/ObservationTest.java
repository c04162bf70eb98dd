package ai.withcortex.testing;

import static ai.withcortex.testing.SandboxCaller.header;
import static ai.withcortex.testing.SandboxCaller.newRun;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ObservationTest {
  private static final String PATH = "/apps/a/workflows/w/runs";

  private final CortexSandbox sandbox = CortexSandbox.builder().empty().start();

  @BeforeEach
  void addThree() {
    sandbox.add(newRun("3", "2025-06-01T00:00:00Z"));
    sandbox.add(newRun("2", "2025-06-02T00:00:00Z"));
    sandbox.add(newRun("1", "2025-06-03T00:00:00Z"));
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void everyRunLastsUntilSomethingHappens() {
    Observation observation = sandbox.observe("a", "w");
    assertSeen(observation, List.of("1", "2", "3"), List.of(), List.of());
  }

  @Test
  void seesWhatIsAddedAndRemoved() {
    Observation observation = sandbox.observe("a", "w");
    sandbox.add(newRun("4", null));
    sandbox.add(newRun("5", null));
    sandbox.remove("2");
    sandbox.remove("5");
    assertSeen(observation, List.of("1", "3"), List.of("4", "5"), List.of("2", "5"));
  }

  @Test
  void aRunThatComesBackHasNotLasted() {
    Observation observation = sandbox.observe("a", "w");
    sandbox.remove("2");
    sandbox.add(newRun("2", "2025-06-02T00:00:00Z"));
    assertSeen(observation, List.of("1", "3"), List.of("2"), List.of("2"));
  }

  @Test
  void seesTheChangesOfAScript() {
    Observation observation = sandbox.observe("a", "w");
    sandbox.mutations(
        MutationScript.none()
            .beforeRequest(1, Mutation.insertAt(1), Mutation.deleteAt(0))
            .duringRequest(1, Mutation.deleteLast()));
    SandboxCaller.get(sandbox, PATH);
    assertSeen(observation, List.of("2"), List.of("run_added_1"), List.of("1", "3"));
  }

  @Test
  void aRunThatIsReplacedStaysUnlessItMoves() {
    Observation observation = sandbox.observe("a", "w");
    Run second = newRun("2", "2025-06-02T00:00:00Z");
    sandbox.replace(second.toBuilder().status(RunStatus.FAILED).build());
    assertSeen(observation, List.of("1", "2", "3"), List.of(), List.of());

    sandbox.replace(second.toBuilder().createdAt(Instant.parse("2025-06-04T00:00:00Z")).build());
    assertSeen(observation, List.of("1", "3"), List.of("2"), List.of("2"));

    sandbox.replace(newRun("3", "2025-06-01T00:00:00Z").toBuilder().workflowId("other").build());
    assertSeen(observation, List.of("1"), List.of("2"), List.of("2", "3"));
  }

  @Test
  void seesThatAllIsCleared() {
    Observation observation = sandbox.observe("a", "w");
    sandbox.clear();
    sandbox.add(newRun("1", null));
    assertSeen(observation, List.of(), List.of("1"), List.of("1", "2", "3"));
  }

  @Test
  void looksAtOneWorkflowFromItsBeginningOn() {
    sandbox.addWorkflow("a", "other");
    Observation first = sandbox.observe("a", "w");
    Observation other = sandbox.observe("a", "other");
    sandbox.remove("1");
    Observation second = sandbox.observe("a", "w");
    sandbox.remove("2");
    assertSeen(first, List.of("3"), List.of(), List.of("1", "2"));
    assertSeen(second, List.of("3"), List.of(), List.of("2"));
    assertSeen(other, List.of(), List.of(), List.of());
  }

  @Test
  void setsAreOfTheirTime() {
    Observation observation = sandbox.observe("a", "w");
    Set<String> lasting = observation.lasting();
    Set<String> removed = observation.removed();
    Set<String> added = observation.added();
    sandbox.clear();
    assertEquals(Set.of("1", "2", "3"), lasting);
    assertEquals(Set.of(), removed);
    for (Set<String> set : List.of(lasting, removed, added)) {
      assertThrows(UnsupportedOperationException.class, () -> set.add("x"));
    }
  }

  @Test
  void wantsAWorkflow() {
    Exception e = assertThrows(IllegalArgumentException.class, () -> sandbox.observe("a", "other"));
    assertEquals("App a has no workflow other; add it with addWorkflow() first", e.getMessage());
  }

  @Test
  void missesNothingThatManyThreadsDo() throws Exception {
    int threads = 4;
    sandbox.mutations(MutationScript.random(1, 3, 3));
    Set<String> first = ids();
    Observation observation = sandbox.observe("a", "w");
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    List<Future<?>> futures = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      String name = "t" + t + "-";
      futures.add(executor.submit(() -> change(name)));
    }
    for (Future<?> future : futures) {
      future.get();
    }
    executor.shutdown();

    assertEquals(without(first, observation.removed()), observation.lasting());
    Set<String> last = without(observation.added(), observation.removed());
    last.addAll(observation.lasting());
    assertEquals(ids(), last);
    assertTrue(observation.added().size() > threads * 100, observation.added()::toString);
  }

  /** Adds runs and removes some, unless the script was faster, and lists after each step. */
  private void change(String name) {
    for (int i = 0; i < 100; i++) {
      sandbox.add(newRun(name + i, "2025-06-02T00:00:0" + i % 10 + "Z"));
      if (i % 3 == 0) {
        sandbox.remove(name + i);
      }
      HttpResponse<String> response = SandboxCaller.get(sandbox, PATH + "?take=50");
      List<String> ids = SandboxCaller.ids(response);
      assertEquals(ids.size(), new HashSet<>(ids).size());
      int count = Integer.parseInt(requireNonNull(header(response, "pagination-count")));
      assertEquals(Math.min(50, count), ids.size());
    }
  }

  private Set<String> ids() {
    return sandbox.runs("a", "w").stream().map(Run::id).collect(Collectors.toSet());
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    Set<String> rest = new HashSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  private static void assertSeen(
      Observation observation, List<String> lasting, List<String> added, List<String> removed) {
    assertEquals(lasting, List.copyOf(observation.lasting()));
    assertEquals(added, List.copyOf(observation.added()));
    assertEquals(removed, List.copyOf(observation.removed()));
  }
}
