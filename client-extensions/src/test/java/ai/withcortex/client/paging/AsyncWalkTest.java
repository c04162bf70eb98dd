package ai.withcortex.client.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
final class AsyncWalkTest {
  private final FakePages server = new FakePages(260);
  private final List<Integer> delivered = new ArrayList<>();

  @Test
  void completesWithTheReceipt() {
    Receipt receipt = PagedIterables.of(server, 1, 100).forEachAsync(delivered::add).join();

    assertEquals(server.items, delivered);
    assertEquals(Verdict.COMPLETE, receipt.verdict());
    assertEquals(3, receipt.requests());
  }

  @Test
  void tellsTheReceiptBeforeItCompletes() {
    HeldSource held = new HeldSource(server);
    List<String> calls = new ArrayList<>();
    CompletableFuture<Receipt> end =
        PagedIterables.of(held, 1, 1000)
            .forEachAsync(
                delivered::add, WalkOptions.builder().onEnd(receipt -> calls.add("end")).build());
    CompletableFuture<?> called = end.thenRun(() -> calls.add("future"));
    held.answer(0);
    called.join();

    assertEquals(List.of("end", "future"), calls);
    assertEquals(server.items, delivered);
  }

  @Test
  void failsWithWhatTheActionThrowsAndEndsTheWalk() {
    IllegalStateException failure = new IllegalStateException("full");
    List<Receipt> receipts = new ArrayList<>();
    CompletableFuture<Receipt> end =
        PagedIterables.of(server, 1, 100)
            .forEachAsync(
                item -> {
                  delivered.add(item);
                  if (item == 120) {
                    throw failure;
                  }
                },
                WalkOptions.builder().onEnd(receipts::add).build());

    assertSame(failure, assertThrows(ExecutionException.class, end::get).getCause());
    assertEquals(121, delivered.size());
    assertEquals(2, server.requests.size());
    assertEquals(Verdict.INCOMPLETE, receipts.get(0).verdict());
    assertEquals(1, receipts.size());
  }

  @Test
  void cancelingEndsTheRequest() {
    HeldSource held = new HeldSource(server);
    List<Receipt> receipts = new ArrayList<>();
    CompletableFuture<Receipt> end =
        PagedIterables.of(held, 1, 100)
            .forEachAsync(delivered::add, WalkOptions.builder().onEnd(receipts::add).build());
    held.answer(0);
    end.cancel(true);

    assertEquals(1, held.canceled());
    assertEquals(100, delivered.size());
    assertEquals(100, receipts.get(0).delivered());
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void readsAHundredThousandPages(Shape shape) {
    FakePages pages = new FakePages(100_000);
    WalkOptions options = WalkOptions.builder().mode(WalkMode.PLAIN).build();
    int[] count = {0};

    shape.read(PagedIterables.of(pages, 1, 1), options, item -> count[0]++);

    assertEquals(100_000, count[0]);
    assertTrue(pages.requests.size() >= 100_000);
  }
}
