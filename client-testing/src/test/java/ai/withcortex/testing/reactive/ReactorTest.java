package ai.withcortex.testing.reactive;

import static ai.withcortex.testing.reactive.PublishedRuns.TAKE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.client.paging.Checkpoint;
import ai.withcortex.client.paging.WalkOptions;
import ai.withcortex.core.error.CortexConnectionException;
import ai.withcortex.core.error.WalkPosition;
import ai.withcortex.model.Run;
import ai.withcortex.testing.Fault;
import ai.withcortex.testing.FaultScript;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** Runs as a Flux of Reactor. */
@Timeout(120)
final class ReactorTest {
  private final PublishedRuns runs = new PublishedRuns();

  @AfterEach
  void close() {
    runs.close();
  }

  @Test
  void asksTheServerForAPageWhenAnItemOfItIsAskedFor() throws Exception {
    QueuedSignals<String> signals = new QueuedSignals<>();
    flux(WalkOptions.DEFAULT).subscribe(signals);
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

  /** It asks for so many first, and for three quarters of that whenever these are consumed. */
  @Test
  void limitRateIsNoFurtherAheadThanItSays() throws Exception {
    QueuedSignals<String> signals = new QueuedSignals<>();
    flux(WalkOptions.DEFAULT).limitRate(TAKE).subscribe(signals);
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
  void takeEndsTheWalk() {
    assertEquals(
        runs.ids().subList(0, TAKE + 5),
        flux(WalkOptions.DEFAULT).take(TAKE + 5).collectList().block());
    assertEquals(2, runs.requests());
  }

  @Test
  void concatMapReadsOneListAfterTheOther() {
    Flux<String> both =
        Flux.just("app_1/work_1", "c/work_2")
            .map(path -> path.split("/"))
            .concatMap(ids -> runs.list(ids[0], ids[1]).publisher())
            .map(Run::id);
    assertEquals(runs.ids(), both.take(260).collectList().block());
    assertTrue(runs.sandbox.requests().stream().allMatch(r -> r.path().contains("/work_1/")));

    assertEquals(
        Stream.concat(runs.ids().stream(), runs.ids("c", "work_2").stream()).toList(),
        both.collectList().block());
  }

  @Test
  void cancelEndsTheCall() throws Exception {
    runs.delaySecondPage();
    Disposable subscription = flux(WalkOptions.DEFAULT).subscribe();
    runs.awaitRequests(2);
    subscription.dispose();
    runs.awaitCanceledCall();
  }

  @Test
  void aFailureSaysWhereToGoOn() {
    runs.sandbox.faults(FaultScript.inOrder(Fault.none(), Fault.truncatedBody()));
    List<String> before = new ArrayList<>();
    CortexConnectionException failure =
        assertThrows(
            CortexConnectionException.class,
            () -> flux(WalkOptions.DEFAULT).doOnNext(before::add).blockLast());
    WalkPosition position = failure.position();
    assertNotNull(position);
    assertEquals(2, position.page());
    assertEquals(TAKE, position.delivered());
    assertEquals(runs.ids().subList(0, TAKE), before);

    WalkOptions rest =
        WalkOptions.builder().checkpoint(Checkpoint.of(position.checkpoint())).build();
    assertEquals(runs.ids().subList(TAKE, 260), flux(rest).collectList().block());
  }

  private Flux<String> flux(WalkOptions options) {
    return Flux.from(runs.list().publisher(options)).map(Run::id);
  }
}
