package ai.withcortex.client.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.core.error.PagingContractException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a resumed walk checks whether page 1 starts the list if no header tells. */
final class StartCheckTest {
  private static final int SIZE = 450;
  private static final int TAKE = 100;
  private static final int DELIVERED = 150;

  private final FakePages server = new FakePages(SIZE);
  private final List<Integer> delivered = new ArrayList<>();

  /** The number of items that are added before the response with an index. */
  private int[] additions = {};

  private int responses;
  private int added;

  StartCheckTest() {
    server.tellsCount = false;
    server.tellsPage = false;
    server.tellsTake = false;
  }

  @Test
  void looksTwiceAtPageZeroIfItIsPageOne() {
    resume();

    assertEquals(List.of(0, 1, 2, 0, 3), server.requests.subList(0, 5));
    assertEquals(IntStream.range(0, SIZE).boxed().toList(), delivered);
  }

  @Test
  void looksAgainIfAnItemWasAddedBetweenPageZeroAndPageOne() {
    additions = new int[] {0, 1};
    resume();

    assertEquals(List.of(0, 1, 2, 0, 3), server.requests.subList(0, 5));
    assertEquals(IntStream.range(0, SIZE).boxed().toList(), delivered);
  }

  /** Additions can move page 0 to page 1, where it looks as if it came again. */
  @ParameterizedTest
  @ValueSource(ints = {TAKE, TAKE + 1, TAKE + 2, TAKE + 20})
  void doesNotTakePageZeroForPageOneAfterManyAdditions(int additions) {
    server.firstPage = 0;
    this.additions = new int[] {0, additions};

    assertEquals(
        "Page 0 is not empty, and no responses show that it is page 1, so the walk from page 1 may"
            + " have missed the start of the list and cannot be resumed. Start over with page 0.",
        assertThrows(PagingContractException.class, this::resume).getMessage());
    assertEquals(List.of(0, 1, 2, 0, 1), server.requests.subList(0, 5));
    assertEquals(DELIVERED, delivered.size());
  }

  /** The only page of such a list comes for each number. */
  @ParameterizedTest
  @ValueSource(ints = {15, 50, TAKE})
  void resumesAListOfOnePageThatComesForEachNumber(int size) {
    server.items = server.items.subList(0, size);
    server.repeatsLastPage = true;
    resumeAfter(size / 2);

    assertEquals(List.of(0, 1, 2, 0, 1, 2), server.requests.subList(0, 6));
    assertEquals(IntStream.range(0, size).boxed().toList(), delivered);
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 50, TAKE})
  void resumesAListOfOnePageWithoutAPageTwo(int size) {
    server.items = server.items.subList(0, size);
    server.refusalPastEnd = 404;
    resumeAfter(size / 2);

    assertEquals(List.of(0, 1, 2, 0), server.requests.subList(0, 4));
    assertEquals(IntStream.range(0, size).boxed().toList(), delivered);
  }

  /** The server says that it sends page 0 for each number. */
  @ParameterizedTest
  @ValueSource(ints = {1, 15, 50, TAKE})
  void resumesAListWithPageZeroOnly(int size) {
    server.items = server.items.subList(0, size);
    server.firstPage = 0;
    server.repeatsLastPage = true;
    server.tellsPage = true;
    PagedIterable<Integer> list = PagedIterables.of(server.unnumbered(), 1, TAKE);
    Walk<Integer> walk = list.walk();
    walk.forEachRemaining(item -> {});
    assertEquals(Verdict.COMPLETE, walk.receipt().verdict());
    resumeAfter(list, list, Math.max(1, size / 2));

    assertEquals(IntStream.range(0, size).boxed().toList(), delivered);
  }

  private void resume() {
    resumeAfter(DELIVERED);
  }

  private void resumeAfter(int count) {
    TestSource<Integer> growing = (number, take) -> grown().page(number, take);
    resumeAfter(PagedIterables.of(server, 1, TAKE), PagedIterables.of(growing, 1, TAKE), count);
  }

  private void resumeAfter(PagedIterable<Integer> list, PagedIterable<Integer> later, int count) {
    Walk<Integer> walk = list.walk();
    for (int i = 0; i < count; i++) {
      delivered.add(walk.next());
    }
    server.requests.clear();
    later
        .walk(WalkOptions.builder().checkpoint(walk.checkpoint()).build())
        .forEachRemaining(delivered::add);
  }

  private FakePages grown() {
    List<Integer> items = new ArrayList<>(server.items);
    for (int i = responses < additions.length ? additions[responses] : 0; i > 0; i--) {
      items.add(0, --added);
    }
    responses++;
    server.items = items;
    return server;
  }
}
