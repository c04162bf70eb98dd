package ai.withcortex.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which statuses are final, which follows from the spec. */
final class RunStatusTest {
  @Test
  void onlyStatusesOfFinishedRunsAreFinal() {
    assertEquals(
        List.of(RunStatus.CANCELLED, RunStatus.COMPLETED, RunStatus.SKIPPED, RunStatus.FAILED),
        RunStatus.knownValues().stream().filter(RunStatus::isEnded).toList());
  }

  @Test
  void anUnknownStatusIsNotFinal() {
    assertFalse(RunStatus.of("PAUSED").isEnded());
  }
}
