package ai.withcortex.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.client.CortexClient;
import ai.withcortex.client.paging.Page;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Run;
import ai.withcortex.model.StepType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples in the Javadoc of what is for code that reads pages; DocsTest compares. */
final class PagingExampleTest {
  @Test
  void fakeRuns() {
    List<Run> runs = FakeRuns.list(250);
    Page<Run> last = FakeRuns.page(runs, 3, 100);
    Run answered =
        FakeRuns.withOutput(
            FakeRuns.run(1), "answer", StepType.MODEL, JsonValue.parse("{\"message\": \"Yes\"}"));
    Run failed = FakeRuns.failed(answered, "send", "No permission for this action");

    assertEquals(50, last.items().size());
    assertEquals(runs.get(0).id(), failed.id());
  }

  @Test
  void mutationScript() {
    MutationScript aNewRun = MutationScript.none().beforeRequest(2, Mutation.insertFirst());
    MutationScript shrinking = MutationScript.none().duringEachRequest(Mutation.deleteAnywhere());
    MutationScript busy = MutationScript.random(7, 3, 3).beforeRequest(5, Mutation.deleteAt(0));

    assertReadsAll(aNewRun, PagingBehaviour.standard());
    assertReadsAll(shrinking, PagingBehaviour.standard());
    assertReadsAll(busy, PagingBehaviour.standard());
  }

  @Test
  void observation() {
    try (CortexSandbox sandbox = CortexSandbox.start()) {
      sandbox.mutations(MutationScript.random(7, 3, 3));
      Observation observation = sandbox.observe("app_1", "work_1");
      List<String> read = readAllIds(sandbox);
      assertTrue(read.containsAll(observation.lasting()));
      assertEquals(read.size(), new HashSet<>(read).size());
    }
  }

  @Test
  void pagingBehaviour() {
    PagingBehaviour fromZero = PagingBehaviour.standard().firstPage(0).repeatsLastPage();
    PagingBehaviour stubborn = PagingBehaviour.standard().ignoresTake(30).answersPageZero();
    PagingBehaviour silent = PagingBehaviour.standard().hidesPage().hidesTake().hidesCount();

    assertReadsAll(MutationScript.none(), fromZero);
    assertReadsAll(MutationScript.none(), stubborn);
    assertReadsAll(MutationScript.none(), silent);
  }

  private static void assertReadsAll(MutationScript script, PagingBehaviour behaviour) {
    try (CortexSandbox sandbox =
        CortexSandbox.builder().slimRuns(1000).mutations(script).paging(behaviour).start()) {
      Observation observation = sandbox.observe("app_1", "work_1");
      List<String> read = readAllIds(sandbox);
      assertTrue(read.containsAll(observation.lasting()));
      assertEquals(read.size(), new HashSet<>(read).size());
    }
  }

  private static List<String> readAllIds(CortexSandbox sandbox) {
    List<String> ids = new ArrayList<>();
    try (CortexClient client =
        CortexClient.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUrl()).build()) {
      client.workflow("app_1", "work_1").runs().forEach(run -> ids.add(run.id()));
    }
    return ids;
  }
}
