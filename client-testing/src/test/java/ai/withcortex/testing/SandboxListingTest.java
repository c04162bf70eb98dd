package ai.withcortex.testing;

import static ai.withcortex.testing.SandboxCaller.APP_LESS_RUNS;
import static ai.withcortex.testing.SandboxCaller.RUNS;
import static ai.withcortex.testing.SandboxCaller.get;
import static ai.withcortex.testing.SandboxCaller.header;
import static ai.withcortex.testing.SandboxCaller.ids;
import static ai.withcortex.testing.SandboxCaller.newRun;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SandboxListingTest {
  private static final CortexSandbox SANDBOX = CortexSandbox.start();

  @AfterAll
  static void close() {
    SANDBOX.close();
  }

  @Test
  void listsTheFirstTwentyRunsUnlessAskedOtherwise() {
    HttpResponse<String> response = get(SANDBOX, RUNS);

    assertEquals(200, response.statusCode());
    assertEquals("application/json", header(response, "content-type"));
    assertEquals(idsInSandbox(0, 20), ids(response));
    assertEquals("1", header(response, "pagination-page"));
    assertEquals("20", header(response, "pagination-take"));
    assertEquals("260", header(response, "pagination-count"));
  }

  @ParameterizedTest
  @CsvSource({
    "page=2&take=100, 100, 200, 2, 100",
    "page=3&take=100, 200, 260, 3, 100",
    "page=4&take=100, 260, 260, 4, 100",
    "page=2147483647&take=200, 260, 260, 2147483647, 200",
    "take=1, 0, 1, 1, 1",
    "take=200, 0, 200, 1, 200",
    "take=201, 0, 200, 1, 200",
    "take=1000&page=2, 200, 260, 2, 200",
  })
  void cutsPages(String query, int from, int to, String page, String take) {
    HttpResponse<String> response = get(SANDBOX, RUNS + "?" + query);

    assertEquals(idsInSandbox(from, to), ids(response));
    assertEquals(page, header(response, "pagination-page"));
    assertEquals(take, header(response, "pagination-take"));
    assertEquals("260", header(response, "pagination-count"));
  }

  @Test
  void answersAPagePastTheEndWithAnEmptyArray() {
    assertEquals("[]", get(SANDBOX, RUNS + "?page=14").body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"PENDING", "RUNNING", "CANCELLED", "COMPLETED", "SKIPPED", "FAILED"})
  void filtersByStatus(String status) {
    HttpResponse<String> response = get(SANDBOX, RUNS + "?take=200&status=" + status);

    List<String> expected =
        SANDBOX.runs("app_1", "work_1").stream()
            .filter(run -> run.status().value().equals(status))
            .map(Run::id)
            .toList();
    assertFalse(expected.isEmpty());
    assertEquals(expected, ids(response));
    assertEquals(String.valueOf(expected.size()), header(response, "pagination-count"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"WORKFLOW", "TRIGGER", "RECORD", "TEST", "ENDPOINT"})
  void filtersByOriginTogetherWithStatus(String origin) {
    HttpResponse<String> response =
        get(SANDBOX, RUNS + "?take=2&status=COMPLETED&origin=" + origin);

    List<String> expected =
        SANDBOX.runs("app_1", "work_1").stream()
            .filter(run -> run.origin().value().equals(origin))
            .filter(run -> run.status().equals(RunStatus.COMPLETED))
            .map(Run::id)
            .toList();
    assertEquals(expected.subList(0, 2), ids(response));
    assertEquals(String.valueOf(expected.size()), header(response, "pagination-count"));
  }

  @ParameterizedTest
  @CsvSource({
    "status=ALL&origin=ALL",
    "next=whatever",
    "color=red",
    "verbose=all&verbose=all",
    "%73tatus=%41LL",
    "&&take=20&",
  })
  void acceptsWithoutAFilter(String query) {
    HttpResponse<String> response = get(SANDBOX, RUNS + "?" + query);

    assertEquals(idsInSandbox(0, 20), ids(response));
    assertEquals("260", header(response, "pagination-count"));
  }

  @Test
  void tellsVersionsAndUsageOnlyIfAskedTo() {
    JsonValue brief = first(get(SANDBOX, RUNS + "?status=COMPLETED&take=1&origin=WORKFLOW"));
    assertEquals(JsonValue.NULL, brief.get("workflow_version"));
    assertEquals(JsonValue.NULL, brief.get("workflow_version_draft"));
    assertFalse(brief.asMap().containsKey("usage"));

    JsonValue verbose =
        first(get(SANDBOX, RUNS + "?status=COMPLETED&take=1&origin=WORKFLOW&verbose=all"));
    assertEquals(JsonValue.of("wver_14"), verbose.at("/workflow_version/id"));
    assertEquals(JsonValue.Kind.NUMBER, SandboxCaller.at(verbose, "/usage/total").kind());
    assertEquals(brief.get("id"), verbose.get("id"));
  }

  @Test
  void hasAnAppLessWorkflow() {
    HttpResponse<String> response = get(SANDBOX, APP_LESS_RUNS + "?take=200");
    assertEquals("40", header(response, "pagination-count"));
    assertEquals(40, ids(response).size());
  }

  @Test
  void decodesPathSegmentsAsUtf8() throws IOException {
    try (CortexSandbox sandbox = CortexSandbox.builder().empty().start()) {
      sandbox.add(newRun("r1", null).toBuilder().appId("a/b ä").workflowId("50%+1").build());

      assertEquals(List.of("r1"), ids(get(sandbox, "/apps/a%2Fb%20%C3%A4/workflows/50%25+1/runs")));
      String unencoded = SandboxCaller.sendRaw(sandbox, "/apps/a%2Fb%20ä/workflows/50%25+1/runs");
      assertTrue(unencoded.startsWith("HTTP/1.1 200 "), unencoded);
    }
  }

  private static JsonValue first(HttpResponse<String> response) {
    return JsonValue.parse(response.body()).asList().get(0);
  }

  private static List<String> idsInSandbox(int from, int to) {
    return SANDBOX.runs("app_1", "work_1").subList(from, to).stream().map(Run::id).toList();
  }
}
