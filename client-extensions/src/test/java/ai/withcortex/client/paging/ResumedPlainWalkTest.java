package ai.withcortex.client.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.error.PagingContractException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks that read page by page and resume where only the last delivered items are known. */
final class ResumedPlainWalkTest {
  private static final WalkOptions PLAIN = WalkOptions.builder().mode(WalkMode.PLAIN).build();

  private final FakePages server = new FakePages(400);
  private final List<Integer> delivered = new ArrayList<>();

  /** More items are added at once than are known, so that the next pages have none of these. */
  @ParameterizedTest
  @CsvSource({"64, 20", "100, 20", "200, 20", "600, 20", "200, 30"})
  void deliversNothingTwiceAfterManyAdditions(int additions, int take) {
    Walk<Integer> walk = resumedAt(200, take);
    delivered.add(walk.next());
    insert(additions);
    walk.forEachRemaining(delivered::add);

    assertEquals(IntStream.range(0, 400).boxed().toList(), delivered);
  }

  /** A server with a page size of its own also leaves EXACT walks with the last items only. */
  @Test
  void deliversNothingTwiceInExactMode() {
    server.ownTake = 20;
    PagedIterable<Integer> list = PagedIterables.of(server, 1, 100);
    Walk<Integer> first = list.walk(WalkOptions.builder().itemLimit(200).build());
    first.forEachRemaining(delivered::add);
    Walk<Integer> walk = list.walk(WalkOptions.builder().checkpoint(first.checkpoint()).build());
    delivered.add(walk.next());
    insert(150);
    walk.forEachRemaining(delivered::add);

    assertEquals(IntStream.range(0, 400).boxed().toList(), delivered);
  }

  /** Additions move the last items to page 3, and deletions back before it is requested. */
  @Test
  void deliversNothingTwiceAfterItemsThatNoPageShowed() {
    Walk<Integer> walk = resumedAt(40, 20);
    insert(2);
    server.afterAnswer =
        () -> {
          if (server.requests.get(server.requests.size() - 1) == 2) {
            server.items = server.items.subList(2, server.items.size());
          }
        };
    while (delivered.size() < 150) {
      delivered.add(walk.next());
    }
    insert(110);
    resume(walk, 20);

    assertEquals(server.items.subList(110, 510), delivered);
  }

  /** Items that were deleted before do not take the place of those that mark the position. */
  @ParameterizedTest
  @ValueSource(ints = {14, 20, 40, 63})
  void findsThePositionAfterDeletionsAfterEachCheckpoint(int deletions) {
    Walk<Integer> walk = stoppedAt(150, 50);
    delete(100, 150);
    walk =
        PagedIterables.of(server, 1, 50)
            .walk(PLAIN.toBuilder().checkpoint(walk.checkpoint()).build());
    while (delivered.size() < 150 + deletions) {
      delivered.add(walk.next());
    }
    delete(150, 150 + deletions);
    resume(walk, 50);

    assertEquals(IntStream.range(0, 400).boxed().toList(), delivered);
  }

  @ParameterizedTest
  @CsvSource({"64, 28", "200, 34"})
  void asksForTwoPagesMoreAfterManyAdditionsAtTheEnd(int additions, int requests) {
    Walk<Integer> walk = resumedAt(200, 20);
    delivered.add(walk.next());
    server.items = IntStream.range(0, 400 + additions).boxed().toList();
    walk.forEachRemaining(delivered::add);

    assertEquals(server.items, delivered);
    assertEquals(requests, walk.receipt().requests());
  }

  @ParameterizedTest
  @CsvSource({
    "80, true", "230, true", "500, true", "1000, true",
    "80, false", "230, false", "500, false", "1000, false"
  })
  void resumesIfTheGreatestTakeIsLower(int stop, boolean tellsTake) {
    server.items = IntStream.range(0, 1_100).boxed().toList();
    server.tellsTake = tellsTake;
    Walk<Integer> walk = stoppedAt(stop, 100);
    server.greatestTake = 50;
    resume(walk, 100);

    assertEquals(server.items, delivered);
  }

  @Test
  void resumesIfThePagesOfTheServerAreLonger() {
    server.ownTake = 20;
    Walk<Integer> walk = stoppedAt(230, 100);
    server.ownTake = 30;
    resume(walk, 100);

    assertEquals(server.items, delivered);
  }

  @Test
  void saysThatPagesHaveBecomeTooShort() {
    Walk<Integer> walk = stoppedAt(230, 100);
    server.greatestTake = 10;

    assertEquals(
        "Pages of 10 items that do not overlap are too short to resume from. Start over, with a"
            + " take of at least 20 if the server allows it.",
        assertThrows(PagingContractException.class, () -> resume(walk, 100)).getMessage());
  }

  /** The pages of 7 and 17 items are not full, although another page follows the first of them. */
  @Test
  void knowsTheSizeOfPagesIfTheListGrowsAtItsEnd() {
    server.items = IntStream.range(0, 27).boxed().toList();
    server.tellsTake = server.tellsCount = false;
    server.afterAnswer =
        () -> {
          if (server.requests.size() == 2) {
            server.items = IntStream.range(0, 57).boxed().toList();
          }
        };
    Walk<Integer> walk = stoppedAt(30, 20);
    resume(walk, 20);

    assertEquals(delivered.stream().distinct().toList(), delivered);
    assertEquals(56, delivered.get(delivered.size() - 1));
  }

  /** Page 1 comes for page 0, and more than a page of items is added before each request. */
  @ParameterizedTest
  @ValueSource(ints = {0, 10, 100, 350, 700})
  void readsToTheEndIfPageOneComesForPageZeroWithoutAnOverlap(int stop) {
    server.items = IntStream.range(0, 1_000).boxed().toList();
    server.tellsPage = false;
    server.afterAnswer =
        () -> {
          if (server.requests.size() < 3) {
            insert(120);
          }
        };
    PagedIterable<Integer> list = PagedIterables.of(server.unnumbered(), 1, 100);
    Walk<Integer> walk = list.walk(PLAIN);
    for (int i = 0; i < stop; i++) {
      delivered.add(walk.next());
    }
    walk = stop == 0 ? walk : list.walk(PLAIN.toBuilder().checkpoint(walk.checkpoint()).build());
    walk.forEachRemaining(delivered::add);

    assertEquals(delivered.stream().distinct().toList(), delivered);
    assertTrue(delivered.containsAll(IntStream.range(0, 1_000).boxed().toList()));
  }

  /** Page 1 tells that page 0 is the first one, and then the count where the list ends. */
  @ParameterizedTest
  @ValueSource(ints = {50, 150})
  void resumesAListThatStartsWithPageZero(int stop) {
    server.firstPage = 0;
    server.tellsTake = server.tellsPage = false;
    server.repeatsLastPage = true;
    PagedIterable<Integer> list = PagedIterables.of(server, 0, 100);
    Walk<Integer> walk = list.walk(PLAIN);
    for (int i = 0; i < stop; i++) {
      delivered.add(walk.next());
    }
    list.walk(PLAIN.toBuilder().checkpoint(walk.checkpoint()).build())
        .forEachRemaining(delivered::add);

    assertEquals(server.items, delivered);
  }

  /** Page 0 had other items than page 1, so it is not known whether page 1 follows it. */
  @ParameterizedTest
  @ValueSource(ints = {20, 60, 130})
  void readsToTheEndIfItIsNotKnownWhatPageOneIs(int stop) {
    server.tellsPage = false;
    server.afterAnswer = () -> insert(5);
    PagedIterable<Integer> list = PagedIterables.of(server.unnumbered(), 1, 40);
    WalkOptions options = PLAIN;
    for (int most : new int[] {1, stop}) {
      Walk<Integer> walk = list.walk(options);
      for (int i = 0; i < most; i++) {
        delivered.add(walk.next());
      }
      options = PLAIN.toBuilder().checkpoint(walk.checkpoint()).build();
      insert(45);
    }
    server.afterAnswer = () -> {};
    list.walk(options).forEachRemaining(delivered::add);

    assertEquals(
        IntStream.range(0, 400).boxed().toList(),
        delivered.stream().filter(item -> item >= 0).toList());
  }

  /** The position is now on page 1, and the count is what it was. */
  @Test
  void resumesBehindAPageZeroThatWasAdded() {
    server.firstPage = 0;
    server.items = server.items.subList(0, 160);
    PagedIterable<Integer> list = PagedIterables.of(server, 0, 100);
    Walk<Integer> walk = list.walk(PLAIN);
    for (int i = 0; i < 37; i++) {
      delivered.add(walk.next());
    }
    server.items = IntStream.range(-100, 60).boxed().toList();
    list.walk(PLAIN.toBuilder().checkpoint(walk.checkpoint()).build())
        .forEachRemaining(delivered::add);

    assertEquals(server.items.subList(100, 160), delivered);
  }

  /** Each count differs from the one before, so it is not known whether page 1 follows page 0. */
  @ParameterizedTest
  @ValueSource(ints = {70, 90, 120})
  void readsToTheEndFromPageOneIfThereIsAPageZero(int stop) {
    server.items = IntStream.range(0, 1_150).boxed().toList();
    server.firstPage = 0;
    server.refusalPastEnd = 422;
    int[] additions = {5};
    TestSource<Integer> growing =
        (number, take) -> {
          insert(additions[0]);
          return server.page(number, take);
        };
    PagedIterable<Integer> list = PagedIterables.of(growing, 0, 64);
    Walk<Integer> walk = list.walk(PLAIN);
    for (int i = 0; i < stop; i++) {
      delivered.add(walk.next());
    }
    additions[0] = 3;
    list.walk(PLAIN.toBuilder().checkpoint(walk.checkpoint()).build())
        .forEachRemaining(delivered::add);

    assertEquals(
        IntStream.range(0, 1_150).boxed().toList(),
        delivered.stream().filter(item -> item >= 0).toList());
  }

  /** Page 0 is the start of the list, whatever its take, so the count tells that it is the end. */
  @ParameterizedTest
  @ValueSource(ints = {1, 12, 20, 21})
  void resumesOnAnOnlyPageZeroThatIsRepeated(int stop) {
    server.items = server.items.subList(0, 21);
    server.firstPage = 0;
    server.repeatsLastPage = true;
    server.tellsPage = false;
    server.tellsTake = false;
    PagedIterable<Integer> list = PagedIterables.of(server, 0, 21);
    Walk<Integer> walk = list.walk(PLAIN);
    for (int i = 0; i < stop; i++) {
      delivered.add(walk.next());
    }
    list.walk(PLAIN.toBuilder().checkpoint(walk.checkpoint()).build())
        .forEachRemaining(delivered::add);

    assertEquals(server.items, delivered);
  }

  /** Where the page is in the list is not known, but that it has all items is. */
  @ParameterizedTest
  @ValueSource(ints = {1, 28, 29})
  void resumesAListWithOnePageThatComesForEachNumber(int stop) {
    server.items = server.items.subList(0, 29);
    server.firstPage = 0;
    server.tellsTake = false;
    server.repeatsLastPage = true;
    PagedIterable<Integer> list = PagedIterables.of(server, 0, 100);
    Walk<Integer> walk = list.walk(PLAIN);
    for (int i = 0; i < stop; i++) {
      delivered.add(walk.next());
    }
    list.walk(PLAIN.toBuilder().checkpoint(walk.checkpoint()).build())
        .forEachRemaining(delivered::add);

    assertEquals(server.items, delivered);
  }

  /** The only page may be full, as far as the walk knows, and so the pages may be short. */
  @ParameterizedTest
  @CsvSource({"EXACT, 11", "EXACT, 5", "PLAIN, 11", "PLAIN, 5"})
  void resumesAListThatIsShorterThanItsPages(WalkMode mode, int stop) {
    server.items = server.items.subList(0, 11);
    server.firstPage = 0;
    server.ownTake = 27;
    server.refusalPastEnd = 422;
    server.tellsTake = false;
    PagedIterable<Integer> list = PagedIterables.of(server.unnumbered(), 1, 153);
    WalkOptions options = WalkOptions.builder().mode(mode).build();
    for (int i = 0; i < 2; i++) {
      Walk<Integer> walk = list.walk(options);
      for (int j = 0; j < stop && walk.hasNext(); j++) {
        delivered.add(walk.next());
      }
      options = options.toBuilder().checkpoint(walk.checkpoint()).build();
    }
    list.walk(options).forEachRemaining(delivered::add);

    assertEquals(server.items, delivered);
  }

  private Walk<Integer> stoppedAt(int stop, int take) {
    Walk<Integer> walk = PagedIterables.of(server, 1, take).walk(PLAIN);
    for (int i = 0; i < stop; i++) {
      delivered.add(walk.next());
    }
    return walk;
  }

  private Walk<Integer> resumedAt(int stop, int take) {
    Checkpoint checkpoint = stoppedAt(stop, take).checkpoint();
    return PagedIterables.of(server, 1, take)
        .walk(PLAIN.toBuilder().checkpoint(checkpoint).build());
  }

  private void resume(Walk<Integer> walk, int take) {
    PagedIterables.of(server, 1, take)
        .walk(PLAIN.toBuilder().checkpoint(walk.checkpoint()).build())
        .forEachRemaining(delivered::add);
  }

  private void delete(int from, int to) {
    server.items = server.items.stream().filter(item -> item < from || item >= to).toList();
  }

  private void insert(int additions) {
    List<Integer> longer = new ArrayList<>(server.items);
    for (int i = 0; i < additions; i++) {
      longer.add(0, -1 - longer.size());
    }
    server.items = longer;
  }
}
