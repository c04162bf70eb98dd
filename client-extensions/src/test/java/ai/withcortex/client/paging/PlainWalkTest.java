package ai.withcortex.client.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.error.PagingContractException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What walks that read page by page find out about the start and the end of the list. */
final class PlainWalkTest {
  private static final int TAKE = 100;
  private static final WalkOptions PLAIN = WalkOptions.builder().mode(WalkMode.PLAIN).build();
  private static final String LATE =
      "page 0 has items, too, which were delivered after those of page 1";

  private static final String REPEATED =
      "the server repeats its last page and sends no count, so there is no proof that the list"
          + " ends there";

  private final FakePages server = new FakePages(150);
  private final List<Integer> delivered = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"150, true", "150, false", "250, true", "250, false", "450, true", "450, false"})
  void deliversPageZeroLastIfPageOneIsNamed(int size, boolean tellsCount) {
    startWithZero(size, tellsCount);
    Receipt receipt = read(PLAIN);

    List<Integer> expected = new ArrayList<>(server.items.subList(TAKE, size));
    expected.addAll(server.items.subList(0, TAKE));
    assertEquals(expected, delivered);
    assertEquals(Verdict.UNPROVABLE, receipt.verdict());
    assertEquals(LATE, receipt.reason());
  }

  /** One request per walk leaves none to find out where the list starts. */
  @Test
  void saysThatPageZeroMayBeMissingAfterOneRequest() {
    startWithZero(250, false);
    WalkOptions one = PLAIN.toBuilder().requestLimit(1).build();
    Walk<Integer> first = PagedIterables.of(server.unnumbered(), 1, TAKE).walk(one);
    first.forEachRemaining(delivered::add);
    assertEquals(Verdict.INCOMPLETE, first.receipt().verdict());

    Walk<Integer> second =
        PagedIterables.of(server.unnumbered(), 1, TAKE)
            .walk(PLAIN.toBuilder().checkpoint(first.checkpoint()).build());
    assertEquals(
        "Page 0 is not empty, and no responses show that it is page 1, so the walk from page 1 may"
            + " have missed the start of the list and cannot be resumed. Start over with page 0.",
        assertThrows(PagingContractException.class, second::hasNext).getMessage());
  }

  @Test
  void doesNotEndBeforePageZeroAfterOneRequest() {
    startWithZero(150, false);
    WalkOptions one = PLAIN.toBuilder().requestLimit(1).build();
    Walk<Integer> walk = PagedIterables.of(server.unnumbered(), 1, TAKE).walk(one);
    walk.forEachRemaining(delivered::add);

    assertEquals(50, delivered.size());
    assertEquals(Verdict.INCOMPLETE, walk.receipt().verdict());
  }

  /** Additions move items from page 0 to page 1 before page 0 is requested. */
  @Test
  void findsWhatHasMovedFromPageZero() {
    startWithZero(250, false);
    server.afterAnswer =
        () -> {
          List<Integer> grown = new ArrayList<>(server.items);
          for (int i = 0; i < 30; i++) {
            grown.add(0, -grown.size());
          }
          server.items = grown;
        };
    Receipt receipt = read(PLAIN);

    for (int item = 0; item < 250; item++) {
      assertEquals(delivered.indexOf(item), delivered.lastIndexOf(item));
      assertTrue(delivered.contains(item), "item " + item);
    }
    assertEquals(LATE, receipt.reason());
  }

  /** Without a count, the server may have cut the first page, so the walk reads another one. */
  @ParameterizedTest
  @CsvSource({"0, false, COMPLETE", "50, true, COMPLETE", "50, false, UNPROVABLE"})
  void isCompleteIfTheFirstPageIsTheOnlyOne(int size, boolean tellsCount, Verdict verdict) {
    server.items = server.items.subList(0, size);
    server.tellsCount = tellsCount;
    Receipt receipt = read(PLAIN);

    assertEquals(server.items, delivered);
    assertEquals(verdict, receipt.verdict());
  }

  /** If page 1 were taken for the page after page 0, the count would be reached too early. */
  @ParameterizedTest
  @ValueSource(ints = {1, 9, 10, 12, 19})
  void readsToTheEndIfPageOneComesForPageZeroWithInsertions(int insertions) {
    server.tellsPage = false;
    server.afterAnswer =
        () -> {
          if (server.requests.size() < 3) {
            List<Integer> grown = new ArrayList<>(server.items);
            for (int i = 0; i < insertions; i++) {
              grown.add(0, -grown.size());
            }
            server.items = grown;
          }
        };
    PagedIterables.of(server.unnumbered(), 1, 20).walk(PLAIN).forEachRemaining(delivered::add);

    assertEquals(server.items.size(), delivered.size());
    assertEquals(149, delivered.get(delivered.size() - 1));
  }

  /** An insertion among known items comes late, and is the last item of a page when resumed. */
  @Test
  void resumesBehindAnItemThatWasInsertedBetweenOthers() {
    server.tellsCount = false;
    server.afterAnswer =
        () -> {
          List<Integer> grown = new ArrayList<>(server.items);
          if (server.requests.size() == 1) {
            IntStream.range(0, 10).forEach(i -> grown.add(0, -10 - i));
            grown.add(grown.indexOf(95), -1);
          }
          server.items = grown;
        };
    Walk<Integer> walk = PagedIterables.of(server, 1, TAKE).walk(PLAIN);
    walk.forEachRemaining(delivered::add);
    List<Integer> longer = new ArrayList<>(server.items);
    IntStream.range(0, 94).forEach(i -> longer.add(0, -100 - i));
    server.items = longer;
    PagedIterables.of(server, 1, TAKE)
        .walk(PLAIN.toBuilder().checkpoint(walk.checkpoint()).build())
        .forEachRemaining(delivered::add);

    assertEquals(delivered.stream().distinct().toList(), delivered);
    assertTrue(delivered.containsAll(IntStream.range(0, 150).boxed().toList()));
  }

  /** Insertions among known items are the first items of page 5, and come again when resumed. */
  @Test
  void resumesBehindItemsThatWereInsertedAtTheStartOfAPage() {
    server.items = IntStream.range(0, 400).boxed().toList();
    server.afterAnswer =
        () -> {
          if (server.requests.size() == 4) {
            List<Integer> grown = new ArrayList<>(server.items);
            grown.addAll(78, List.of(-1, -2));
            grown.addAll(0, List.of(-3, -4));
            server.items = grown;
          }
        };
    PagedIterable<Integer> list = PagedIterables.of(server, 1, 20);
    Walk<Integer> walk = list.walk(PLAIN.toBuilder().itemLimit(83).build());
    walk.forEachRemaining(delivered::add);
    List<Integer> longer = new ArrayList<>(server.items);
    IntStream.range(0, 18).forEach(i -> longer.add(0, -100 - i));
    server.items = longer;
    list.walk(PLAIN.toBuilder().checkpoint(walk.checkpoint()).build())
        .forEachRemaining(delivered::add);

    assertEquals(delivered.stream().distinct().toList(), delivered);
    assertTrue(delivered.containsAll(IntStream.range(0, 400).boxed().toList()));
  }

  /** A walk that resumes at the end and delivers nothing keeps its position. */
  @Test
  void resumesTwiceAtTheEnd() {
    Walk<Integer> walk = PagedIterables.of(server, 1, TAKE).walk(PLAIN);
    for (int i = 0; i < 3; i++) {
      walk.forEachRemaining(delivered::add);
      server.requests.clear();
      WalkOptions resumed = PLAIN.toBuilder().checkpoint(walk.checkpoint()).build();
      walk = PagedIterables.of(server, 1, TAKE).walk(resumed);
    }
    walk.forEachRemaining(delivered::add);

    assertEquals(server.items, delivered);
    assertEquals(List.of(2), server.requests);
  }

  /** Only a request for half of the page tells that the server does not ignore page numbers. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 50, 99, 100})
  void endsAfterAPageThatComesForEachNumber(int size) {
    repeatLastPageUntold(size);
    Receipt receipt = read(PLAIN);

    assertEquals(server.items, delivered);
    assertEquals(Verdict.UNPROVABLE, receipt.verdict());
    assertEquals(REPEATED, receipt.reason());
    assertEquals(12, receipt.requests());
  }

  /** An item is inserted before the request for half of the page. */
  @Test
  void endsAfterSuchAPageWhileItGrows() {
    repeatLastPageUntold(10);
    server.afterAnswer =
        () -> {
          if (server.requests.size() == 11) {
            server.items = IntStream.range(-1, 10).boxed().toList();
          }
        };
    Walk<Integer> walk = PagedIterables.of(server.unnumbered(), 1, TAKE).walk(PLAIN);
    walk.forEachRemaining(delivered::add);

    assertEquals(IntStream.range(0, 10).boxed().toList(), delivered);
    assertEquals(REPEATED, walk.receipt().reason());
  }

  /** Insertions move the last items of page 2 to page 3, which has no others. */
  @Test
  void endsAfterALastPageWhoseItemsMovedOn() {
    server.tellsCount = false;
    server.items = IntStream.range(0, 200).boxed().toList();
    server.afterAnswer =
        () -> {
          if (server.requests.size() == 2) {
            server.items = IntStream.range(-30, 200).boxed().toList();
          }
        };
    Walk<Integer> walk = PagedIterables.of(server, 1, TAKE).walk(PLAIN);
    walk.forEachRemaining(delivered::add);

    assertEquals(IntStream.range(0, 200).boxed().toList(), delivered);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "60, 20", "60, 60"})
  void endsAfterSuchAPageWhenResumed(int size, int stop) {
    repeatLastPageUntold(size);
    Walk<Integer> walk = PagedIterables.of(server, 1, TAKE).walk(PLAIN);
    for (int i = 0; i < stop; i++) {
      delivered.add(walk.next());
    }
    Walk<Integer> resumed =
        PagedIterables.of(server, 1, TAKE)
            .walk(PLAIN.toBuilder().checkpoint(walk.checkpoint()).build());
    resumed.forEachRemaining(delivered::add);

    assertEquals(server.items, delivered);
    assertEquals(REPEATED, resumed.receipt().reason());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 99})
  void pagesAreOnlyThoseAskedFor(int size) {
    repeatLastPageUntold(size);
    List<Integer> sizes = new ArrayList<>();
    PagedIterables.of(server, 1, TAKE).pages().forEach(page -> sizes.add(page.items().size()));

    assertEquals(Collections.nCopies(10, size), sizes);
  }

  /** A new item at the start of page 1, which comes again, is no sign of a page 2. */
  @Test
  void findsOutThatPageNumbersAreIgnoredWhileTheListGrows() {
    repeatLastPageUntold(500);
    server.ignoresPage = true;
    server.afterAnswer = () -> server.items = IntStream.range(-1, 500).boxed().toList();
    Walk<Integer> walk = PagedIterables.of(server, 1, 20).walk(PLAIN);

    assertEquals(
        "Page 11 has the same items as the 9 pages before it. Either the server ignores the page"
            + " number, or it repeats the last page; it is unknown whether the list has ended.",
        assertThrows(PagingContractException.class, () -> walk.forEachRemaining(delivered::add))
            .getMessage());
  }

  @Test
  void endsAfterALastPageThatComesAgainWhileTheListGrows() {
    repeatLastPageUntold(250);
    server.afterAnswer =
        () -> server.items = IntStream.range(-server.requests.size(), 250).boxed().toList();
    Walk<Integer> walk = PagedIterables.of(server.unnumbered(), 1, TAKE).walk(PLAIN);
    walk.forEachRemaining(delivered::add);

    assertTrue(delivered.containsAll(IntStream.range(0, 250).boxed().toList()));
    assertEquals(REPEATED, walk.receipt().reason());
    assertEquals(14, walk.receipt().requests());
  }

  @ParameterizedTest
  @CsvSource({"150, 100, 120", "150, 100, 150", "150, 100, 200", "48, 20, 30", "48, 20, 250"})
  void resumesWithPagesLongerThanTheTake(int ownTake, int take, int stop) {
    server.items = IntStream.range(0, 259).boxed().toList();
    server.ownTake = ownTake;
    Walk<Integer> walk = PagedIterables.of(server, 1, take).walk(PLAIN);
    for (int i = 0; i < stop; i++) {
      delivered.add(walk.next());
    }
    PagedIterables.of(server, 1, take)
        .walk(PLAIN.toBuilder().checkpoint(walk.checkpoint()).build())
        .forEachRemaining(delivered::add);

    assertEquals(server.items, delivered);
  }

  @Test
  void readsTheLastPageIfPageOneComesForPageZero() {
    server.items = IntStream.range(0, 450).boxed().toList();
    PagedIterable<Integer> list = PagedIterables.of(server, 0, TAKE);
    list.walk(PLAIN).forEachRemaining(delivered::add);
    assertEquals(server.items, delivered);

    delivered.clear();
    list.pages().forEach(page -> delivered.addAll(page.items()));
    assertEquals(449, delivered.get(delivered.size() - 1));
  }

  /** The count and the take tell that a list ends with its last page, whichever page is first. */
  @Test
  void endsIfItStartsWithTheLastPage() {
    FakePages server = new FakePages(260);
    server.repeatsLastPage = true;
    server.tellsPage = false;
    Walk<Integer> walk = PagedIterables.of(server, 3, TAKE).walk(PLAIN);
    List<Integer> items = new ArrayList<>();
    walk.forEachRemaining(items::add);

    assertEquals(IntStream.range(200, 260).boxed().toList(), items);
    assertEquals(1, walk.receipt().requests());
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 60})
  void endsAfterPageZeroWhenResumed(int size) {
    FakePages server = new FakePages(size);
    server.firstPage = 0;
    server.repeatsLastPage = true;
    server.tellsPage = false;
    PagedIterable<Integer> list = PagedIterables.of(server, 0, TAKE);
    Walk<Integer> walk =
        list.walk(WalkOptions.builder().mode(WalkMode.PLAIN).itemLimit(size / 2).build());
    List<Integer> items = new ArrayList<>();
    walk.forEachRemaining(items::add);
    list.walk(WalkOptions.builder().mode(WalkMode.PLAIN).checkpoint(walk.checkpoint()).build())
        .forEachRemaining(items::add);

    assertEquals(IntStream.range(0, size).boxed().toList(), items);
  }

  private void repeatLastPageUntold(int size) {
    server.items = IntStream.range(0, size).boxed().toList();
    server.repeatsLastPage = true;
    server.tellsCount = false;
    server.tellsPage = false;
    server.tellsTake = false;
  }

  private void startWithZero(int size, boolean tellsCount) {
    server.items = new FakePages(size).items;
    server.firstPage = 0;
    server.tellsCount = tellsCount;
  }

  private Receipt read(WalkOptions options) {
    Walk<Integer> walk = PagedIterables.of(server, 1, TAKE).walk(options);
    walk.forEachRemaining(delivered::add);
    return walk.receipt();
  }
}
