package ai.withcortex.client.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.CortexConnectionException;
import ai.withcortex.core.error.PagingContractException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How walks find out whether a server numbers its pages from 0 or from 1, before any item. */
final class StartOfListTest {
  private static final int TAKE = 100;
  private static final WalkOptions PLAIN = WalkOptions.builder().mode(WalkMode.PLAIN).build();

  private final FakePages server = new FakePages(450);
  private final List<Integer> delivered = new ArrayList<>();

  @Test
  void aStreamStartsWithTheNewestItemOfAServerThatNumbersFromZero() {
    server.firstPage = 0;
    PagedIterable<Integer> list = list();

    assertEquals(List.of(0, 1, 2, 3, 4), list.stream().limit(5).toList());
    assertEquals(List.of(1, 0), server.requests);

    assertEquals(List.of(0, 1, 2, 3, 4), list.stream().limit(5).toList());
    assertEquals(List.of(1, 0, 0), server.requests);
  }

  @ParameterizedTest
  @CsvSource({
    "ITERATOR, true, 0", "STREAM, true, 0", "ASYNC, true, 0", "PUBLISHER, true, 0",
    "ITERATOR, false, 4", "STREAM, false, 4", "ASYNC, false, 4", "PUBLISHER, false, 4"
  })
  void everyShapeIsInOrder(Shape shape, boolean tells, int prefetch) {
    server.firstPage = 0;
    tell(tells);
    List<Receipt> receipts = new ArrayList<>();
    WalkOptions options = WalkOptions.builder().prefetch(prefetch).onEnd(receipts::add).build();
    shape.read(list(), options, delivered::add);

    assertEquals(server.items, delivered);
    assertEquals(Verdict.COMPLETE, receipts.get(0).verdict());
    assertEquals(server.requests.size(), receipts.get(0).requests());
  }

  @Test
  void plainWalksAndPagesAreInOrder() {
    server.firstPage = 0;
    PagedIterable<Integer> list = list();
    list.walk(PLAIN).forEachRemaining(delivered::add);
    assertEquals(server.items, delivered);
    assertEquals(List.of(1, 0, 1, 2, 3, 4), server.requests);

    assertEquals(List.of(0, 1, 2, 3, 4), numbers(list));
    assertEquals(List.of(0, 1, 2, 3, 4), numbers(list()));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aServerThatNumbersFromOneIsAskedOnce(boolean refuses) {
    PagedIterable<Integer> list = PagedIterables.of(refuses ? refusing(404) : source(), 1, TAKE);
    Receipt first = read(list);
    assertEquals(6, first.requests());
    assertEquals(Verdict.COMPLETE, first.verdict());
    assertEquals(server.items, delivered);
    assertEquals(List.of(1, 0, 2, 3, 4, 5), server.requests);

    server.requests.clear();
    assertEquals(5, read(list).requests());
    assertEquals(List.of(1, 2, 3, 4, 5), server.requests);
    assertEquals(List.of(1, 2, 3, 4, 5), numbers(list));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 410, 422})
  void aRefusalIsNoFailure(int status) {
    PagedIterable<Integer> list = PagedIterables.of(refusing(status), 1, TAKE);

    assertEquals(List.of(1, 2, 3, 4, 5), numbers(list));
    assertEquals(List.of(1, 0, 2, 3, 4, 5), server.requests);
    assertEquals(List.of(0, 1, 2), list.stream().limit(3).toList());
    assertEquals(List.of(1, 0, 2, 3, 4, 5, 1), server.requests);
  }

  @Test
  void anEmptyPageZeroIsNoFailure() {
    PagedIterable<Integer> list = PagedIterables.of(withEmptyPageZero(), 1, TAKE);

    assertEquals(List.of(1, 2, 3, 4, 5), numbers(list));
    assertEquals(List.of(0, 1, 2), list.stream().limit(3).toList());
    assertEquals(List.of(1, 0, 2, 3, 4, 5, 1), server.requests);
  }

  @Test
  void pageOneForPageZeroIsKnownByItsItems() {
    server.tellsPage = false;
    PagedIterable<Integer> list = list();

    assertEquals(server.items, readAll(list));
    assertEquals(List.of(0, 1, 2), list.stream().limit(3).toList());
    assertEquals(List.of(1, 0, 2, 3, 4, 5, 1), server.requests);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 20, 99, 101, 199})
  void aCountBelowTwoPagesProvesThatPageOneIsFirst(int size) {
    server.items = server.items.subList(0, size);

    assertEquals(server.items, readAll(list()));
    assertFalse(server.requests.contains(0));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 40, 99, 100, 101, 200})
  void readsFewItemsOfAServerThatNumbersFromZero(int size) {
    server.firstPage = 0;
    server.items = server.items.subList(0, size);
    PagedIterable<Integer> list = list();

    assertEquals(server.items, readAll(list));
    assertEquals(server.items, readAll(list));
    assertEquals(1, server.requests.stream().filter(number -> number > 0).findFirst().orElse(0));
  }

  @ParameterizedTest
  @CsvSource({
    "40, true, 0", "100, true, 0", "250, true, 0",
    "40, true, 1", "100, true, 1", "250, true, 1",
    "40, false, 1", "100, false, 1", "250, false, 1"
  })
  void aServerThatRepeatsItsLastPageIsNotTakenForAnother(
      int size, boolean tellsCount, int tellsPageOffBy) {
    server.firstPage = 0;
    server.repeatsLastPage = true;
    server.tellsCount = tellsCount;
    server.tellsPageOffBy = tellsPageOffBy;
    server.items = server.items.subList(0, size);
    PagedIterable<Integer> list = list();
    assertEquals(server.items, readAll(list));

    server.items = IntStream.range(0, 450).boxed().toList();
    assertEquals(server.items, readAll(list));
  }

  @Test
  void namingTheFirstPageSavesTheRequest() {
    PageSource<Integer> one = server;
    assertEquals(List.of(0, 1), PagedIterables.of(one, 1, TAKE).stream().limit(2).toList());
    assertEquals(List.of(1), server.requests);
    assertEquals(List.of(1, 2, 3, 4, 5), numbers(PagedIterables.of(one, 1, TAKE)));
  }

  @Test
  void aServerErrorIsADoubtThatACountResolves() {
    PagedIterable<Integer> list = PagedIterables.of(refusing(500), 1, TAKE);
    Walk<Integer> walk = list.walk();
    delivered.add(walk.next());
    assertEquals(
        "page 0 may exist: the server responded to the request for it with status 500",
        walk.receipt().reason());
    walk.forEachRemaining(delivered::add);

    assertEquals(server.items, delivered);
    assertEquals(Verdict.COMPLETE, walk.receipt().verdict());
    assertNull(walk.receipt().reason());
    assertEquals(Verdict.COMPLETE, read(list).verdict());
    assertEquals(2, Collections.frequency(server.requests, 0));
  }

  @Test
  void withoutACountTheDoubtRemains() {
    tell(false);
    Receipt receipt = read(PagedIterables.of(refusing(501), 1, TAKE));

    assertEquals(Verdict.UNPROVABLE, receipt.verdict());
    assertEquals(
        "page 0 may exist: the server responded to the request for it with status 501",
        receipt.reason());
    assertEquals(1, Collections.frequency(server.requests, 0));
  }

  @Test
  void aWalkGoesOnAfterAFailureOfTheRequestForPageZero() {
    server.firstPage = 0;
    Walk<Integer> walk = PagedIterables.of(failingOnce(), 1, TAKE).walk();

    CortexConnectionException down =
        assertThrows(CortexConnectionException.class, () -> walk.forEachRemaining(delivered::add));
    assertEquals("page 0, 0 delivered", String.valueOf(down.position()));
    walk.forEachRemaining(delivered::add);

    assertEquals(server.items, delivered);
    assertEquals(List.of(1, 0, 0), server.requests.subList(0, 3));
  }

  @ParameterizedTest
  @EnumSource(WalkMode.class)
  void asFewRequestsAsTheLimitAllowsGetOn(WalkMode mode) {
    Walk<Integer> walk = list().walk(WalkOptions.builder().mode(mode).requestLimit(1).build());
    walk.forEachRemaining(delivered::add);

    assertEquals(server.items.subList(0, 100), delivered);
    assertEquals(List.of(1), server.requests);
  }

  @Test
  void aLimitOfBytesCountsPageZeroAndStillDeliversItems() {
    TestSource<Integer> weighed =
        (number, take) ->
            Page.<Integer>builder().from(server.page(number, take)).bytes(1000L).build();
    Walk<Integer> walk =
        PagedIterables.of(weighed.unnumbered(), 1, TAKE)
            .walk(WalkOptions.builder().byteLimit(500).build());
    walk.forEachRemaining(delivered::add);

    assertEquals(server.items.subList(0, 100), delivered);
    assertEquals("the limit of 500 bytes was reached", walk.receipt().reason());
  }

  @ParameterizedTest
  @EnumSource(WalkMode.class)
  void adviceForAnEmptyPageZeroIsToStartWithPageOne(WalkMode mode) {
    Walk<Integer> walk =
        PagedIterables.of(withEmptyPageZero(), 0, TAKE)
            .walk(WalkOptions.builder().mode(mode).build());

    assertEquals(
        "Page 0 has no new items, but the server reports 450 items and has sent only 0. If it"
            + " numbers pages from 1, start with page 1; otherwise, start over.",
        assertThrows(PagingContractException.class, walk::hasNext).getMessage());
  }

  @Test
  void numbersStartWithZeroOrOne() {
    assertEquals(
        "firstPage must be 0 or 1 but is 2",
        assertThrows(IllegalArgumentException.class, () -> PageNumbers.startingAt(2)).getMessage());
  }

  /** Page 0 may look like the page before page 1, or like page 1, only because the list changed. */
  @ParameterizedTest
  @CsvSource({"0, EXACT", "1, EXACT", "0, PLAIN", "1, PLAIN"})
  void changesTeachNoWrongFirstPage(int firstPage, WalkMode mode) {
    server.firstPage = firstPage;
    server.tellsPage = false;
    changeAfterPageOne(firstPage == 0 ? -TAKE : TAKE);
    PagedIterable<Integer> list = list();
    list.walk().next();

    Walk<Integer> walk = list.walk(WalkOptions.builder().mode(mode).build());
    walk.forEachRemaining(delivered::add);
    assertEquals(server.items, delivered);
    assertEquals(
        mode == WalkMode.EXACT ? Verdict.COMPLETE : Verdict.UNPROVABLE, walk.receipt().verdict());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 30, 100})
  void insertionsBetweenPageOneAndPageZeroLoseNothing(int insertions) {
    server.tellsPage = false;
    for (WalkOptions options : List.of(PLAIN, WalkOptions.DEFAULT)) {
      delivered.clear();
      server.requests.clear();
      changeAfterPageOne(insertions);
      list().walk(options).forEachRemaining(delivered::add);

      assertEquals(server.items, delivered);
    }
  }

  /** Adds items at the start, or deletes some. */
  private void changeAfterPageOne(int change) {
    server.afterAnswer =
        () -> {
          if (server.requests.size() == 1) {
            List<Integer> items = new ArrayList<>(server.items);
            int first = items.get(0);
            IntStream.rangeClosed(1, change).forEach(i -> items.add(0, first - i));
            server.items = items.subList(Math.max(0, -change), items.size());
          }
        };
  }

  private void tell(boolean tells) {
    server.tellsCount = tells;
    server.tellsPage = tells;
    server.tellsTake = tells;
  }

  private PageSource<Integer> source() {
    return server.unnumbered();
  }

  private PagedIterable<Integer> list() {
    return PagedIterables.of(source(), 1, TAKE);
  }

  private PageSource<Integer> refusing(int status) {
    TestSource<Integer> refusing =
        (number, take) -> {
          Page<Integer> page = server.page(number, take);
          if (number == 0) {
            throw CortexApiException.builder("GET /items", status, "refused").build();
          }
          return page;
        };
    return refusing.unnumbered();
  }

  private PageSource<Integer> withEmptyPageZero() {
    TestSource<Integer> source =
        (number, take) -> {
          Page<Integer> page = server.page(number, take);
          return number > 0
              ? page
              : Page.<Integer>builder().from(page).items(List.of()).number(0).build();
        };
    return source.unnumbered();
  }

  private PageSource<Integer> failingOnce() {
    TestSource<Integer> failing =
        (number, take) -> {
          Page<Integer> page = server.page(number, take);
          if (server.requests.size() == 2) {
            throw new CortexConnectionException("down", null);
          }
          return page;
        };
    return failing.unnumbered();
  }

  private static List<Integer> numbers(PagedIterable<Integer> list) {
    return StreamSupport.stream(list.pages().spliterator(), false).map(Page::number).toList();
  }

  private Receipt read(PagedIterable<Integer> list) {
    Walk<Integer> walk = list.walk();
    walk.forEachRemaining(delivered::add);
    return walk.receipt();
  }

  private static List<Integer> readAll(PagedIterable<Integer> list) {
    Walk<Integer> walk = list.walk();
    List<Integer> items = new ArrayList<>();
    walk.forEachRemaining(items::add);
    assertEquals(Verdict.COMPLETE, walk.receipt().verdict());
    return items;
  }
}
