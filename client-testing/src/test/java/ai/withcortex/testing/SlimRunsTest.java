package ai.withcortex.testing;

import static ai.withcortex.testing.SandboxCaller.APP_LESS_RUNS;
import static ai.withcortex.testing.SandboxCaller.RUNS;
import static ai.withcortex.testing.SandboxCaller.get;
import static ai.withcortex.testing.SandboxCaller.header;
import static ai.withcortex.testing.SandboxCaller.ids;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import ai.withcortex.spec.SpecValidator;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("spec")
final class SlimRunsTest {
  private static final int COUNT = 100_000;

  private final CortexSandbox sandbox = CortexSandbox.builder().slimRuns(COUNT).start();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource({
    "page=1&take=200, run_0000001, run_0000200",
    "page=500&take=100, run_0049901, run_0050000",
    "page=1000&take=100, run_0099901, run_0100000",
  })
  void listsAnyPage(String query, String first, String last) {
    HttpResponse<String> response = get(sandbox, RUNS + "?" + query);
    List<String> ids = ids(response);
    assertEquals(first, ids.get(0));
    assertEquals(last, ids.get(ids.size() - 1));
    assertEquals("100000", header(response, "pagination-count"));
  }

  @Test
  void filters() {
    HttpResponse<String> response = get(sandbox, RUNS + "?status=FAILED&page=50&take=200");
    List<String> ids = ids(response);
    assertEquals(200, ids.size());
    assertEquals("run_0098003", ids.get(0));
    assertEquals("10000", header(response, "pagination-count"));
  }

  @Test
  void theJsonConformsToTheSpec() {
    String body = get(sandbox, RUNS + "?take=200").body();
    assertEquals(List.of(), SpecValidator.load().errorsInArray("Run", body));
  }

  @Test
  void replacesTheRunsOfOneWorkflowOnly() {
    assertEquals(FakeRuns.list(3), sandbox.runs("app_1", "work_1").subList(0, 3));
    assertEquals("40", header(get(sandbox, APP_LESS_RUNS), "pagination-count"));
    try (CortexSandbox alone = CortexSandbox.builder().empty().slimRuns(0).start()) {
      assertEquals("[]", get(alone, RUNS).body());
      assertEquals(404, get(alone, APP_LESS_RUNS).statusCode());
    }
  }

  @Test
  void runsAreRemovedAndAddedAgain() {
    assertTrue(sandbox.remove("run_0000002"));
    assertFalse(sandbox.remove("run_0000002"));
    assertFalse(sandbox.remove("run_0100001"));
    assertFalse(sandbox.remove("run_0000000"));
    assertEquals(List.of("run_0000001", "run_0000003"), ids(get(sandbox, RUNS + "?take=2")));

    sandbox.add(FakeRuns.run(2));
    assertEquals(
        List.of("run_0000001", "run_0000002", "run_0000003"), ids(get(sandbox, RUNS + "?take=3")));
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> sandbox.add(FakeRuns.run(COUNT)));
    assertEquals("Run run_0100000 already exists; use replace() to change it", e.getMessage());
  }

  @Test
  void runsAreReplaced() {
    Run running = FakeRuns.run(2).toBuilder().status(RunStatus.RUNNING).endedAt(null).build();
    assertTrue(sandbox.replace(running));
    assertEquals(List.of("run_0000002"), ids(get(sandbox, RUNS + "?status=RUNNING")));
    assertEquals(
        List.of(FakeRuns.run(1), running, FakeRuns.run(3)),
        sandbox.runs("app_1", "work_1").subList(0, 3));
    assertTrue(sandbox.remove("run_0000002"));
    assertEquals("99999", header(get(sandbox, RUNS), "pagination-count"));
  }

  @Test
  void runsChangeByScript() {
    Observation observation = sandbox.observe("app_1", "work_1");
    sandbox.mutations(
        MutationScript.none().beforeRequest(1, Mutation.deleteAt(50_000), Mutation.insertAt(2)));
    List<String> ids = ids(get(sandbox, RUNS + "?take=4"));
    assertEquals(List.of("run_0000001", "run_0000002", "run_added_1", "run_0000003"), ids);
    assertEquals(List.of("run_0050001"), List.copyOf(observation.removed()));
    assertEquals(COUNT - 1, observation.lasting().size());
  }

  @Test
  void runsAreCleared() {
    sandbox.clear();
    assertEquals("0", header(get(sandbox, RUNS), "pagination-count"));
    assertFalse(sandbox.remove("run_0000001"));
  }
}
