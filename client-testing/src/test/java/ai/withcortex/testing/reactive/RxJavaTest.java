package ai.withcortex.testing.reactive;

import static ai.withcortex.testing.reactive.PublishedRuns.TAKE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.client.paging.Checkpoint;
import ai.withcortex.client.paging.Receipt;
import ai.withcortex.client.paging.Verdict;
import ai.withcortex.client.paging.WalkOptions;
import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.WalkPosition;
import ai.withcortex.model.Run;
import ai.withcortex.testing.Fault;
import ai.withcortex.testing.FaultScript;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs as a Flowable of RxJava 3. */
@Timeout(120)
final class RxJavaTest {
  private final PublishedRuns runs = new PublishedRuns();

  @AfterEach
  void close() {
    runs.close();
  }

  @Test
  void asksTheServerForAPageWhenAnItemOfItIsAskedFor() throws Exception {
    QueuedSignals<String> signals = new QueuedSignals<>();
    flowable().subscribe(signals);
    assertEquals(0, runs.requests());

    signals.request(1);
    assertEquals(runs.ids().subList(0, 1), signals.next(1));
    assertEquals(1, runs.requests());

    signals.request(TAKE - 1);
    assertEquals(runs.ids().subList(1, TAKE), signals.next(TAKE - 1));
    assertEquals(1, runs.requests());

    signals.request(1);
    assertEquals(runs.ids().subList(TAKE, TAKE + 1), signals.next(1));
    assertEquals(2, runs.requests());
    signals.cancel();
  }

  /** It asks for a buffer first, and for three quarters of one whenever these are consumed. */
  @Test
  void observeOnIsNoFurtherAheadThanItsBuffer() throws Exception {
    QueuedSignals<String> signals = new QueuedSignals<>();
    flowable().observeOn(Schedulers.single(), false, TAKE).subscribe(signals);
    runs.awaitRequests(1);

    signals.request(14);
    assertEquals(runs.ids().subList(0, 14), signals.next(14));
    assertEquals(1, runs.requests());

    signals.request(1);
    assertEquals(runs.ids().subList(14, 15), signals.next(1));
    runs.awaitRequests(2);

    signals.request(Long.MAX_VALUE);
    assertEquals(runs.ids().subList(15, 260), signals.next(245));
    signals.assertEnd();
    assertEquals(runs.requests(), runs.requestsOfAWalk(WalkOptions.DEFAULT));
  }

  @Test
  void rebatchedRequestsReadTheWholeList() {
    assertEquals(runs.ids(), flowable().rebatchRequests(3).toList().blockingGet());
    assertEquals(runs.requests(), runs.requestsOfAWalk(WalkOptions.DEFAULT));
  }

  @Test
  void takeEndsTheWalk() throws Exception {
    BlockingQueue<Receipt> receipts = new LinkedBlockingQueue<>();
    WalkOptions options = WalkOptions.builder().onEnd(receipts::add).build();
    assertEquals(
        runs.ids().subList(0, TAKE + 5), flowable(options).take(TAKE + 5).toList().blockingGet());
    Receipt receipt = receipts.take();
    assertEquals(Verdict.INCOMPLETE, receipt.verdict());
    assertEquals(TAKE + 5, receipt.delivered());
    assertEquals(2, receipt.requests());
    assertEquals(2, runs.requests());
  }

  @Test
  void cancelEndsTheCall() throws Exception {
    runs.delaySecondPage();
    Disposable subscription = flowable().subscribe();
    runs.awaitRequests(2);
    subscription.dispose();
    runs.awaitCanceledCall();
  }

  @Test
  void aFailureSaysWhereToGoOn() {
    runs.sandbox.faults(FaultScript.inOrder(Fault.none(), Fault.status(500)));
    List<String> before = new ArrayList<>();
    CortexApiException failure =
        assertThrows(
            CortexApiException.class,
            () -> flowable().doOnNext(before::add).ignoreElements().blockingAwait());
    assertEquals(500, failure.status());
    WalkPosition position = failure.position();
    assertNotNull(position);
    assertEquals(2, position.page());
    assertEquals(TAKE, position.delivered());
    assertEquals(runs.ids().subList(0, TAKE), before);

    WalkOptions rest =
        WalkOptions.builder().checkpoint(Checkpoint.of(position.checkpoint())).build();
    assertEquals(runs.ids().subList(TAKE, 260), flowable(rest).toList().blockingGet());
  }

  private Flowable<String> flowable() {
    return flowable(WalkOptions.DEFAULT);
  }

  private Flowable<String> flowable(WalkOptions options) {
    return Flowable.fromPublisher(runs.list().publisher(options)).map(Run::id);
  }
}
