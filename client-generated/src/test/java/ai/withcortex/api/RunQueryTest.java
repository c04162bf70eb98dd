package ai.withcortex.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.model.RunStatus;
import ai.withcortex.model.RunVerbosity;
import org.junit.jupiter.api.Test;

final class RunQueryTest {
  @Test
  void refusesTakeBelowOne() {
    RunQuery.Builder builder = RunQuery.builder().take(0);
    assertEquals(
        "Expected at least 1 for take, found 0",
        assertThrows(IllegalArgumentException.class, builder::build).getMessage());
  }

  @Test
  void refusesNegativePage() {
    RunQuery.Builder builder = RunQuery.builder().page(-1);
    assertEquals(
        "Expected at least 0 for page, found -1",
        assertThrows(IllegalArgumentException.class, builder::build).getMessage());
  }

  @Test
  void changesOneValueOfACopy() {
    RunQuery failed = RunQuery.builder().status(RunStatus.FAILED).take(7).build();
    RunQuery skipped = failed.toBuilder().status(RunStatus.SKIPPED).build();
    assertEquals(RunQuery.builder().status(RunStatus.SKIPPED).take(7).build(), skipped);
    assertEquals(RunStatus.FAILED, failed.status());
  }

  @Test
  void showsTheSizeOfATokenAndNotTheToken() {
    RunQuery query =
        RunQuery.builder()
            .status(RunStatus.FAILED)
            .addVerbose(RunVerbosity.ALL)
            .take(7)
            .next("canary")
            .build();
    assertEquals(
        "RunQuery{verbose=1 element, status=FAILED, take=7, next=6 characters}", query.toString());
  }
}
