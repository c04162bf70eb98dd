package ai.withcortex.client.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.core.error.CortexConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WalkLimitsTest {
  private final FakePages server = new FakePages(260);
  private final AtomicLong nanos = new AtomicLong();
  private final List<Integer> delivered = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(ints = {0, 4})
  void stopsAtTheLimitOfItems(int prefetch) {
    Receipt receipt = walk(WalkOptions.builder().itemLimit(150).prefetch(prefetch).build());

    assertEquals(150, delivered.size());
    assertEquals(Verdict.INCOMPLETE, receipt.verdict());
    assertEquals("the limit of 150 items was reached", receipt.reason());
    goesOnFrom(receipt);
  }

  @Test
  void isCompleteWhenTheListEndsAtTheLimit() {
    assertEquals(Verdict.COMPLETE, walk(WalkOptions.builder().itemLimit(260L).build()).verdict());
    delivered.clear();
    assertEquals(Verdict.COMPLETE, walk(WalkOptions.builder().requestLimit(3L).build()).verdict());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4})
  void stopsAtTheLimitOfRequests(int prefetch) {
    Receipt receipt = walk(WalkOptions.builder().requestLimit(2).prefetch(prefetch).build());

    assertEquals(2, server.requests.size());
    assertEquals(198, delivered.size());
    assertEquals("the limit of 2 requests was reached", receipt.reason());
    goesOnFrom(receipt);
  }

  @Test
  void countsRepetitionsAsRequests() {
    FailingSource source = new FailingSource();
    Walk<Integer> walk =
        PagedIterables.of(source, 1, 100).walk(WalkOptions.builder().requestLimit(4L).build());
    walk.forEachRemaining(delivered::add);
    Receipt receipt = walk.receipt();

    assertEquals(100, delivered.size());
    assertEquals(4, source.attempts);
    assertEquals("the limit of 4 requests was reached", receipt.reason());
    assertEquals(2, receipt.requests());
    assertEquals(2, receipt.retries());
    goesOnFrom(receipt);
  }

  @Test
  void stopsAtTheLimitOfBytes() {
    Receipt receipt = walk(WalkOptions.builder().byteLimit(1500).build());

    assertEquals("the limit of 1500 bytes was reached", receipt.reason());
    assertEquals(2, server.requests.size());
    assertEquals(198, delivered.size());
    goesOnFrom(receipt);
  }

  @Test
  void stopsWhenTheTimeIsOver() {
    Receipt receipt = walk(WalkOptions.builder().timeLimit(Duration.ofMinutes(2)).build());

    // The fake clock ticks a second for each item.
    assertEquals(120, delivered.size());
    assertEquals("the limit of PT2M was reached", receipt.reason());
    goesOnFrom(receipt);
  }

  @Test
  void tellsTheSourceHowMuchTimeIsLeft() {
    List<Duration> left = new ArrayList<>();
    PageSource<Integer> source =
        new TestSource<Integer>() {
          @Override
          public Page<Integer> page(int number, int take) {
            return server.page(number, take);
          }

          @Override
          public CompletableFuture<Page<Integer>> fetchAsync(PageRequest request) {
            left.add(request.timeLeft());
            return TestSource.super.fetchAsync(request);
          }
        };
    WalkOptions options = WalkOptions.builder().timeLimit(Duration.ofSeconds(500)).build();
    Walk<Integer> walk = PagedIterables.of(source, 1, 100, nanos::get).walk(options);
    walk.forEachRemaining(item -> nanos.addAndGet(Duration.ofSeconds(1).toNanos()));

    assertEquals(
        List.of(Duration.ofSeconds(500), Duration.ofSeconds(400), Duration.ofSeconds(302)), left);
  }

  @Test
  void tellsTheReceiptOnce() {
    List<Receipt> receipts = new ArrayList<>();
    WalkOptions options = WalkOptions.builder().itemLimit(5L).onEnd(receipts::add).build();
    Walk<Integer> walk = PagedIterables.of(server, 1, 100).walk(options);
    for (int i = 0; i < 5; i++) {
      walk.next();
    }
    assertEquals(List.of(), receipts);

    assertFalse(walk.hasNext());
    assertFalse(walk.hasNext());
    walk.close();

    assertEquals(
        List.of(walk.receipt().toString()), receipts.stream().map(Receipt::toString).toList());
  }

  @Test
  void refusesLimitsThatAllowNothing() {
    assertRefused(
        () -> WalkOptions.builder().itemLimit(0).build(), "itemLimit must be at least 1 but is 0");
    assertRefused(
        () -> WalkOptions.builder().requestLimit(-1L).build(),
        "requestLimit must be at least 1 but is -1");
    assertRefused(
        () -> WalkOptions.builder().byteLimit(0L).build(), "byteLimit must be at least 1 but is 0");
    assertRefused(
        () -> WalkOptions.builder().timeLimit(Duration.ZERO).build(),
        "timeLimit must be more than 0 but is PT0S");
    assertRefused(
        () -> WalkOptions.builder().prefetch(65).build(),
        "prefetch must be from 0 to 64 but is 65");
  }

  private static void assertRefused(Runnable build, String message) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, build::run).getMessage());
  }

  private Receipt walk(WalkOptions options) {
    TestSource<Integer> weighed =
        (number, take) ->
            Page.<Integer>builder().from(server.page(number, take)).bytes(1000L).build();
    Walk<Integer> walk = PagedIterables.of(weighed, 1, 100, nanos::get).walk(options);
    walk.forEachRemaining(
        item -> {
          delivered.add(item);
          nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        });
    return walk.receipt();
  }

  private void goesOnFrom(Receipt receipt) {
    WalkOptions options = WalkOptions.builder().checkpoint(receipt.checkpoint()).build();
    Walk<Integer> walk = PagedIterables.of(server, 1, 100).walk(options);
    walk.forEachRemaining(delivered::add);

    assertEquals(server.items, delivered);
    assertNull(walk.receipt().reason());
  }

  /** Each request but the first fails twice and is then repeated with success, if it may be. */
  private final class FailingSource implements TestSource<Integer> {
    private int attempts;

    @Override
    public Page<Integer> page(int number, int take) {
      return server.page(number, take);
    }

    @Override
    public CompletableFuture<Page<Integer>> fetchAsync(PageRequest request) {
      attempts++;
      for (int failures = 0; request.number() > 1; failures++) {
        if (failures == 3) {
          break;
        }
        if (!request.mayRetry()) {
          throw new CortexConnectionException("down", null);
        }
        attempts++;
      }
      return TestSource.super.fetchAsync(request);
    }
  }
}
