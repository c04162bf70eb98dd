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

/** Resumes walks over lists that get new items at the start before each response. */
final class GrowingListTest {
  private static final int SIZE = 600;

  private final FakePages server = new FakePages(SIZE);
  private final List<Integer> delivered = new ArrayList<>();
  private final TestSource<Integer> growing = this::grow;
  private int insertions = 50;
  private int added;

  /** The server sends page 1 for page 0; without headers, only the items show that. */
  @ParameterizedTest
  @CsvSource({"20, true", "37, true", "150, true", "20, false", "37, false", "150, false"})
  void resumesBehindTheItemsThatMovedOn(int stop, boolean tells) {
    server.tellsCount = tells;
    server.tellsTake = tells;
    server.tellsPage = tells;
    PagedIterable<Integer> list = list();
    Checkpoint checkpoint = readSome(list, stop);
    list.walk(WalkOptions.builder().checkpoint(checkpoint).build())
        .forEachRemaining(delivered::add);

    assertEquals(
        IntStream.range(0, SIZE).boxed().toList(),
        delivered.stream().filter(item -> item >= 0).toList());
  }

  /** The page that starts the list has none of the few items before the first checkpoint. */
  @ParameterizedTest
  @ValueSource(ints = {1, 60, 70, 100, 150, 300})
  void resumesTwiceIfTheStartOfTheListIsNew(int stop) {
    insertions = 1;
    PagedIterable<Integer> list = list();
    WalkOptions options = WalkOptions.builder().checkpoint(readSome(list, 7)).build();
    IntStream.range(0, 120).forEach(i -> grow(1, 1));
    Walk<Integer> walk = list.walk(options);
    for (int i = 0; i < stop; i++) {
      delivered.add(walk.next());
    }
    list.walk(options.toBuilder().checkpoint(walk.checkpoint()).build())
        .forEachRemaining(delivered::add);

    assertEquals(delivered.stream().distinct().toList(), delivered);
    assertEquals(
        IntStream.range(0, SIZE).boxed().toList(),
        delivered.stream().filter(item -> item >= 0).toList());
  }

  /** The last page comes for each later number, with more items each time. */
  @Test
  void endsWhereTheServerTellsTheSameLastPageAgain() {
    server.firstPage = 0;
    server.repeatsLastPage = true;
    insertions = 11;
    PagedIterable<Integer> list = PagedIterables.of(growing, 0, 100);
    WalkOptions plain = WalkOptions.builder().mode(WalkMode.PLAIN).build();
    Walk<Integer> walk = list.walk(plain);
    for (int i = 0; i < 37; i++) {
      delivered.add(walk.next());
    }
    list.walk(plain.toBuilder().checkpoint(walk.checkpoint()).build())
        .forEachRemaining(delivered::add);

    assertEquals(
        IntStream.range(0, SIZE).boxed().toList(),
        delivered.stream().filter(item -> item >= 0).toList());
  }

  /** Page 0 has nothing known, so the list is read again, and hardly any of its items are new. */
  @Test
  void readsALongListTwice() {
    server.items = IntStream.range(0, 10_000).boxed().toList();
    server.tellsPage = false;
    insertions = 2;
    Walk<Integer> walk = list().walk();
    walk.forEachRemaining(delivered::add);

    assertEquals(
        IntStream.range(0, 10_000).boxed().toList(),
        delivered.stream().filter(item -> item >= 0).toList());
    assertEquals(Verdict.UNPROVABLE, walk.receipt().verdict());
  }

  @Test
  void saysThatTheListMayGrowTooFast() {
    PagedIterable<Integer> list = list();
    Checkpoint checkpoint = readSome(list, 99);
    insertions = 120;
    Walk<Integer> walk = list.walk(WalkOptions.builder().checkpoint(checkpoint).build());

    PagingContractException e =
        assertThrows(PagingContractException.class, () -> walk.forEachRemaining(delivered::add));
    assertTrue(
        String.valueOf(e.getMessage())
            .contains(
                "Either they were deleted, or the list grows faster than the walk can search it."),
        e.getMessage());
  }

  /** Pages of one item do not overlap, so the walk reads page by page from the second one. */
  @Test
  void boundsTheGrowthFromTheStartOfTheWalk() {
    server.items = server.items.subList(0, 19);
    server.greatestTake = 1;
    insertions = 15;
    Walk<Integer> walk = list().walk();

    PagingContractException e =
        assertThrows(PagingContractException.class, () -> walk.forEachRemaining(delivered::add));
    assertEquals(
        "Page 2273 (take 1) reaches item 2273 of a list that had 34 items at the start of the walk."
            + " The list grows faster than the walk reads it; try again at a quieter time.",
        e.getMessage());
  }

  private PagedIterable<Integer> list() {
    return PagedIterables.of(growing, 1, 100);
  }

  private Page<Integer> grow(int number, int take) {
    List<Integer> items = new ArrayList<>();
    for (int i = 0; i < insertions; i++) {
      items.add(--added);
    }
    items.addAll(server.items);
    server.items = items;
    return server.page(number, take);
  }

  private Checkpoint readSome(PagedIterable<Integer> list, int count) {
    Walk<Integer> walk = list.walk();
    // The first response has new items at its start.
    while (delivered.stream().filter(item -> item >= 0).count() < count) {
      delivered.add(walk.next());
    }
    return Checkpoint.of(walk.checkpoint().text());
  }
}
