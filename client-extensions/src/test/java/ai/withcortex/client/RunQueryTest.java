package ai.withcortex.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.model.RunStatus;
import org.junit.jupiter.api.Test;

final class RunQueryTest {
  @Test
  void refusesTakeBelowOne() {
    RunQuery.Builder builder = RunQuery.builder().take(0);
    assertEquals(
        "take must be at least 1 but is 0",
        assertThrows(IllegalArgumentException.class, builder::build).getMessage());
  }

  @Test
  void refusesNegativePage() {
    RunQuery.Builder builder = RunQuery.builder().page(-1);
    assertEquals(
        "page must be at least 0 but is -1",
        assertThrows(IllegalArgumentException.class, builder::build).getMessage());
  }

  @Test
  void changesOneValueOfACopy() {
    RunQuery failed = RunQuery.builder().status(RunStatus.FAILED).take(7).build();
    RunQuery skipped = failed.toBuilder().status(RunStatus.SKIPPED).build();
    assertEquals(RunQuery.builder().status(RunStatus.SKIPPED).take(7).build(), skipped);
    assertEquals(RunStatus.FAILED, failed.status());
  }
}
