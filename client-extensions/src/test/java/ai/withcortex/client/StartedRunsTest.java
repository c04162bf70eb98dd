package ai.withcortex.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.client.internal.JsonEquality;
import ai.withcortex.client.paging.Page;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunOrigin;
import ai.withcortex.model.RunStatus;
import ai.withcortex.model.WorkflowVersion;
import ai.withcortex.model.WorkflowVersionDraft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StartedRunsTest {
  /** The start has just begun, so nothing but the margin lies before this. */
  private static final Instant DATE = Instant.parse("2025-01-01T00:00:00Z");

  private static final Map<String, JsonValue> INPUT =
      JsonValue.parse("{\"a\": 1.0, \"b\": [true, null]}").asMap();

  private static final Instant LONG_AGO = DATE.minusSeconds(3600);

  @ParameterizedTest
  @CsvSource({
    "2025-01-01T00:00:00Z, true",
    "2025-01-01T00:00:09Z, true",
    "2024-12-31T23:59:58Z, true",
    "2024-12-31T23:59:00Z, false"
  })
  void comparesTheTimeWithThatOfTheServer(Instant created, boolean isFound) {
    assertEquals(isFound ? List.of("r") : List.of(), found(null, run("r", created, INPUT)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"b\": [true, null], \"a\": 1}; true",
        "{\"a\": 10e-1, \"b\": [true, null]}; true",
        "{\"a\": 1, \"b\": [null, true]}; false",
        "{\"a\": 1}; false",
        "{\"a\": 1, \"b\": [true, null], \"c\": null}; false",
        "{\"a\": \"1\", \"b\": [true, null]}; false"
      })
  void comparesTheInputAsJson(String input, boolean isFound) {
    Run run = run("r", DATE, JsonValue.parse(input).asMap());
    assertEquals(isFound ? List.of("r") : List.of(), found(null, run));
  }

  @Test
  void takesNoInputForAnEmptyOne() {
    StartedRuns runs = new StartedRuns(null, null, null, new StartTime(), 20);
    runs.receive(page("Wed, 1 Jan 2025 00:00:00 GMT"));
    runs.take(run("none", DATE, null));
    runs.take(run("empty", DATE, Map.of()));
    runs.take(run("some", DATE, INPUT));
    assertEquals(List.of("none", "empty"), runs.matches());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "none, saved draft unknown",
        "'\"latest\"', saved draft unknown",
        "'\"draft\"', draft unknown",
        "'\"wver_7\"', saved unknown",
        "'\"wver_8\"', unknown",
        "7, saved unknown",
        "7.0, saved unknown",
        "'\"7\"', saved unknown",
        "8, unknown"
      })
  void comparesTheVersionWithWhatTheRunSays(@Nullable String version, String expected) {
    WorkflowVersion seventh = WorkflowVersion.builder().id("wver_7").version(7L).build();
    Run unknown = run("unknown", DATE, INPUT);
    Run saved = unknown.toBuilder().id("saved").workflowVersion(seventh).build();
    Run draft =
        unknown.toBuilder()
            .id("draft")
            .workflowVersionDraft(WorkflowVersionDraft.builder().build())
            .build();

    assertEquals(
        List.of(expected.split(" ")),
        found(version == null ? null : JsonValue.parse(version), saved, draft, unknown));
  }

  @Test
  void comparesRunsWithoutATimeBeforeOlderOnes() {
    assertEquals(
        List.of("before"),
        found(
            null,
            run("before", null, INPUT),
            run("older", LONG_AGO, INPUT),
            run("after", null, INPUT)));
    Run ended = run("ended", null, INPUT).toBuilder().endedAt(LONG_AGO).build();
    assertEquals(List.of(), found(null, ended));
  }

  @Test
  void endsAfterAPageOfOlderRuns() {
    StartedRuns runs = new StartedRuns(INPUT, null, null, new StartTime(), 3);
    runs.receive(page("Wed, 1 Jan 2025 00:00:00 GMT"));
    assertTrue(runs.take(run("1", LONG_AGO, INPUT)));
    assertTrue(runs.take(run("2", LONG_AGO, INPUT)));
    assertTrue(runs.take(run("new", DATE, INPUT)));
    assertTrue(runs.take(run("3", LONG_AGO, INPUT)));
    assertTrue(runs.take(run("4", LONG_AGO, INPUT)));
    assertFalse(runs.take(run("5", LONG_AGO, INPUT)));
    assertEquals(List.of("new"), runs.matches());
  }

  @Test
  void doesNotFindTheRunThatWasReplayed() {
    StartedRuns runs = new StartedRuns(INPUT, null, "original", new StartTime(), 20);
    runs.receive(page("Wed, 1 Jan 2025 00:00:00 GMT"));
    runs.take(run("replay", DATE, INPUT));
    runs.take(run("original", DATE, INPUT));
    assertEquals(List.of("replay"), runs.matches());
  }

  @Test
  void usesTheOwnClockIfTheServerSendsNoDate() {
    for (String date : new String[] {null, "yesterday"}) {
      StartedRuns runs = new StartedRuns(INPUT, null, null, new StartTime(), 20);
      runs.receive(page(date));
      runs.take(run("now", Instant.now(), INPUT));
      runs.take(run("older", Instant.now().minusSeconds(60), INPUT));
      assertEquals(List.of("now"), runs.matches());
      assertNull(runs.date());
    }
  }

  @Test
  void numbersThatAreTooLongAreEqualOnlyAsText() {
    String digits = "1".repeat(2000);
    JsonValue number = JsonValue.parse(digits);
    assertTrue(JsonEquality.areEqual(number, JsonValue.parse(digits)));
    assertFalse(JsonEquality.areEqual(number, JsonValue.parse(digits + ".0")));
    assertTrue(
        JsonEquality.areEqual(JsonValue.parse("1e999999999"), JsonValue.parse("10e999999998")));
  }

  private static List<String> found(@Nullable JsonValue version, Run... listed) {
    StartedRuns runs = new StartedRuns(INPUT, version, null, new StartTime(), 20);
    runs.receive(page("Wed, 1 Jan 2025 00:00:00 GMT"));
    // Only the first page says when the search began.
    runs.receive(page("Wed, 1 Jan 2020 00:00:00 GMT"));
    for (Run run : listed) {
      runs.take(run);
    }
    assertEquals(DATE, runs.date());
    return runs.matches();
  }

  private static Page<Run> page(@Nullable String date) {
    Map<String, List<String>> headers = date == null ? Map.of() : Map.of("date", List.of(date));
    return Page.<Run>builder()
        .items(new ArrayList<>())
        .number(1)
        .take(20)
        .isTakeConfirmed(true)
        .headers(headers)
        .build();
  }

  private static Run run(
      String id, @Nullable Instant created, @Nullable Map<String, JsonValue> input) {
    return Run.builder()
        .id(id)
        .status(RunStatus.PENDING)
        .origin(RunOrigin.ENDPOINT)
        .input(input)
        .appId("app_1")
        .workflowAppId("app_1")
        .workflowId("work_1")
        .createdAt(created)
        .build();
  }
}
