package ai.withcortex.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.withcortex.client.CortexClient;
import ai.withcortex.client.paging.Page;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples in the Javadoc of what is for code that reads pages compile and run. */
final class PagingExampleTest {
  @ParameterizedTest
  @ValueSource(strings = {"FakeRuns", "PagingBehaviour"})
  void theJavadocShowsWhatIsHere(String type) throws IOException {
    JavadocExample.assertIsIn(PagingExampleTest.class, type);
  }

  @Test
  void fakeRuns() {
    List<Run> runs = FakeRuns.list(250);
    Page<Run> last = FakeRuns.page(runs, 3, 100);
    Run running = FakeRuns.run(1).toBuilder().status(RunStatus.RUNNING).endedAt(null).build();

    assertEquals(50, last.items().size());
    assertEquals(runs.get(0).id(), running.id());
  }

  @Test
  void pagingBehaviour() {
    PagingBehaviour fromZero = PagingBehaviour.standard().firstPage(0).repeatsLastPage();
    PagingBehaviour stubborn = PagingBehaviour.standard().ignoresTake(30).answersPageZero();
    PagingBehaviour silent = PagingBehaviour.standard().hidesPage().hidesTake().hidesCount();

    assertReadsAll(fromZero);
    assertReadsAll(stubborn);
    assertReadsAll(silent);
  }

  private static void assertReadsAll(PagingBehaviour behaviour) {
    try (CortexSandbox sandbox = CortexSandbox.builder().slimRuns(1000).paging(behaviour).start()) {
      List<Run> runs = FakeRuns.list(1000);
      assertEquals(
          runs.stream().map(Run::id).toList(), readAllIds(sandbox).stream().sorted().toList());
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
