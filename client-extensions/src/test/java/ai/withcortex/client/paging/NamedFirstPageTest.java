package ai.withcortex.client.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.core.error.PagingContractException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Walks that are told to start with page 1, although the server numbers its pages from 0, or says
 * so.
 */
final class NamedFirstPageTest {
  private static final int TAKE = 100;

  private final FakePages server = new FakePages(450);
  private final List<Integer> delivered = new ArrayList<>();

  NamedFirstPageTest() {
    server.firstPage = 0;
  }

  @ParameterizedTest
  @EnumSource(WalkMode.class)
  void readPageZeroLateIfPagesPastTheEndAreRefused(WalkMode mode) {
    server.refusalPastEnd = 422;
    Receipt receipt = read(mode);

    assertEquals(startingWith(TAKE), delivered);
    assertEquals(
        "page 0 has items, too, which were delivered after those of page 1", receipt.reason());
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 50, 150})
  void readPageZeroLateIfPagesCannotOverlap(int ownTake) {
    server.ownTake = ownTake;
    Receipt receipt = read(WalkMode.EXACT);

    assertEquals(startingWith(ownTake), delivered);
    assertEquals("the server ignores take, so pages cannot overlap", receipt.reason());
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 50, 150})
  void readPageZeroLateIfPagesCannotOverlapAndItemsAreAdded(int ownTake) {
    server.ownTake = ownTake;
    server.afterAnswer =
        () -> {
          List<Integer> longer = new ArrayList<>(server.items);
          longer.add(0, -longer.size());
          server.items = longer;
        };
    read(WalkMode.EXACT);

    assertEquals(
        IntStream.range(0, 450).boxed().toList(),
        delivered.stream().filter(item -> item >= 0).sorted().toList());
  }

  /** Only page 0 is left when it is requested, and it comes for each number. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void endWithPageZeroIfNothingElseIsLeft(boolean tellsPage) {
    server.repeatsLastPage = true;
    server.tellsCount = false;
    server.tellsPage = tellsPage;
    server.afterAnswer =
        () -> {
          if (server.requests.contains(4)) {
            server.items = server.items.subList(0, 50);
          }
        };
    Receipt receipt = read(WalkMode.PLAIN);

    assertEquals(
        IntStream.concat(IntStream.range(100, 450), IntStream.range(0, 50)).boxed().toList(),
        delivered);
    assertEquals(Verdict.UNPROVABLE, receipt.verdict());
  }

  /** Page 0 says that it is page 1, but page 1 says that it is page 2. */
  @ParameterizedTest
  @CsvSource({"EXACT, 450", "EXACT, 100", "EXACT, 60", "PLAIN, 450", "PLAIN, 100", "PLAIN, 60"})
  void readPageZeroLateIfHeadersCountFromOne(WalkMode mode, int size) {
    server.items = server.items.subList(0, size);
    server.tellsPageOffBy = 1;
    server.tellsCount = false;
    read(mode);

    assertEquals(startingWith(Math.min(TAKE, size)), delivered);
  }

  /** Nothing shows whether the walk began with the list. */
  @Test
  void doNotResumeIfHeadersCountFromOne() {
    server.tellsPageOffBy = 1;
    server.tellsCount = false;
    WalkOptions limited = WalkOptions.builder().itemLimit(130).build();
    Walk<Integer> walk = PagedIterables.of(server, 1, TAKE).walk(limited);
    walk.forEachRemaining(delivered::add);
    WalkOptions resumed = WalkOptions.builder().checkpoint(walk.checkpoint()).build();

    PagingContractException e =
        assertThrows(
            PagingContractException.class,
            () -> PagedIterables.of(server, 1, TAKE).walk(resumed).forEachRemaining(item -> {}));

    assertEquals(
        "Page 0 is not empty, and no responses show that it is page 1, so the walk from page 1 may"
            + " have missed the start of the list and cannot be resumed. Start over with page 0.",
        e.getMessage());
  }

  /** The items of page 0 were deleted, so the walk began with what is the first item now. */
  @ParameterizedTest
  @ValueSource(ints = {1, 30, 64, 65, 130})
  void resumeIfHeadersCountFromOneAndPageZeroIsDeleted(int stop) {
    server.tellsPageOffBy = 1;
    WalkOptions limited = WalkOptions.builder().itemLimit(stop).build();
    Walk<Integer> walk = PagedIterables.of(server, 1, TAKE).walk(limited);
    walk.forEachRemaining(delivered::add);
    server.items = server.items.subList(TAKE, server.items.size());
    PagedIterables.of(server, 1, TAKE)
        .walk(WalkOptions.builder().checkpoint(walk.checkpoint()).build())
        .forEachRemaining(delivered::add);

    assertEquals(server.items, delivered);
  }

  /** Only the items show that the pages are the requested ones. */
  @ParameterizedTest
  @EnumSource(WalkMode.class)
  void readAllIfHeadersCountFromZero(WalkMode mode) {
    server.firstPage = 1;
    server.tellsPageOffBy = -1;
    server.tellsCount = false;
    Receipt receipt = read(mode);

    assertEquals(server.items, delivered);
    assertEquals(mode == WalkMode.EXACT ? Verdict.COMPLETE : Verdict.UNPROVABLE, receipt.verdict());
  }

  /** By their numbers, pages come before those requested, so they seem to end before the count. */
  @ParameterizedTest
  @ValueSource(ints = {20, 43, 99, 100, 199, 200, 300})
  void readAShortListIfHeadersCountFromZero(int size) {
    server.items = server.items.subList(0, size);
    server.firstPage = 1;
    server.tellsPageOffBy = -1;
    server.tellsTake = false;
    Receipt receipt = read(WalkMode.EXACT);

    assertEquals(server.items, delivered);
    assertEquals(Verdict.COMPLETE, receipt.verdict());
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 65, 77, 100, 200, 250})
  void resumeAfterTheLastItemIfHeadersCountFromZero(int size) {
    server.items = server.items.subList(0, size);
    server.firstPage = 1;
    server.refusalOfPageZero = 404;
    server.tellsPageOffBy = -1;
    PagedIterable<Integer> list = PagedIterables.of(server, 1, TAKE);
    Walk<Integer> walk = list.walk();
    for (int i = 0; i < size; i++) {
      delivered.add(walk.next());
    }
    Walk<Integer> resumed = list.walk(WalkOptions.builder().checkpoint(walk.checkpoint()).build());
    resumed.forEachRemaining(delivered::add);

    assertEquals(server.items, delivered);
    assertEquals(Verdict.COMPLETE, resumed.receipt().verdict());
  }

  /** The count does not require page 0, because all items are there. */
  @Test
  void readAllIfHeadersCountFromZeroAndPageZeroFails() {
    server.firstPage = 1;
    server.tellsPageOffBy = -1;
    server.tellsTake = false;
    server.greatestTake = 10;
    server.refusalOfPageZero = 500;
    read(WalkMode.EXACT);

    assertEquals(server.items, delivered);
  }

  /** Page 2 says that it is page 1, but the list is known to start with page 1. */
  @ParameterizedTest
  @CsvSource({"true, 120", "false, 120", "true, 450", "false, 450"})
  void loseNothingIfHeadersCountFromZeroAndPageOneIsKnown(boolean isFirstWalk, int size) {
    List<Integer> items = server.items.subList(0, size);
    server.firstPage = 1;
    server.tellsPageOffBy = -1;
    server.tellsCount = false;
    server.refusalOfPageZero = 404;
    PagedIterable<Integer> list = PagedIterables.of(server.unnumbered(), 1, TAKE);
    for (int deleted = 1; deleted < TAKE; deleted++) {
      server.items = items;
      delivered.clear();
      list = isFirstWalk ? PagedIterables.of(server.unnumbered(), 1, TAKE) : list;
      Walk<Integer> walk = list.walk();
      delivered.add(walk.next());
      server.items = items.subList(deleted, size);
      walk.forEachRemaining(delivered::add);

      assertEquals(items, delivered, "without " + deleted);
    }
  }

  private List<Integer> startingWith(int late) {
    List<Integer> items = new ArrayList<>(server.items.subList(late, server.items.size()));
    items.addAll(server.items.subList(0, late));
    return items;
  }

  private Receipt read(WalkMode mode) {
    Walk<Integer> walk =
        PagedIterables.of(server, 1, TAKE).walk(WalkOptions.builder().mode(mode).build());
    walk.forEachRemaining(delivered::add);
    return walk.receipt();
  }
}
