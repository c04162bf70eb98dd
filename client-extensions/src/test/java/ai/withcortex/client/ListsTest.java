package ai.withcortex.client;

import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.api.GetVersionOptions;
import ai.withcortex.api.GetWorkflowOptions;
import ai.withcortex.api.ListVersionsOptions;
import ai.withcortex.api.ListWorkflowsOptions;
import ai.withcortex.api.RunQuery;
import ai.withcortex.client.paging.Checkpoint;
import ai.withcortex.client.paging.PagedIterable;
import ai.withcortex.client.paging.WalkOptions;
import ai.withcortex.core.error.NotFoundException;
import ai.withcortex.model.RunOrigin;
import ai.withcortex.model.RunStatus;
import ai.withcortex.model.RunVerbosity;
import ai.withcortex.model.Workflow;
import ai.withcortex.model.WorkflowVersion;
import java.util.List;
import java.util.concurrent.CompletionException;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists of a client and their items: which requests they send, and what they share. */
final class ListsTest {
  private static final String RUNS = "/apps/app_1/workflows/work_1/runs";
  private static final String WORKFLOWS = "/apps/app_1/workflows";
  private static final String VERSIONS = "/apps/app_1/workflows/work_1/versions";
  private static final String OTHER_VERSIONS = "/apps/app_1/workflows/work_2/versions";

  private final ListServer server =
      new ListServer()
          .add(RUNS, 250, 1)
          .add(WORKFLOWS, 250, 1)
          .add(VERSIONS, 250, 0)
          .add(OTHER_VERSIONS, 250, 0);

  private final CortexClient cortex = server.client();
  private final AppHandle app = cortex.app("app_1");
  private final WorkflowHandle workflow = app.workflow("work_1");

  @AfterEach
  void close() {
    cortex.close();
  }

  @Test
  void eachPageOfWorkflowsHasAllParameters() {
    ListWorkflowsOptions query =
        ListWorkflowsOptions.builder()
            .addVerbose(RunVerbosity.ALL)
            .search("refund")
            .tags("support")
            .next("token")
            .take(90)
            .build();
    List<String> ids = app.workflows(query).stream().map(Workflow::id).collect(toList());

    assertEquals(250, ids.size());
    assertEquals("workflows249", ids.get(249));
    for (HttpUrl url : server.requests) {
      assertEquals(WORKFLOWS, url.encodedPath());
      assertEquals(
          "verbose=all&search=refund&tags=support&next=token",
          url.query().replaceAll("&(page|take)=[0-9]+", ""));
    }
    assertEquals("90", server.requests.get(0).queryParameter("take"));
  }

  @Test
  void eachPageOfVersionsHasAllParameters() {
    ListVersionsOptions query =
        ListVersionsOptions.builder().addVerbose(RunVerbosity.ALL).next("token").build();
    List<String> ids = workflow.versions(query).stream().map(WorkflowVersion::id).collect(toList());

    assertEquals(250, ids.size());
    for (HttpUrl url : server.requests) {
      assertEquals(VERSIONS, url.encodedPath());
      assertEquals("verbose=all&next=token", url.query().replaceAll("&(page|take)=[0-9]+", ""));
    }
    assertEquals("100", server.requests.get(0).queryParameter("take"));
  }

  @Test
  void startsAtThePageOfTheQuery() {
    ListVersionsOptions query = ListVersionsOptions.builder().page(1).build();

    assertEquals("versions100", workflow.versions(query).iterator().next().id());
    assertEquals(List.of("1"), server.takePages(VERSIONS));
  }

  @Test
  void whatRunsKnowOfTheFirstPageDoesNotHoldForVersions() {
    // Page 0 of the runs is refused, which proves that page 1 is their first one.
    assertEquals(250, workflow.runs().stream().count());
    assertEquals("versions0", workflow.versions().iterator().next().id());
    assertEquals(250, workflow.versions().stream().count());
  }

  @Test
  void listsOfAKindFindOutTheFirstPageOnlyOnce() {
    assertEquals(List.of("1", "0"), firstPages(workflow.versions(), VERSIONS));
    assertEquals(List.of("0"), firstPages(app.workflow("work_2").versions(), OTHER_VERSIONS));
    assertEquals(List.of("1", "0"), firstPages(app.workflows(), WORKFLOWS));
    assertEquals(List.of("1"), firstPages(app.workflows(), WORKFLOWS));
  }

  private List<String> firstPages(PagedIterable<?> list, String path) {
    list.iterator().next();
    return server.takePages(path);
  }

  @Test
  void acceptsCheckpointsOfEarlierVersions() {
    RunQuery query =
        RunQuery.builder()
            .status(RunStatus.FAILED)
            .origin(RunOrigin.ENDPOINT)
            .addVerbose(RunVerbosity.ALL)
            .next("token")
            .page(3)
            .take(50)
            .build();
    String all =
        "cortex-walk-1:Xeq1JtoCSvEAAAAAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAP____________________8AAAAAAA"
            + "AAAAAAAABynK6Cn-Dr-w==";
    String some =
        "cortex-walk-1:TqxWGmieWbEAAAABAAAAMgAAAAAAAQEAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAP____________________8AAAAAAA"
            + "AAAAAAAAAMq5-wfKAfSw==";

    assertDoesNotThrow(() -> workflow.runs().walk(from(Checkpoint.of(all))));
    assertDoesNotThrow(() -> workflow.runs(query).walk(from(Checkpoint.of(some))));
    assertRefused(workflow.runs(), Checkpoint.of(some));
    assertRefused(workflow.runs(query), Checkpoint.of(all));
  }

  @Test
  void aCheckpointHoldsForItsListOnly() {
    Checkpoint workflows = app.workflows().walk().checkpoint();
    ListWorkflowsOptions.Builder query = ListWorkflowsOptions.builder();
    assertDoesNotThrow(() -> app.workflows(query.take(7).build()).walk(from(workflows)));
    assertRefused(cortex.app("app_2").workflows(), workflows);
    assertRefused(app.workflows(query.search("refund").build()), workflows);
    assertRefused(app.workflows(ListWorkflowsOptions.builder().tags("a").build()), workflows);
    assertRefused(workflow.versions(), workflows);

    Checkpoint versions = workflow.versions().walk().checkpoint();
    assertDoesNotThrow(() -> workflow.versions().walk(from(versions)));
    assertRefused(app.workflow("work_2").versions(), versions);
    assertRefused(workflow.runs(), versions);
    assertRefused(workflow.versions(ListVersionsOptions.builder().next("token").build()), versions);
  }

  private static void assertRefused(PagedIterable<?> list, Checkpoint checkpoint) {
    assertThrows(IllegalArgumentException.class, () -> list.walk(from(checkpoint)));
  }

  private static WalkOptions from(Checkpoint checkpoint) {
    return WalkOptions.builder().checkpoint(checkpoint).build();
  }

  @Test
  void getsAWorkflow() {
    GetWorkflowOptions all = GetWorkflowOptions.builder().addVerbose(RunVerbosity.ALL).build();
    assertEquals("work_1", workflow.get().id());
    assertEquals("work_1", workflow.get(all).id());
    assertEquals("work_1", workflow.getAsync(all).join().id());
    assertEquals(List.of(WORKFLOWS + "/work_1", WORKFLOWS + "/work_1?verbose=all"), takeDistinct());
  }

  @Test
  void getsAVersion() {
    GetVersionOptions all = GetVersionOptions.builder().addVerbose(RunVerbosity.ALL).build();
    assertEquals("3", workflow.version("3").id());
    assertEquals("3", workflow.version("3", all).id());
    assertEquals("3", workflow.versionAsync("3", all).join().id());
    assertEquals(List.of(VERSIONS + "/3", VERSIONS + "/3?verbose=all"), takeDistinct());
  }

  private List<String> takeDistinct() {
    return server.requests.stream()
        .map(url -> url.encodedPath() + (url.query() == null ? "" : "?" + url.query()))
        .distinct()
        .collect(toList());
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    WorkflowHandle none = app.workflow("none");
    GetWorkflowOptions options = GetWorkflowOptions.builder().build();

    assertThrows(NotFoundException.class, none::get);
    assertThrows(NotFoundException.class, () -> workflow.version("none"));
    CompletionException e = assertThrows(CompletionException.class, none.getAsync(options)::join);
    assertInstanceOf(NotFoundException.class, e.getCause());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", ".."})
  void refusesAVersionThatCannotBePartOfAPath(String id) {
    assertEquals(
        "Expected an ID for idOrNumber, found '" + id + "'; copy it from the Cortex app",
        assertThrows(IllegalArgumentException.class, () -> workflow.version(id)).getMessage());
    assertEquals(List.of(), server.requests);
  }
}
