package ai.withcortex.testing;

import static ai.withcortex.testing.SandboxCaller.at;
import static ai.withcortex.testing.SandboxCaller.get;
import static ai.withcortex.testing.SandboxCaller.header;
import static ai.withcortex.testing.SandboxCaller.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.WorkflowVersion;
import ai.withcortex.spec.SpecValidator;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sandbox has workflows and versions. */
@Tag("spec")
final class SandboxWorkflowsTest {
  private static final SpecValidator SPEC = SpecValidator.load();
  private static final String WORKFLOWS = "/apps/app_1/workflows";
  private static final String VERSIONS = WORKFLOWS + "/work_1/versions";

  private final CortexSandbox sandbox = CortexSandbox.start();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void listsWorkflowsByPage() {
    List<String> all = new ArrayList<>(List.of("work_1"));
    IntStream.rangeClosed(1, 24).forEach(n -> all.add("work_00000%02d".formatted(n)));

    HttpResponse<String> first = get(sandbox, WORKFLOWS);
    assertEquals(all.subList(0, 20), ids(first));
    assertHeaders("1", "20", "25", first);
    HttpResponse<String> second = get(sandbox, WORKFLOWS + "?page=2");
    assertEquals(all.subList(20, 25), ids(second));
    assertHeaders("2", "20", "25", second);
    assertEquals(List.of(), ids(get(sandbox, WORKFLOWS + "?page=3")));
    assertEquals(all.subList(6, 9), ids(get(sandbox, WORKFLOWS + "?page=3&take=3")));
    assertEquals(List.of("work_2"), ids(get(sandbox, "/apps/c/workflows")));
  }

  @Test
  void listsVersionsByPage() {
    List<String> all = new ArrayList<>();
    IntStream.rangeClosed(1, 14).forEach(n -> all.add(0, "wver_" + n));

    HttpResponse<String> page = get(sandbox, VERSIONS + "?page=2&take=5");
    assertEquals(all.subList(5, 10), ids(page));
    assertHeaders("2", "5", "14", page);
    assertEquals(all, ids(get(sandbox, VERSIONS)));
    assertEquals(List.of(), ids(get(sandbox, WORKFLOWS + "/work_0000001/versions")));
  }

  @ParameterizedTest
  @ValueSource(strings = {WORKFLOWS, VERSIONS})
  void pagesLikeRuns(String path) {
    sandbox.paging(PagingBehaviour.standard().firstPage(0).greatestTake(4).hidesCount());
    HttpResponse<String> page = get(sandbox, path + "?page=1&take=10");
    assertEquals(4, ids(page).size());
    assertHeaders("1", "4", null, page);
    assertEquals(ids(get(sandbox, path)), ids(get(sandbox, path + "?page=0")));
    assertEquals(422, get(sandbox, path + "?take=0").statusCode());
    assertEquals(422, get(sandbox, path + "?verbose=x").statusCode());
    sandbox.paging(PagingBehaviour.standard());
    assertEquals(422, get(sandbox, path + "?page=0").statusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "search=returns, 1",
    "search=WORK_, 25",
    "search=Workflow%202, 6",
    "search=nothing, 0",
    "search=, 25",
    "tags=even, 12",
    "tags=returns, 1",
    "tags=return, 0",
    "search=Workflow%202&tags=odd, 2"
  })
  void filters(String query, String count) {
    HttpResponse<String> page = get(sandbox, WORKFLOWS + "?take=100&" + query);
    assertEquals(count, header(page, "pagination-count"));
    assertEquals(Integer.parseInt(count), ids(page).size());
  }

  @Test
  void isValid() {
    for (String path : List.of(WORKFLOWS, "/apps/c/workflows")) {
      HttpResponse<String> list = get(sandbox, path + "?take=100");
      assertEquals(List.of(), SPEC.errorsInArray("Workflow", list.body()));
      for (JsonValue workflow : JsonValue.parse(list.body()).asList()) {
        String one = path + "/" + at(workflow, "/id").asString();
        HttpResponse<String> response = get(sandbox, one);
        assertEquals(workflow.json(), response.body());
        assertEquals(List.of(), SPEC.errors("Workflow", response.body()));
        HttpResponse<String> versions = get(sandbox, one + "/versions");
        assertEquals(List.of(), SPEC.errorsInArray("WorkflowVersion", versions.body()));
      }
    }
  }

  @Test
  void getsAWorkflow() {
    JsonValue workflow = JsonValue.parse(get(sandbox, WORKFLOWS + "/work_1").body());
    assertEquals("Returns desk", at(workflow, "/name").asString());
    assertEquals("wver_14", at(workflow, "/version/id").asString());
    assertEquals(260, at(workflow, "/runs_count").asInt());
    post(sandbox, SandboxCaller.RUNS, "{\"background\":true}");
    JsonValue later = JsonValue.parse(get(sandbox, WORKFLOWS + "/work_1").body());
    assertEquals(261, at(later, "/runs_count").asInt());
    assertEquals(404, get(sandbox, WORKFLOWS + "/none").statusCode());
    assertEquals(404, get(sandbox, "/apps/none/workflows").statusCode());
    assertEquals(422, get(sandbox, WORKFLOWS + "/work_1?verbose=x").statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"13", "wver_13"})
  void getsAVersion(String idOrNumber) {
    HttpResponse<String> response = get(sandbox, VERSIONS + "/" + idOrNumber);
    assertEquals(List.of(), SPEC.errors("WorkflowVersion", response.body()));
    JsonValue version = JsonValue.parse(response.body());
    assertEquals("wver_13", at(version, "/id").asString());
    assertEquals(13, at(version, "/version").asInt());
  }

  @Test
  void knowsNoOtherVersions() {
    assertEquals(404, get(sandbox, VERSIONS + "/99").statusCode());
    assertEquals(404, get(sandbox, WORKFLOWS + "/work_0000001/versions/1").statusCode());
    assertEquals(422, get(sandbox, VERSIONS + "/13?verbose=x").statusCode());
  }

  @Test
  void getsAVersionByItsIdBeforeItsNumber() {
    WorkflowVersion named = FakeWorkflows.version(7).toBuilder().id("13").build();
    sandbox.addVersion("app_1", "work_1", named);
    JsonValue version = JsonValue.parse(get(sandbox, VERSIONS + "/13").body());
    assertEquals(7, at(version, "/version").asInt());
  }

  @Test
  void takesManyWorkflowsAndVersions() {
    FakeWorkflows.list(250).forEach(workflow -> sandbox.addWorkflow("app_2", workflow));
    FakeWorkflows.versions(250).forEach(v -> sandbox.addVersion("app_2", "work_0000001", v));
    HttpResponse<String> workflows = get(sandbox, "/apps/app_2/workflows?take=200&page=2");
    assertEquals(50, ids(workflows).size());
    assertEquals("work_0000001", ids(workflows).get(49));
    HttpResponse<String> versions =
        get(sandbox, "/apps/app_2/workflows/work_0000001/versions?take=200");
    assertEquals("wver_0000250", ids(versions).get(0));
    assertHeaders("1", "200", "250", versions);
  }

  @Test
  void runsTheNewestVersion() {
    sandbox.addWorkflow("app_2", FakeWorkflows.workflow(3));
    String path = "/apps/app_2/workflows/work_0000003/runs?verbose=all";
    String start = "{\"background\":true}";
    JsonValue draft = JsonValue.parse(post(sandbox, path, start).body());
    assertTrue(at(draft, "/workflow_version").isNull());
    assertEquals("workflow-3", at(draft, "/workflow_version_draft/key").asString());
    String latest = "{\"background\":true,\"workflow_version_id\":\"latest\"}";
    assertEquals(422, post(sandbox, path, latest).statusCode());
    sandbox.addVersion("app_2", "work_0000003", FakeWorkflows.version(2));
    sandbox.addVersion("app_2", "work_0000003", FakeWorkflows.version(1));
    JsonValue saved = JsonValue.parse(post(sandbox, path, start).body());
    assertEquals("wver_0000002", at(saved, "/workflow_version/id").asString());
  }

  @Test
  void changesAWorkflow() {
    sandbox.addVersion("app_2", "work_0000003", FakeWorkflows.version(1));
    sandbox.addVersion("app_2", "work_0000003", FakeWorkflows.version(1));
    sandbox.addWorkflow("app_2", FakeWorkflows.workflow(3).toBuilder().name("A").build());
    sandbox.addWorkflow("app_2", "work_0000003");
    JsonValue workflow = JsonValue.parse(get(sandbox, "/apps/app_2/workflows/work_0000003").body());
    assertEquals("A", at(workflow, "/name").asString());
    assertEquals("wver_0000001", at(workflow, "/version/id").asString());
    assertEquals(1, ids(get(sandbox, "/apps/app_2/workflows/work_0000003/versions")).size());
  }

  @Test
  void takesNumbersInARange() {
    assertEquals("work_1000000", FakeWorkflows.workflow(1_000_000).id());
    for (int wrong : new int[] {0, 1_000_001}) {
      assertThrows(IllegalArgumentException.class, () -> FakeWorkflows.workflow(wrong));
      assertThrows(IllegalArgumentException.class, () -> FakeWorkflows.version(wrong));
    }
    assertThrows(IllegalArgumentException.class, () -> FakeWorkflows.list(-1));
    assertThrows(UnsupportedOperationException.class, () -> FakeWorkflows.versions(2).clear());
  }

  private static List<String> ids(HttpResponse<String> page) {
    assertEquals(200, page.statusCode(), page.body());
    return JsonValue.parse(page.body()).asList().stream()
        .map(item -> at(item, "/id").asString())
        .toList();
  }

  private static void assertHeaders(
      String page, String take, @Nullable String count, HttpResponse<?> response) {
    assertEquals(page, header(response, "pagination-page"));
    assertEquals(take, header(response, "pagination-take"));
    assertEquals(count, header(response, "pagination-count"));
  }
}
