package ai.withcortex.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.examples.observing.LogCalls;
import ai.withcortex.examples.observing.MeterCalls;
import ai.withcortex.examples.observing.TraceCalls;
import ai.withcortex.model.RunStatus;
import ai.withcortex.testing.CortexSandbox;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs the examples as programs of their own and looks at what they print. */
@Tag("okhttp-agnostic")
final class ExamplesTest {
  @Test
  void listsRunsOfTheSandbox() throws Exception {
    List<String> lines = Programs.run(ListRuns.class);
    long rows = lines.stream().filter(line -> line.startsWith("run_")).count();
    String summary = lines.get(lines.size() - 1);
    assertEquals(260, rows);
    assertTrue(summary.startsWith("260 runs on 3 pages: "), summary);
    int counted =
        Stream.of(summary.substring(summary.indexOf(':') + 1).split(",", -1))
            .mapToInt(count -> Integer.parseInt(count.strip().split(" ", -1)[0]))
            .sum();
    assertEquals(260, counted);
  }

  @Test
  void printsFailedRuns() throws Exception {
    try (CortexSandbox sandbox = CortexSandbox.start()) {
      List<String> failed =
          sandbox.runs("app_1", "work_1").stream()
              .filter(run -> run.status().equals(RunStatus.FAILED))
              .map(run -> run.id() + " " + run.startedAt())
              .toList();
      assertFalse(failed.isEmpty());
      assertEquals(failed, Programs.run(QuickStart.class));
    }
  }

  @Test
  void readsSteps() throws Exception {
    List<String> lines = Programs.run(ReadSteps.class);
    assertTrue(lines.stream().anyMatch(line -> line.contains(": asks ")), lines::toString);
    assertTrue(lines.stream().anyMatch(line -> line.contains(": is of type ")), lines::toString);
  }

  @Test
  void readsOutputs() throws Exception {
    List<String> lines = Programs.run(ReadOutputs.class);
    assertContains(lines, "- gpt-4o-mini called ");
    assertContains(lines, " failed: ");
    String credits = lines.get(lines.size() - 1);
    assertTrue(credits.matches("[0-9.]+ credits: \\{.+=.+}"), credits);
  }

  @Test
  void handlesErrors() throws Exception {
    List<String> lines = Programs.run(HandleErrors.class);
    assertEquals(3, lines.size(), lines::toString);
    assertTrue(lines.get(0).startsWith("Check the API key: HTTP 401 "), lines.get(0));
    assertTrue(lines.get(1).startsWith("Check the IDs: HTTP 404 "), lines.get(1));
    assertTrue(lines.get(2).startsWith("No answer: "), lines.get(2));
  }

  @Test
  void resumesWalks() throws Exception {
    List<String> lines = Programs.run(ResumeWalk.class);
    assertEquals("INCOMPLETE, 100 in all: the limit of 100 items was reached", lines.get(0));
    assertEquals("INCOMPLETE, 200 in all: the limit of 100 items was reached", lines.get(1));
    assertTrue(lines.get(2).matches("COMPLETE_WITH_DRIFT, 2[0-9]+ in all"), lines.get(2));
    assertTrue(lines.get(3).endsWith(" runs, no duplicates"), lines.get(3));
  }

  @Test
  void queriesRuns() throws Exception {
    List<String> lines = Programs.run(QueryRuns.class);
    assertTrue(lines.get(0).matches("run_[0-9a-f]+ used [0-9.]+ credits"), lines.get(0));
    assertContains(lines, "25 runs since 2025-06-13T00:00:00Z");
  }

  @Test
  void watchesRuns() throws Exception {
    assertEquals(
        List.of(
            "ADDED run_added_1 COMPLETED",
            "ADDED run_added_2 COMPLETED",
            "VANISHED run_added_1 COMPLETED",
            "CHANGED run_added_2 COMPLETED -> CANCELLED"),
        Programs.run(WatchRuns.class));
  }

  @Test
  void logsCalls() throws Exception {
    List<String> lines = Programs.runWithErrors(LogCalls.class);
    assertContains(lines, " INFO ai.withcortex.client - Retry scheduled: GET /apps/app_1/");
    assertContains(lines, " WARN ai.withcortex.client - Call failed: GET /apps/app_1/");
    assertContains(lines, " DEBUG ai.withcortex.client - Call succeeded: GET /apps/app_1/");
  }

  @Test
  void metersCalls() throws Exception {
    List<String> lines = Programs.run(MeterCalls.class);
    assertContains(lines, "cortex.client.retries(COUNTER)");
    assertContains(lines, "cortex.client.calls(TIMER)[exception='NotFoundException'");
  }

  @Test
  void tracesCalls() throws Exception {
    List<String> lines = Programs.runWithErrors(TraceCalls.class);
    assertContains(lines, "'job' : ");
    assertContains(lines, "http.request.resend_count=1");
  }

  private static void assertContains(List<String> lines, String text) {
    assertTrue(
        lines.stream().anyMatch(line -> line.contains(text)), () -> text + " is not in " + lines);
  }
}
