package ai.withcortex.testing.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.withcortex.api.RunQuery;
import ai.withcortex.client.CortexClient;
import ai.withcortex.client.WorkflowHandle;
import ai.withcortex.client.paging.Page;
import ai.withcortex.client.paging.PagedIterable;
import ai.withcortex.client.paging.Receipt;
import ai.withcortex.client.paging.Verdict;
import ai.withcortex.client.paging.Walk;
import ai.withcortex.client.watching.WatchOptions;
import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import ai.withcortex.testing.CortexSandbox;
import ai.withcortex.testing.FakeRuns;
import ai.withcortex.testing.Fault;
import ai.withcortex.testing.FaultScript;
import ai.withcortex.testing.PagingBehaviour;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A query without a page starts with the newest run, whatever the number of its page is. */
@Timeout(60)
final class FirstPageClientTest {
  private static final RunQuery ALL = RunQuery.builder().build();

  private final CortexSandbox sandbox = CortexSandbox.builder().slimRuns(450).start();
  private final CortexClient client =
      CortexClient.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUrl()).build();
  private final WorkflowHandle workflow = client.workflow("app_1", "work_1");

  @AfterEach
  void close() {
    client.close();
    sandbox.close();
  }

  @Test
  void theStreamOfAServerThatNumbersFromZeroStartsWithTheNewestRun() {
    sandbox.paging(PagingBehaviour.standard().firstPage(0));

    assertEquals(ids().subList(0, 5), workflow.runs().stream().limit(5).map(Run::id).toList());
  }

  @Test
  void theWalkOfAServerThatNumbersFromZeroIsInOrder() {
    sandbox.paging(PagingBehaviour.standard().firstPage(0));
    List<String> found = new ArrayList<>();
    Walk<Run> walk = workflow.runs().walk();
    walk.forEachRemaining(run -> found.add(run.id()));

    assertEquals(ids(), found);
    assertEquals(Verdict.COMPLETE, walk.receipt().verdict());
    assertEquals(sandbox.requests().size(), walk.receipt().requests());
    assertEquals(List.of(0, 1, 2, 3, 4), pages(workflow.runs()));
  }

  @Test
  void theWatchOfAServerThatNumbersFromZeroReportsTheNewestRuns() {
    sandbox.paging(PagingBehaviour.standard().firstPage(0));
    List<String> told = new ArrayList<>();
    WatchOptions options =
        WatchOptions.builder()
            .shortestInterval(Duration.ofMillis(1))
            .longestInterval(Duration.ofMillis(1))
            .window(100)
            .pollLimit(3L)
            .onPoll(position -> add(told.size()))
            .build();
    workflow.watch(ALL, options).forEach(change -> told.add(change.toString()));

    assertEquals(List.of("ADDED new_0 RUNNING", "ADDED new_1 RUNNING"), told);
    assertEquals(List.of("1", "0", "0", "0"), requestedPages());
  }

  @Test
  void allListsOfAClientShareWhatTheFirstOneHasFoundOut() {
    workflow.runs().stream().limit(5).forEach(run -> {});
    assertEquals(List.of("1", "0"), requestedPages());
    sandbox.clearRequests();

    RunQuery completed = RunQuery.builder().status(RunStatus.COMPLETED).build();
    client.workflow("app_1", "work_1").runs(completed).stream().limit(5).forEach(run -> {});
    assertEquals(List.of(1, 2, 3, 4, 5), pages(workflow.runs()));
    assertEquals(List.of("1", "1", "2", "3", "4", "5"), requestedPages());
  }

  @Test
  void aQueryWithAPageCostsNothing() {
    for (int page : List.of(1, 2)) {
      RunQuery query = RunQuery.builder().page(page).build();
      assertEquals(ids().get(100 * (page - 1)), workflow.runs(query).iterator().next().id());
    }
    sandbox.paging(PagingBehaviour.standard().firstPage(0));
    RunQuery query = RunQuery.builder().page(0).build();
    assertEquals(ids().get(0), workflow.runs(query).iterator().next().id());

    assertEquals(List.of("1", "2", "0"), requestedPages());
  }

  @Test
  void aListOfOnePageCostsOneRequest() {
    try (CortexSandbox small = CortexSandbox.builder().slimRuns(99).start();
        CortexClient client =
            CortexClient.builder().apiKey(small.apiKey()).baseUrl(small.baseUrl()).build()) {
      Receipt receipt = read(client.workflow("app_1", "work_1").runs());

      assertEquals(Verdict.COMPLETE, receipt.verdict());
      assertEquals(1, small.requests().size());
    }
  }

  @Test
  void aTransientFailureOfTheRequestForPageZeroIsRetried() {
    sandbox.paging(PagingBehaviour.standard().firstPage(0));
    sandbox.faults(FaultScript.inOrder(Fault.none(), Fault.status(503), Fault.none()));
    Receipt receipt = read(workflow.runs());

    assertEquals(Verdict.COMPLETE, receipt.verdict());
    assertEquals(1, receipt.retries());
    assertEquals(List.of("1", "0", "0"), requestedPages().subList(0, 3));
  }

  private void add(int number) {
    if (number < 2) {
      sandbox.add(
          FakeRuns.run(1).toBuilder().id("new_" + number).status(RunStatus.RUNNING).build());
    }
  }

  private List<String> ids() {
    return sandbox.runs("app_1", "work_1").stream().map(Run::id).toList();
  }

  private List<String> requestedPages() {
    return sandbox.requests().stream().map(request -> request.query("page")).toList();
  }

  private static List<Integer> pages(PagedIterable<Run> runs) {
    return StreamSupport.stream(runs.pages().spliterator(), false).map(Page::number).toList();
  }

  private static Receipt read(PagedIterable<Run> runs) {
    Walk<Run> walk = runs.walk();
    walk.forEachRemaining(run -> {});
    return walk.receipt();
  }
}
