package ai.withcortex.client.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Walks over lists whose first page looks like another one, because so many items were added before
 * page 1 was requested again.
 */
final class GuessedFirstPageTest {
  private final FakePages server = new FakePages(1_000);
  private final List<Integer> delivered = new ArrayList<>();

  GuessedFirstPageTest() {
    server.firstPage = 0;
    server.tellsCount = false;
    server.tellsPage = false;
    server.tellsTake = false;
  }

  /** The last delivered items are on page 0 when the walk is resumed. */
  @ParameterizedTest
  @CsvSource({"20, 12, 26, 38", "100, 60, 60, 120", "100, 60, 120, 150", "100, 60, 120, 165"})
  void findsThePlaceOnPageZero(int take, int added, int stop, int deleted) {
    int[] requests = {0};
    TestSource<Integer> growing =
        (number, asked) -> {
          requests[0]++;
          if (requests[0] == 3) {
            server.items = IntStream.range(-added, 1_000).boxed().toList();
          }
          return server.page(number, asked);
        };
    PagedIterable<Integer> list = PagedIterables.of(growing.unnumbered(), 1, take);
    Walk<Integer> walk = list.walk();
    for (int i = 0; i < stop; i++) {
      delivered.add(walk.next());
    }
    List<Integer> items = server.items.subList(deleted, server.items.size());
    server.items = items;
    list.walk(WalkOptions.builder().checkpoint(walk.checkpoint()).build())
        .forEachRemaining(delivered::add);

    List<Integer> lasting = IntStream.range(Math.max(0, items.get(0)), 1_000).boxed().toList();
    assertEquals(lasting, delivered.stream().filter(lasting::contains).toList());
    assertEquals(delivered.size(), delivered.stream().distinct().count());
  }

  /** Page 0 looks as if it came before page 1, until its header says that it is page 1. */
  @ParameterizedTest
  @ValueSource(ints = {12, 13, 14, 16, 20, 100})
  void readsToTheEndOnceAHeaderTells(int greatestTake) {
    server.firstPage = 1;
    server.tellsTake = true;
    server.greatestTake = greatestTake;
    int[] requests = {0};
    TestSource<Integer> growing =
        (number, asked) -> {
          requests[0]++;
          server.tellsPage = requests[0] > 3;
          int first = requests[0] < 4 ? -10 * requests[0] : -130;
          server.items = IntStream.range(first, 1_000).boxed().toList();
          return server.page(number, asked);
        };
    Walk<Integer> walk = PagedIterables.of(growing.unnumbered(), 1, 100).walk();
    walk.forEachRemaining(delivered::add);

    assertEquals(
        IntStream.range(0, 1_000).boxed().toList(),
        delivered.stream().filter(item -> item >= 0).toList());
    assertEquals(Verdict.COMPLETE_WITH_DRIFT, walk.receipt().verdict());
  }

  /** Page 0 has few items because the list has, so pages may be longer once it grows. */
  @ParameterizedTest
  @CsvSource({"4, 12", "5, 60", "5, 150", "19, 600"})
  void doesNotTakeAShortPageZeroForTheLimit(int size, int added) {
    int[] first = {0};
    server.items = IntStream.range(0, size).boxed().toList();
    server.afterAnswer =
        () -> {
          first[0] = Math.max(-600, first[0] - added);
          server.items = IntStream.range(first[0], size).boxed().toList();
        };
    Walk<Integer> walk = PagedIterables.of(namedFromZero(), 1, 100).walk();
    walk.forEachRemaining(delivered::add);

    assertTrue(delivered.containsAll(IntStream.range(0, size).boxed().toList()));
    assertEquals(Verdict.COMPLETE_WITH_DRIFT, walk.receipt().verdict());
    assertTrue(server.requests.size() <= 15, () -> server.requests.toString());
  }

  /**
   * Page 0 is different each time it is read again, so that does not tell whether it is the end.
   */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void endsAShortListWhoseItemsMoveOn(boolean isNamed) {
    int[] answers = {0};
    server.items = IntStream.range(0, 10).boxed().toList();
    server.afterAnswer =
        () -> {
          answers[0]++;
          int first = -answers[0] / 2;
          server.items = IntStream.range(first, first + 10).boxed().toList();
        };
    PagedIterables.of(isNamed ? namedFromZero() : server.unnumbered(), 1, 50)
        .walk()
        .forEachRemaining(delivered::add);

    assertEquals(10, delivered.size());
    assertTrue(server.requests.size() <= 8, () -> server.requests.toString());
  }

  /** Page 1 is page 0 once more, and has nothing new, but is not the page after it. */
  @ParameterizedTest
  @ValueSource(ints = {9, 14, 19})
  void goesOnAfterAShortPageZeroThatComesForPageOne(int limit) {
    server.firstPage = 1;
    server.afterAnswer = () -> server.items = IntStream.range(-25, 100).boxed().toList();
    PagedIterable<Integer> list = PagedIterables.of(server.unnumbered(), 1, 20);
    Walk<Integer> walk = list.walk();
    for (int i = 0; i < 5; i++) {
      delivered.add(walk.next());
    }
    server.greatestTake = limit;
    list.walk(WalkOptions.builder().checkpoint(walk.checkpoint()).build())
        .forEachRemaining(delivered::add);

    assertEquals(server.items, delivered);
  }

  /** Page 0 seems to be cut, and it is not certain whether page 1 follows it. */
  @ParameterizedTest
  @CsvSource({"0, false", "0, true", "1, false", "1, true"})
  void endsAShortListAfterAWalkWasResumed(int firstPage, boolean repeatsLastPage) {
    server.firstPage = firstPage;
    server.repeatsLastPage = repeatsLastPage;
    server.tellsTake = true;
    for (int size = 3; size < 20; size++) {
      server.items = IntStream.range(0, size).boxed().toList();
      delivered.clear();
      PagedIterable<Integer> list = PagedIterables.of(server.unnumbered(), 1, 20);
      Walk<Integer> walk = list.walk();
      delivered.add(walk.next());
      delivered.add(walk.next());
      server.items = List.of(1);
      walk = list.walk(WalkOptions.builder().checkpoint(walk.checkpoint()).build());
      walk.forEachRemaining(delivered::add);

      assertEquals(List.of(0, 1), delivered);
      assertEquals(Verdict.COMPLETE, walk.receipt().verdict(), "of " + size);
    }
  }

  private TestSource<Integer> namedFromZero() {
    return new TestSource<Integer>() {
      @Override
      public Page<Integer> page(int number, int take) {
        return server.page(number, take);
      }

      @Override
      public PageNumbers numbers() {
        return PageNumbers.startingAt(0);
      }
    };
  }
}
