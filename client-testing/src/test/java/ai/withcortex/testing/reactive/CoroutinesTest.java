package ai.withcortex.testing.reactive;

import static ai.withcortex.testing.reactive.PublishedRuns.TAKE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.client.paging.Checkpoint;
import ai.withcortex.client.paging.WalkOptions;
import ai.withcortex.core.error.CortexConnectionException;
import ai.withcortex.core.error.WalkPosition;
import ai.withcortex.model.Run;
import ai.withcortex.testing.Fault;
import ai.withcortex.testing.FaultScript;
import java.util.ArrayList;
import java.util.List;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.CoroutineStart;
import kotlinx.coroutines.Dispatchers;
import kotlinx.coroutines.GlobalScope;
import kotlinx.coroutines.Job;
import kotlinx.coroutines.channels.BufferOverflow;
import kotlinx.coroutines.channels.Channel;
import kotlinx.coroutines.flow.Flow;
import kotlinx.coroutines.flow.FlowKt;
import kotlinx.coroutines.reactive.ReactiveFlowKt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs as a Flow of Kotlin's coroutines, as a program in Java can call them. */
@Timeout(120)
final class CoroutinesTest {
  private final PublishedRuns runs = new PublishedRuns();

  @AfterEach
  void close() {
    runs.close();
  }

  @Test
  void collectsTheWholeList() throws Exception {
    Flow<Run> flow = flow(WalkOptions.DEFAULT);
    assertEquals(0, runs.requests());
    assertEquals(runs.ids(), collect(flow));
    assertEquals(runs.requests(), runs.requestsOfAWalk(WalkOptions.DEFAULT));
  }

  /** Without a buffer, a flow asks for one item at a time. */
  @Test
  void asksTheServerForAPageWhenAnItemOfItIsCollected() throws Exception {
    Flow<Run> flow = unbuffered(flow(WalkOptions.DEFAULT));
    assertEquals(runs.ids().subList(0, TAKE), collect(FlowKt.take(flow, TAKE)));
    assertEquals(1, runs.requests());
    assertEquals(runs.ids().subList(0, TAKE + 1), collect(FlowKt.take(flow, TAKE + 1)));
    assertEquals(3, runs.requests());
  }

  /** A flow asks for 64 items at first. */
  @Test
  void aBufferAsksForWhatItHolds() throws Exception {
    assertEquals(runs.ids().subList(0, 64), collect(FlowKt.take(flow(WalkOptions.DEFAULT), 64)));
    WalkOptions sixtyFour = WalkOptions.builder().itemLimit(64L).build();
    assertEquals(runs.requests(), runs.requestsOfAWalk(sixtyFour));
  }

  @Test
  void cancelEndsTheCall() throws Exception {
    runs.delaySecondPage();
    Flow<Run> flow = flow(WalkOptions.DEFAULT);
    Job job =
        BuildersKt.launch(
            GlobalScope.INSTANCE,
            Dispatchers.getIO(),
            CoroutineStart.DEFAULT,
            (scope, rest) -> FlowKt.collect(flow, rest));
    runs.awaitRequests(2);
    job.cancel(null);
    runs.awaitCanceledCall();
  }

  @Test
  void aFailureSaysWhereToGoOn() throws Exception {
    runs.sandbox.faults(FaultScript.inOrder(Fault.none(), Fault.resetAfterHeaders()));
    CortexConnectionException failure =
        assertThrows(CortexConnectionException.class, () -> collect(flow(WalkOptions.DEFAULT)));
    WalkPosition position = failure.position();
    assertNotNull(position);
    assertEquals(2, position.page());
    assertEquals(TAKE, position.delivered());

    WalkOptions rest =
        WalkOptions.builder().checkpoint(Checkpoint.of(position.checkpoint())).build();
    assertEquals(runs.ids().subList(TAKE, 260), collect(flow(rest)));
  }

  private Flow<Run> flow(WalkOptions options) {
    return ReactiveFlowKt.asFlow(runs.list().publisher(options));
  }

  private static <T> Flow<T> unbuffered(Flow<T> flow) {
    return FlowKt.buffer(flow, Channel.RENDEZVOUS, BufferOverflow.SUSPEND);
  }

  private static List<String> collect(Flow<Run> flow) throws InterruptedException {
    List<Run> collected = new ArrayList<>();
    BuildersKt.runBlocking(
        EmptyCoroutineContext.INSTANCE, (scope, rest) -> FlowKt.toList(flow, collected, rest));
    return collected.stream().map(Run::id).toList();
  }
}
