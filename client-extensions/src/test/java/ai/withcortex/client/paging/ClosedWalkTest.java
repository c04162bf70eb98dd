package ai.withcortex.client.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import ai.withcortex.client.internal.paging.PagingStrategy;
import ai.withcortex.client.internal.paging.WalkState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A walk is closed by another thread while its own thread uses it. */
@Timeout(60)
final class ClosedWalkTest {
  private final List<Receipt> receipts = Collections.synchronizedList(new ArrayList<>());
  private final WalkOptions options = WalkOptions.builder().onEnd(receipts::add).build();

  /** Saving clears the state first, so a checkpoint made in between would lack the page size. */
  @Test
  void twoThreadsDoNotSaveAtTheSameTime() throws InterruptedException {
    PagingStrategy<Integer> strategy = mock();
    WalkState state = new WalkState(0, true);
    Walker<Integer> walker =
        new Walker<>(
            new FakePages(6), options, strategy, new WalkLimits(options, System::nanoTime), state);
    Thread closing = new Thread(walker::end);
    AtomicInteger saving = new AtomicInteger();
    AtomicInteger atOnce = new AtomicInteger();
    doAnswer(
            call -> {
              atOnce.accumulateAndGet(saving.incrementAndGet(), Math::max);
              if (Thread.currentThread() != closing) {
                closing.start();
                while (atOnce.get() == 1 && closing.getState() != Thread.State.BLOCKED) {
                  Thread.onSpinWait();
                }
              }
              return saving.decrementAndGet();
            })
        .when(strategy)
        .save(any());
    walker.checkpoint();
    closing.join();

    assertEquals(1, atOnce.get());
    assertEquals(1, receipts.size());
  }

  /** The receipt would count the item of the action, which may still throw. */
  @Test
  void theWalkDoesNotEndWithinAnActionThatUsesIt() {
    FakePages server = new FakePages(260);
    Walk<Integer> walk = PagedIterables.of(server, 1, 100).walk(options);
    List<Integer> delivered = new ArrayList<>();
    walk.forEachRemaining(
        item -> {
          delivered.add(item);
          delivered.add(walk.next());
          if (item == 150) {
            closeOnAnotherThread(walk);
            assertEquals(List.of(), receipts);
          }
        });

    assertEquals(server.items.subList(0, 152), delivered);
    assertEquals(1, receipts.size());
    assertEquals(152, receipts.get(0).delivered());
    assertEquals(walk.checkpoint(), receipts.get(0).checkpoint());
  }

  private static void closeOnAnotherThread(Walk<Integer> walk) {
    Thread closing = new Thread(walk::close);
    closing.start();
    try {
      closing.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
