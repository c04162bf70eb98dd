package ai.withcortex.client.paging;

import ai.withcortex.api.ListVersionsOptions;
import ai.withcortex.api.ListWorkflowsOptions;
import ai.withcortex.api.RunQuery;
import ai.withcortex.client.CortexClient;
import ai.withcortex.model.Run;
import ai.withcortex.model.Workflow;
import ai.withcortex.model.WorkflowVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The walks of {@link WalkPropertyTest} over the lists of a client, to which the same servers
 * answer with JSON and headers; {@code -Dwalks} and {@code -Dwalk} have the same meaning, but there
 * is a walk over each list for 100 walks there.
 */
final class ClientWalkPropertyTest {
  private static final long WALKS = Math.max(1, WalkPropertyTest.WALKS / 100);

  @ParameterizedTest
  @EnumSource
  void runsKeepTheirPromises(WalkMode mode) {
    WalkPropertyTest.assertKeepsPromises(WALKS, mode, ClientWalkPropertyTest::runs);
  }

  @ParameterizedTest
  @EnumSource
  void workflowsKeepTheirPromises(WalkMode mode) {
    WalkPropertyTest.assertKeepsPromises(WALKS, mode, ClientWalkPropertyTest::workflows);
  }

  @ParameterizedTest
  @EnumSource
  void versionsKeepTheirPromises(WalkMode mode) {
    WalkPropertyTest.assertKeepsPromises(WALKS, mode, ClientWalkPropertyTest::versions);
  }

  private static WalkedList<Run> runs(HostileServer server) {
    LateAnswers answers = new LateAnswers();
    CortexClient cortex = HostileExchange.client(server, answers, HostileExchange.RUN);
    RunQuery query = RunQuery.builder().page(server.namedPage()).take(server.take()).build();
    return new WalkedList<>(
        server, cortex.workflow("app_1", "work_1").runs(query), Run::id, answers, cortex::close);
  }

  private static WalkedList<Workflow> workflows(HostileServer server) {
    LateAnswers answers = new LateAnswers();
    CortexClient cortex = HostileExchange.client(server, answers, HostileExchange.DEFINITION);
    ListWorkflowsOptions query =
        ListWorkflowsOptions.builder().page(server.namedPage()).take(server.take()).build();
    return new WalkedList<>(
        server, cortex.app("app_1").workflows(query), Workflow::id, answers, cortex::close);
  }

  private static WalkedList<WorkflowVersion> versions(HostileServer server) {
    LateAnswers answers = new LateAnswers();
    CortexClient cortex = HostileExchange.client(server, answers, HostileExchange.DEFINITION);
    ListVersionsOptions query =
        ListVersionsOptions.builder().page(server.namedPage()).take(server.take()).build();
    return new WalkedList<>(
        server,
        cortex.workflow("app_1", "work_1").versions(query),
        WorkflowVersion::id,
        answers,
        cortex::close);
  }
}
