package ai.withcortex.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.withcortex.client.paging.Page;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples in the Javadoc of what is for code that reads pages compile and run. */
final class PagingExampleTest {
  @ParameterizedTest
  @ValueSource(strings = {"FakeRuns"})
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
}
