package ai.withcortex.client.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.error.PagingContractException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks with a take that is more than the server sends. */
final class LimitedTakeTest {
  private static final int TAKE = 500;
  private static final WalkOptions PLAIN = WalkOptions.builder().mode(WalkMode.PLAIN).build();

  private final FakePages server = new FakePages(3_000);
  private final List<Integer> delivered = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "200, EXACT, true", "200, PLAIN, true", "200, PLAIN, false",
    "50, EXACT, true", "50, PLAIN, true", "50, PLAIN, false"
  })
  void resumesBehindEachPage(int limit, WalkMode mode, boolean tells) {
    server.greatestTake = limit;
    tell(tells);
    WalkOptions options = WalkOptions.builder().mode(mode).build();
    for (int stop : new int[] {1, 49, 50, 51, 199, 200, 201, 700, 1_500, 2_999}) {
      delivered.clear();
      Walk<Integer> walk = list().walk(options);
      for (int i = 0; i < stop; i++) {
        delivered.add(walk.next());
      }
      WalkOptions resumed = options.toBuilder().checkpoint(walk.checkpoint()).build();
      list().walk(resumed).forEachRemaining(delivered::add);

      assertEquals(server.items, delivered, "after " + stop);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {501, 600, 990})
  void resumesAtARepeatedLastPage(int size) {
    server.items = server.items.subList(0, size);
    server.repeatsLastPage = true;
    tell(false);
    Walk<Integer> walk = list().walk(PLAIN);
    walk.forEachRemaining(delivered::add);
    list()
        .walk(PLAIN.toBuilder().checkpoint(walk.checkpoint()).build())
        .forEachRemaining(delivered::add);

    assertEquals(server.items, delivered);
  }

  /** The pages of the search for the position are shorter, so they are elsewhere in the list. */
  @ParameterizedTest
  @CsvSource({"100, true", "40, true", "100, false", "40, false"})
  void resumesIfTheLimitIsLoweredAndItemsAreAdded(int limit, boolean tellsTake) {
    server.greatestTake = 400;
    server.tellsTake = tellsTake;
    Walk<Integer> walk = list().walk();
    for (int i = 0; i < 1_500; i++) {
      delivered.add(walk.next());
    }
    server.greatestTake = limit;
    server.items = IntStream.range(-300, 3_000).boxed().toList();
    Walk<Integer> resumed =
        list().walk(WalkOptions.builder().checkpoint(walk.checkpoint()).build());
    resumed.forEachRemaining(delivered::add);

    assertEquals(IntStream.range(0, 3_000).boxed().toList(), delivered);
    assertEquals(null, resumed.receipt().reason());
  }

  @ParameterizedTest
  @CsvSource({"1, 150, true", "1, 150, false", "10, 3000, true", "10, 3000, false"})
  void readsManyShortPages(int limit, int size, boolean tells) {
    server.items = server.items.subList(0, size);
    server.greatestTake = limit;
    tell(tells);
    list().walk(PLAIN).forEachRemaining(delivered::add);
    assertEquals(server.items, delivered);

    List<Integer> paged =
        StreamSupport.stream(list().pages().spliterator(), false)
            .flatMap(page -> page.items().stream())
            .toList();
    assertEquals(server.items, paged);
  }

  /** The header shows what was asked for, and only another page shows what the server does. */
  @ParameterizedTest
  @CsvSource({
    "1, EXACT, false", "15, EXACT, false", "50, EXACT, false", "50, EXACT, true",
    "1, PLAIN, false", "15, PLAIN, false", "50, PLAIN, false", "50, PLAIN, true"
  })
  void readsOnIfTheServerOnlyRepeatsTheTake(int limit, WalkMode mode, boolean tellsCount) {
    server.items = server.items.subList(0, 260);
    server.greatestTake = limit;
    server.repeatsTake = true;
    server.tellsCount = tellsCount;
    Walk<Integer> walk = list().walk(WalkOptions.builder().mode(mode).build());
    walk.forEachRemaining(delivered::add);

    assertEquals(server.items, delivered);
    boolean isExact = mode == WalkMode.EXACT && limit > 1;
    assertEquals(
        isExact ? Verdict.COMPLETE : Verdict.UNPROVABLE, walk.receipt().verdict(), "" + mode);
  }

  /** A page that is cut may have known items only, and looks like the end of the list. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void doesNotTakeAPageForTheEndIfTheLimitIsLowered(boolean tellsCount) {
    int proven = 0;
    tell(false);
    server.tellsCount = tellsCount;
    server.items = server.items.subList(0, 700);
    for (int limit = 1; limit < 20; limit++) {
      for (int requests = 1; requests < 50; requests++) {
        delivered.clear();
        Walk<Integer> walk = PagedIterables.of(lowering(requests, limit), 1, 20).walk();
        try {
          walk.forEachRemaining(delivered::add);
        } catch (PagingContractException e) {
          continue;
        }
        if (walk.receipt().verdict() != Verdict.UNPROVABLE) {
          proven++;
          assertEquals(server.items, delivered, requests + " requests, then " + limit);
        }
      }
    }
    // The list is read before the limit of the last ones gets lower, or cuts a page.
    assertTrue(proven > 30, "proven: " + proven);
  }

  /** The pages that the server sends are then elsewhere, and the walk knows only the last items. */
  @ParameterizedTest
  @CsvSource({"1, 33", "2, 33", "3, 33", "1, 200", "2, 200", "3, 200"})
  void deliversNothingTwiceIfTheLimitIsLoweredAfterResuming(int requests, int limit) {
    Walk<Integer> walk = list().walk();
    for (int i = 0; i < 1_600; i++) {
      delivered.add(walk.next());
    }
    WalkOptions resumed = WalkOptions.builder().checkpoint(walk.checkpoint()).build();
    PagedIterables.of(lowering(requests, limit), 1, TAKE)
        .walk(resumed)
        .forEachRemaining(delivered::add);

    assertEquals(server.items, delivered);
  }

  /** A count proves the end of a short first page; otherwise, a page that overlaps it does. */
  @ParameterizedTest
  @CsvSource({"true, 1", "false, 3"})
  void provesTheEndOfAnOnlyPage(boolean tellsCount, int requests) {
    server.items = server.items.subList(0, 60);
    server.tellsCount = tellsCount;
    Walk<Integer> walk = list().walk(WalkOptions.DEFAULT);
    walk.forEachRemaining(delivered::add);

    assertEquals(server.items, delivered);
    assertEquals(Verdict.COMPLETE, walk.receipt().verdict());
    assertEquals(requests, server.requests.size(), "the last one is for page 0");
  }

  /** The first page has as many items as the list, so the server has not limited it. */
  @Test
  void provesTheEndOfAnOnlyPageThatIsLeft() {
    server.items = server.items.subList(0, 520);
    server.tellsTake = false;
    server.afterAnswer = () -> server.items = server.items.subList(0, 490);
    Walk<Integer> walk = list().walk();
    walk.forEachRemaining(delivered::add);

    assertEquals(server.items, delivered.subList(0, 490));
    assertEquals(Verdict.COMPLETE_WITH_DRIFT, walk.receipt().verdict());
  }

  /** Returns a server whose limit is lowered after some requests. */
  private TestSource<Integer> lowering(int requests, int limit) {
    server.greatestTake = TAKE;
    server.requests.clear();
    return (number, take) -> {
      server.greatestTake = server.requests.size() < requests ? TAKE : limit;
      return server.page(number, take);
    };
  }

  private void tell(boolean tells) {
    server.tellsCount = tells;
    server.tellsPage = tells;
    server.tellsTake = tells;
  }

  private PagedIterable<Integer> list() {
    return PagedIterables.of(server, 1, TAKE);
  }
}
