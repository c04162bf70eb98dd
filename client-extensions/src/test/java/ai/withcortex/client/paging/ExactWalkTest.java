package ai.withcortex.client.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.error.PagingContractException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an exact walk says and costs; {@link WalkPropertyTest} shows that it loses nothing. */
final class ExactWalkTest {
  private static final WalkOptions PLAIN = WalkOptions.builder().mode(WalkMode.PLAIN).build();

  private final List<Integer> delivered = new ArrayList<>();

  @Test
  void isCompleteWhereNothingChanges() {
    FakePages server = new FakePages(260);

    Receipt receipt = walk(server, 100);

    assertEquals(server.items, delivered);
    assertEquals(
        "Receipt{verdict=COMPLETE, reason=null, requests=3, retries=0, delivered=260, faulted=0,"
            + " duplicates=3, drift=0, totalCountAtStart=260, totalCountAtEnd=260,"
            + " checkpoint=Checkpoint{delivered=260}}",
        receipt.toString());
  }

  @Test
  void isNotCompleteBeforeTheLastItemIsDelivered() {
    FakePages server = new FakePages(3);
    Walk<Integer> walk = paged(server, 100).walk();
    for (int i = 0; i < 3; i++) {
      assertEquals(Verdict.INCOMPLETE, walk.receipt().verdict());
      walk.next();
    }
    assertEquals(Verdict.COMPLETE, walk.receipt().verdict());
  }

  @Test
  void needsFewMoreRequestsThanPageByPage() {
    FakePages server = new FakePages(10_000);
    Walk<Integer> plain = paged(server, 100).walk(PLAIN);
    plain.forEachRemaining(item -> {});

    Receipt exact = walk(server, 100);

    assertEquals(server.items, delivered);
    double ratio = (double) exact.requests() / plain.receipt().requests();
    assertTrue(ratio <= 1.15, () -> "ratio " + ratio);
  }

  @Test
  void tellsThatTheListChanged() {
    FakePages server = new FakePages(25);
    Walk<Integer> walk = paged(server, 10).walk();
    for (int i = 0; i < 10; i++) {
      delivered.add(walk.next());
    }
    assertEquals(Verdict.INCOMPLETE, walk.receipt().verdict());
    server.items = server.items.subList(5, 25);
    walk.forEachRemaining(delivered::add);

    assertEquals(IntStream.range(0, 25).boxed().collect(Collectors.toList()), delivered);
    assertEquals(Verdict.COMPLETE_WITH_DRIFT, walk.receipt().verdict());
    assertEquals(25L, walk.receipt().totalCountAtStart());
    assertEquals(20L, walk.receipt().totalCountAtEnd());
  }

  /** The walk goes back until a page has known items, all of which come before those deleted. */
  @ParameterizedTest
  @ValueSource(ints = {1, 19, 20, 21, 40, 60, 100, 150, 199})
  void goesOnAfterTheLastItemsWereDeleted(int deletions) {
    FakePages server = new FakePages(1_000);
    Walk<Integer> walk = paged(server, 20).walk();
    for (int i = 0; i < 200; i++) {
      delivered.add(walk.next());
    }
    List<Integer> left = new ArrayList<>(server.items);
    left.subList(200 - deletions, 200).clear();
    server.items = left;
    walk.forEachRemaining(delivered::add);

    assertEquals(IntStream.range(0, 1_000).boxed().toList(), delivered);
    assertEquals(Verdict.COMPLETE_WITH_DRIFT, walk.receipt().verdict());
  }

  /** The response has as many items as its count says that the list has. */
  @ParameterizedTest
  @CsvSource({"true, true", "true, false", "false, true", "false, false"})
  void endsWithTheOnlyPageOfAListThatShrinks(boolean tellsTake, boolean repeatsLastPage) {
    FakePages server = new FakePages(19);
    server.tellsTake = tellsTake;
    server.repeatsLastPage = repeatsLastPage;
    server.refusalPastEnd = repeatsLastPage ? 0 : 404;
    server.afterAnswer =
        () -> server.items = server.items.subList(0, Math.max(0, server.items.size() - 1));
    Walk<Integer> walk = paged(server, 50).walk();
    walk.forEachRemaining(delivered::add);

    assertEquals(IntStream.range(0, 19).boxed().toList(), delivered);
    boolean isSeenAgain = !tellsTake && repeatsLastPage;
    assertEquals(
        isSeenAgain ? Verdict.COMPLETE_WITH_DRIFT : Verdict.COMPLETE, walk.receipt().verdict());
    assertTrue(walk.receipt().requests() <= 3, () -> walk.receipt().toString());
  }

  /** The count of page 1 has proven the end, although page 2 has a greater one. */
  @ParameterizedTest
  @ValueSource(ints = {403, 500})
  void doesNotNeedPageZeroIfAnItemIsAddedToTheOnlyPage(int refusalOfPageZero) {
    FakePages server = new FakePages(10);
    server.tellsTake = false;
    server.refusalOfPageZero = refusalOfPageZero;
    server.afterAnswer = () -> server.items = IntStream.range(-1, 10).boxed().toList();
    PagedIterables.of(server.unnumbered(), 1, 50).walk().forEachRemaining(delivered::add);

    assertEquals(IntStream.range(0, 10).boxed().toList(), delivered);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void endsAShortListThatGrows(int firstPage) {
    FakePages server = new FakePages(3);
    server.firstPage = firstPage;
    server.tellsTake = false;
    server.afterAnswer =
        () -> server.items = IntStream.range(server.items.get(0) - 1, 3).boxed().toList();
    PagedIterables.of(server.unnumbered(), firstPage, 50).walk().forEachRemaining(delivered::add);

    assertTrue(delivered.containsAll(List.of(0, 1, 2)), () -> delivered.toString());
    assertTrue(server.requests.size() <= 5, () -> server.requests.toString());
  }

  @Test
  void findsWhatLiesBeforePageOne() {
    FakePages server = new FakePages(95);
    server.firstPage = 0;

    Receipt receipt = walk(server, 30);

    assertEquals(server.items, delivered.stream().sorted().collect(Collectors.toList()));
    assertEquals(Verdict.UNPROVABLE, receipt.verdict());
    assertEquals(
        "page 0 has items, too, which were delivered after those of page 1", receipt.reason());
  }

  @Test
  void asksForPageZeroOnlyWhereNoCountTells() {
    FakePages counting = new FakePages(95);
    walk(counting, 30);
    assertTrue(!counting.requests.contains(0));

    FakePages silent = new FakePages(95);
    silent.tellsCount = false;
    assertEquals(Verdict.COMPLETE, walk(silent, 30).verdict());
    assertEquals(1, silent.requests.stream().filter(number -> number == 0).count());
  }

  @Test
  void readsAFewItemsOfAServerThatTellsNothing() {
    for (int size = 0; size < 20; size++) {
      FakePages server = silent(size);
      delivered.clear();

      assertEquals(Verdict.COMPLETE, walk(server, 100).verdict(), "of " + size);
      assertEquals(server.items, delivered);
    }
  }

  @Test
  void findsOutWhatTheServerCutsTakesDownTo() {
    FakePages server = silent(95);
    server.greatestTake = 7;

    assertEquals(Verdict.COMPLETE, walk(server, 50).verdict());
    assertEquals(server.items, delivered);
  }

  @Test
  void saysThatATakeOfOneProvesNothing() {
    FakePages server = new FakePages(3);

    Receipt receipt = walk(server, 1);

    assertEquals(server.items, delivered);
    assertEquals(Verdict.UNPROVABLE, receipt.verdict());
    assertEquals(
        "no page of up to 1 items starts before item 1 and ends after it", receipt.reason());
  }

  @ParameterizedTest
  @EnumSource(WalkMode.class)
  void saysBeforehandThatPagesOfOneItemMayComeOutOfOrder(WalkMode mode) {
    FakePages server = new FakePages(5);
    server.greatestTake = 1;
    Walk<Integer> walk = paged(server, 1).walk(WalkOptions.builder().mode(mode).build());
    assertNull(walk.receipt().reason());
    List<@Nullable String> reasons = new ArrayList<>();
    // Item 2 moves to a page that has been read, and back to one that has not.
    for (List<Integer> items : List.of(server.items, server.items, List.of(1, 2, 3, 4))) {
      server.items = items;
      assertTrue(walk.hasNext());
      reasons.add(walk.receipt().reason());
      delivered.add(walk.next());
    }
    server.items = List.of(-1, -2, 1, 2, 3, 4);
    walk.forEachRemaining(delivered::add);

    assertEquals(List.of(0, 1, 3, 2, 4), delivered);
    String reason = walk.receipt().reason();
    assertNotNull(reason);
    assertEquals(Collections.nCopies(3, reason), reasons);
    assertEquals(Verdict.UNPROVABLE, walk.receipt().verdict());
  }

  @Test
  void failsOnAServerThatIgnoresThePage() {
    FakePages server = silent(95);
    server.ignoresPage = true;

    PagingContractException e = assertThrows(PagingContractException.class, () -> walk(server, 30));

    assertTrue(server.requests.size() < 100, () -> "requests: " + server.requests.size());
    assertEquals(
        "The list has not ended after 66 responses, up to page 66 (take 23), and the last ones"
            + " had almost no new items. Either the server ignores the page number, or the list"
            + " changes faster than the walk reads it; try again at a quieter time.",
        e.getMessage());
    assertEquals(server.items.subList(0, 30), delivered);
  }

  @Test
  void failsOnACountThatIsNeverReached() {
    FakePages server = new FakePages(25);
    TestSource<Integer> lying =
        (number, take) -> {
          Page<Integer> page = server.page(number, take);
          return Page.<Integer>builder().from(page).totalCount(30L).build();
        };
    Walk<Integer> walk = PagedIterables.of(lying, 1, 10).walk();

    PagingContractException e =
        assertThrows(PagingContractException.class, () -> walk.forEachRemaining(delivered::add));

    assertEquals(
        "Page 4 (take 8) ends the list at item 25, but its header pagination-count is 30. The"
            + " server contradicts itself; report this to its owner.",
        e.getMessage());
    assertEquals(server.items, delivered);
    assertEquals(Verdict.INCOMPLETE, walk.receipt().verdict());
    assertNull(walk.receipt().reason());
  }

  @Test
  void failsOnAPageThatIsLongerThanItsHeaderSays() {
    TestSource<Integer> lying =
        (number, take) ->
            Page.<Integer>builder()
                .addItems(1, 2, 3)
                .number(number)
                .take(2)
                .isTakeConfirmed(true)
                .build();

    PagingContractException e =
        assertThrows(
            PagingContractException.class,
            () -> PagedIterables.of(lying, 1, 10).iterator().hasNext());

    assertEquals(
        "Page 1 (take 10) has 3 items, but its header pagination-take is 2. The server"
            + " contradicts itself; report this to its owner.",
        e.getMessage());
  }

  @Test
  void saysThatAServerIgnoresTake() {
    FakePages server = new FakePages(95);
    TestSource<Integer> stubborn = (number, take) -> server.page(number, 30);
    Walk<Integer> walk = PagedIterables.of(stubborn, 1, 50).walk();
    walk.forEachRemaining(delivered::add);

    assertEquals(server.items, delivered);
    assertEquals(Verdict.UNPROVABLE, walk.receipt().verdict());
    assertEquals("the server ignores take, so pages cannot overlap", walk.receipt().reason());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13})
  void losesNothingWhenAServerBeginsToIgnoreTake(int honoured) {
    FakePages server = new FakePages(400);
    TestSource<Integer> stubborn =
        (number, take) -> server.page(number, server.requests.size() < honoured ? take : 30);
    Walk<Integer> walk = PagedIterables.of(stubborn, 1, 30).walk();
    walk.forEachRemaining(delivered::add);

    assertEquals(server.items, delivered);
    assertEquals(Verdict.UNPROVABLE, walk.receipt().verdict());
  }

  private static FakePages silent(int size) {
    FakePages server = new FakePages(size);
    server.tellsCount = false;
    server.tellsPage = false;
    server.tellsTake = false;
    return server;
  }

  private static PagedIterable<Integer> paged(FakePages server, int take) {
    return PagedIterables.of(server, 1, take);
  }

  private Receipt walk(FakePages server, int take) {
    Walk<Integer> walk = paged(server, take).walk();
    walk.forEachRemaining(delivered::add);
    return walk.receipt();
  }
}
