package ai.withcortex.testing.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.api.ListVersionsOptions;
import ai.withcortex.api.ListWorkflowsOptions;
import ai.withcortex.client.AppHandle;
import ai.withcortex.client.CortexClient;
import ai.withcortex.client.WorkflowHandle;
import ai.withcortex.client.paging.Checkpoint;
import ai.withcortex.client.paging.PagedIterable;
import ai.withcortex.client.paging.Receipt;
import ai.withcortex.client.paging.Verdict;
import ai.withcortex.client.paging.Walk;
import ai.withcortex.client.paging.WalkOptions;
import ai.withcortex.core.Credentials;
import ai.withcortex.core.error.AuthenticationException;
import ai.withcortex.core.error.NotFoundException;
import ai.withcortex.model.Workflow;
import ai.withcortex.model.WorkflowVersion;
import ai.withcortex.testing.CortexSandbox;
import ai.withcortex.testing.FakeWorkflows;
import ai.withcortex.testing.Fault;
import ai.withcortex.testing.FaultScript;
import ai.withcortex.testing.PagingBehaviour;
import ai.withcortex.testing.ReceivedRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client lists the workflows and versions of a sandbox, and gets them one by one. */
final class WorkflowListsTest {
  private final CortexSandbox sandbox = CortexSandbox.builder().empty().start();
  private final CortexClient cortex =
      CortexClient.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUrl()).build();
  private final AppHandle app = cortex.app("app_9");
  private final WorkflowHandle workflow = app.workflow("work_9");

  @BeforeEach
  void fill() {
    FakeWorkflows.list(250).forEach(added -> sandbox.addWorkflow("app_9", added));
    FakeWorkflows.versions(250).forEach(added -> sandbox.addVersion("app_9", "work_9", added));
  }

  @AfterEach
  void stop() {
    cortex.close();
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void walksAreCompleteWhateverTheFirstPageIs(int firstPage) {
    sandbox.paging(PagingBehaviour.standard().firstPage(firstPage));
    // The versions have a workflow of their own.
    assertComplete(app.workflows(), Workflow::id, 251);
    assertComplete(workflow.versions(), WorkflowVersion::id, 250);
  }

  private static <T> void assertComplete(
      PagedIterable<T> list, Function<? super T, String> id, int size) {
    List<String> walked = new ArrayList<>();
    Walk<T> walk = list.walk();
    walk.forEachRemaining(item -> walked.add(id.apply(item)));
    assertEquals(Verdict.COMPLETE, walk.receipt().verdict());
    assertEquals(size, walked.size());
    assertEquals(size, new HashSet<>(walked).size());

    List<String> heard = new ArrayList<>();
    WalkOptions ahead = WalkOptions.builder().prefetch(3).build();
    Receipt receipt = list.forEachAsync(item -> heard.add(id.apply(item)), ahead).join();
    assertEquals(Verdict.COMPLETE, receipt.verdict());
    assertEquals(walked, heard);
    assertEquals(walked, list.stream().map(id).collect(Collectors.toList()));
  }

  @Test
  void resumesFromACheckpoint() {
    List<String> ids = new ArrayList<>();
    ListVersionsOptions query = ListVersionsOptions.builder().take(40).build();
    Walk<WorkflowVersion> walk = workflow.versions(query).walk();
    for (int i = 0; i < 130; i++) {
      ids.add(walk.next().id());
    }
    Checkpoint saved = Checkpoint.of(walk.checkpoint().text());
    Walk<WorkflowVersion> rest =
        workflow.versions(query).walk(WalkOptions.builder().checkpoint(saved).build());
    rest.forEachRemaining(version -> ids.add(version.id()));

    assertEquals(Verdict.COMPLETE, rest.receipt().verdict());
    assertEquals(250, ids.size());
    assertEquals(250, new HashSet<>(ids).size());
  }

  @Test
  void retriesAPage() {
    sandbox.faults(FaultScript.times(1, Fault.status(503).header("Retry-After", "0")));
    Walk<Workflow> walk = app.workflows().walk();
    walk.next();

    assertEquals(1, walk.receipt().retries());
  }

  @Test
  void sendsTheFilters() {
    ListWorkflowsOptions query =
        ListWorkflowsOptions.builder().tags("even").search("Workflow 2").take(20).build();
    List<String> names =
        app.workflows(query).stream().map(Workflow::name).collect(Collectors.toList());

    // 2, 20 to 28, and 200 to 250.
    assertEquals(1 + 5 + 26, names.size());
    for (String name : names) {
      assertTrue(name.matches("Workflow 2[0-9]*") && name.matches(".*[02468]"), name);
    }
    for (ReceivedRequest request : sandbox.requests()) {
      assertEquals("listWorkflows", request.operation());
    }
  }

  @Test
  void whatIsListedCanBeGot() {
    for (Workflow listed : app.workflows(ListWorkflowsOptions.builder().page(1).build())) {
      assertEquals(listed, app.workflow(listed.id()).get());
    }
    for (WorkflowVersion listed : workflow.versions()) {
      assertEquals(listed, workflow.version(listed.id()));
      assertEquals(listed, workflow.version(String.valueOf(listed.version())));
    }
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThrows(NotFoundException.class, () -> app.workflow("work_none").get());
    assertThrows(NotFoundException.class, () -> workflow.version("251"));
    assertThrows(NotFoundException.class, app.workflow("work_none").versions().iterator()::hasNext);
  }

  @Test
  void theCredentialsOfAnAppHoldForAllItsRequests() {
    AppHandle stranger = app.withCredentials(Credentials.of("wrong"));
    WorkflowHandle strange = stranger.workflow("work_9");

    assertThrows(AuthenticationException.class, stranger.workflows().iterator()::hasNext);
    assertThrows(AuthenticationException.class, strange.versions().iterator()::hasNext);
    assertThrows(AuthenticationException.class, strange::get);
    assertThrows(AuthenticationException.class, () -> strange.version("1"));
  }
}
