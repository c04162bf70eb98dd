package ai.withcortex.client.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.error.PagingContractException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PagedIterableTest {
  private static final int TAKE = 10;
  private static final WalkOptions PLAIN = WalkOptions.builder().mode(WalkMode.PLAIN).build();

  @ParameterizedTest
  @ValueSource(ints = {1, 9, 10, 11, 20, 35})
  void endsOnTheTotalCount(int size) {
    FakePages server = new FakePages(size);
    server.tellsTake = false;
    assertEquals(server.items, items(server));
    assertEquals((size + TAKE - 1) / TAKE, server.requests.size());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 9, 11, 35})
  void endsOnAShortPage(int size) {
    FakePages server = new FakePages(size);
    server.tellsCount = false;
    assertEquals(server.items, items(server));
    // Without a count, the last request is for page 0. An only page may be short for any reason.
    int more = size < TAKE ? 2 : 1;
    assertEquals((size + TAKE - 1) / TAKE + more, server.requests.size());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10, 20})
  void endsOnAnEmptyPage(int size) {
    FakePages server = new FakePages(size);
    server.tellsCount = false;
    assertEquals(server.items, items(server));
    assertEquals(size / TAKE + 2, server.requests.size());
  }

  @Test
  void doesNotTakeAClampedPageForTheLast() {
    FakePages server = new FakePages(35);
    server.tellsCount = false;
    server.tellsTake = false;
    server.greatestTake = 7;
    assertEquals(server.items, items(server));
  }

  @Test
  void endsWhenTheServerSaysItWentBack() {
    FakePages server = new FakePages(30);
    server.tellsCount = false;
    server.repeatsLastPage = true;
    assertEquals(server.items, items(server));
    assertEquals(List.of(1, 2, 3, 4, 0), server.requests);
  }

  @Test
  void endsUnprovenWhenNothingTellsARepeatedPageFromTheEnd() {
    FakePages server = new FakePages(30);
    server.tellsCount = false;
    server.tellsTake = false;
    server.tellsPage = false;
    server.repeatsLastPage = true;
    Walk<Integer> walk = PagedIterables.of(server, 1, TAKE).walk(PLAIN);
    List<Integer> delivered = new ArrayList<>();
    walk.forEachRemaining(delivered::add);

    assertEquals(server.items, delivered);
    assertEquals(Verdict.UNPROVABLE, walk.receipt().verdict());
    assertEquals(
        "the server repeats its last page and sends no count, so there is no proof that the list"
            + " ends there",
        walk.receipt().reason());
    assertEquals(13, server.requests.size());
  }

  @Test
  void failsWhenOnlyOnePageIsRepeated() {
    FakePages server = new FakePages(30);
    server.tellsCount = false;
    server.tellsPage = false;
    server.ignoresPage = true;
    assertFails(
        server,
        10,
        "Page 10 has the same items as the 9 pages before it. Either the server ignores the page"
            + " number, or it repeats the last page; it is unknown whether the list has ended.");
  }

  @Test
  void failsWhenTheServerIgnoresThePage() {
    FakePages server = new FakePages(30);
    server.tellsPage = false;
    server.ignoresPage = true;
    assertFails(
        server,
        10,
        "Page 3 has the same items as the 2 pages before it. Either the server ignores the page"
            + " number, or it repeats the last page; it is unknown whether the list has ended.");
    assertEquals(3, server.requests.size());
  }

  @Test
  void failsWhenTheServerGoesBackBeforeTheCount() {
    FakePages server = new FakePages(30);
    server.ignoresPage = true;
    assertFails(
        server,
        10,
        "Page 2 has no new items, but the server reports 30 items and has sent only 10. If it"
            + " numbers pages from 0, start with page 0; otherwise, start over.");
  }

  @Test
  void failsWhenPagesEndBeforeTheCount() {
    FakePages server = new FakePages(25);
    server.firstPage = 0;
    Iterator<Page<Integer>> pages = paged(server).pages().iterator();
    assertEquals(10, pages.next().items().size());
    assertEquals(5, pages.next().items().size());
    assertEquals(
        "Page 3 has no new items, but the server reports 25 items and has sent only 15. If it"
            + " numbers pages from 0, start with page 0; otherwise, start over.",
        assertThrows(
                PagingContractException.class,
                () -> {
                  pages.next();
                  pages.next();
                })
            .getMessage());
  }

  @Test
  void startsWithPageZeroWhereThatIsTheFirst() {
    FakePages server = new FakePages(25);
    server.firstPage = 0;
    assertEquals(server.items, list(PagedIterables.of(server, 0, TAKE)));
  }

  @Test
  void startsInTheMiddle() {
    FakePages server = new FakePages(35);
    assertEquals(server.items.subList(20, 35), list(PagedIterables.of(server, 3, TAKE)));
    assertEquals(List.of(3, 4), server.requests);
  }

  @Test
  void startsInTheMiddleOfPagesThatAreShorterThanAskedFor() {
    FakePages server = new FakePages(95);
    server.greatestTake = 10;
    assertEquals(server.items.subList(20, 95), list(PagedIterables.of(server, 3, 50)));
  }

  @Test
  void doesNotTrustTheCountWhereItCannotTellThePosition() {
    FakePages server = new FakePages(95);
    server.greatestTake = 10;
    server.tellsTake = false;
    assertEquals(server.items.subList(20, 95), list(PagedIterables.of(server, 3, 50)));
  }

  @Test
  void goesOnAfterAPageThatOnlyHoldsWhatMoved() {
    FakePages server = new FakePages(5);
    Iterator<Integer> items = PagedIterables.of(server, 1, 1).iterator();
    List<Integer> delivered = new ArrayList<>(List.of(items.next()));
    List<Integer> moved = new ArrayList<>(server.items);
    moved.add(0, -1);
    server.items = moved;
    items.forEachRemaining(delivered::add);
    assertEquals(List.of(0, 1, 2, 3, 4), delivered);
  }

  @Test
  void deliversAnItemOnceThatMovedToALaterPage() {
    FakePages server = new FakePages(25);
    Iterator<Integer> items = paged(server).iterator();
    List<Integer> delivered = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      delivered.add(items.next());
    }
    List<Integer> moved = new ArrayList<>(server.items);
    moved.add(0, -1);
    moved.add(0, -2);
    server.items = moved;
    items.forEachRemaining(delivered::add);
    assertEquals(IntStream.range(0, 25).boxed().toList(), delivered);
  }

  @Test
  void sendsNothingBeforeTheCallerReachesAPage() {
    FakePages server = new FakePages(25);
    Iterator<Integer> items = paged(server).iterator();
    assertEquals(List.of(), server.requests);
    for (int i = 0; i < 10; i++) {
      assertTrue(items.hasNext());
      items.next();
      assertEquals(List.of(1), server.requests);
    }
    assertTrue(items.hasNext());
    assertEquals(List.of(1, 2), server.requests);
  }

  @Test
  void startsAnewForEachIterator() {
    FakePages server = new FakePages(5);
    PagedIterable<Integer> paged = paged(server);
    assertEquals(list(paged), list(paged));
    assertEquals(List.of(1, 1), server.requests);
  }

  @Test
  void repeatsARequestThatFailed() {
    FakePages server = new FakePages(15);
    List<Integer> takes = new ArrayList<>();
    TestSource<Integer> source =
        (number, take) -> {
          takes.add(take);
          if (takes.size() == 2) {
            throw new IllegalStateException("down");
          }
          return server.page(number, take);
        };
    Iterator<Integer> items = PagedIterables.of(source, 1, TAKE).iterator();
    List<Integer> delivered = new ArrayList<>();

    assertThrows(IllegalStateException.class, () -> items.forEachRemaining(delivered::add));
    items.forEachRemaining(delivered::add);

    assertEquals(server.items, delivered);
    assertEquals(List.of(TAKE, TAKE - 1, TAKE - 1), takes);
  }

  @Test
  void streamsLazilyInOrder() {
    FakePages server = new FakePages(35);
    assertEquals(List.of(0, 1, 2), paged(server).stream().limit(3).toList());
    assertEquals(List.of(1), server.requests);
    assertFalse(paged(server).stream().isParallel());
    assertEquals(server.items, paged(server).stream().toList());
  }

  @Test
  void handsOutPagesAsTheServerSentThem() {
    FakePages server = new FakePages(25);
    List<Page<Integer>> pages =
        StreamSupport.stream(paged(server).pages().spliterator(), false).toList();
    assertEquals(List.of(1, 2, 3), pages.stream().map(Page::number).toList());
    assertEquals(List.of(10, 10, 5), pages.stream().map(page -> page.items().size()).toList());
    assertEquals(List.of(25L, 25L, 25L), pages.stream().map(Page::totalCount).toList());
  }

  @Test
  void endsWithNoSuchElement() {
    Iterator<Integer> items = paged(new FakePages(0)).iterator();
    assertFalse(items.hasNext());
    assertEquals(
        "the list has no more items",
        assertThrows(NoSuchElementException.class, items::next).getMessage());
    Iterator<Page<Integer>> pages = paged(new FakePages(0)).pages().iterator();
    assertEquals(
        "the list has no more pages",
        assertThrows(NoSuchElementException.class, pages::next).getMessage());
  }

  private static void assertFails(FakePages server, int deliveredBefore, String message) {
    List<Integer> delivered = new ArrayList<>();
    PagingContractException failure =
        assertThrows(
            PagingContractException.class,
            () -> paged(server).walk(PLAIN).forEachRemaining(delivered::add));
    assertEquals(message, failure.getMessage());
    assertEquals(deliveredBefore, delivered.size());
  }

  private static PagedIterable<Integer> paged(FakePages server) {
    return PagedIterables.of(server, 1, TAKE);
  }

  private static List<Integer> items(FakePages server) {
    List<Integer> items = new ArrayList<>();
    paged(server).walk(PLAIN).forEachRemaining(items::add);
    return items;
  }

  private static List<Integer> list(Iterable<Integer> items) {
    List<Integer> list = new ArrayList<>();
    items.forEach(list::add);
    return list;
  }
}
