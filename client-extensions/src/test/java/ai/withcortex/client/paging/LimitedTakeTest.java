package ai.withcortex.client.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
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

  private void tell(boolean tells) {
    server.tellsCount = tells;
    server.tellsPage = tells;
    server.tellsTake = tells;
  }

  private PagedIterable<Integer> list() {
    return PagedIterables.of(server, 1, TAKE);
  }
}
