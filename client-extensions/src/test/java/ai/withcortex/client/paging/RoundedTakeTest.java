package ai.withcortex.client.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks at servers that honor only some takes, or another greatest one after a while. */
final class RoundedTakeTest {
  private static final int TAKE = 100;

  private final FakePages server = new FakePages(1_000);
  private final List<Integer> delivered = new ArrayList<>();
  private IntUnaryOperator rounding = take -> take;

  private enum Rounding {
    TO_TENS,
    TO_EVEN,
    TO_SIZES,
    TO_A_DEFAULT;

    int round(int take) {
      return switch (this) {
        case TO_TENS -> Math.max(10, take / 10 * 10);
        case TO_EVEN -> Math.max(2, take / 2 * 2);
        case TO_SIZES -> take >= 100 ? 100 : take >= 50 ? 50 : take >= 25 ? 25 : 10;
        case TO_A_DEFAULT -> List.of(10, 25, 50, 100).contains(take) ? take : 25;
      };
    }
  }

  RoundedTakeTest() {
    server.tellsCount = false;
    server.tellsPage = false;
    server.tellsTake = false;
  }

  @ParameterizedTest
  @EnumSource(Rounding.class)
  void readsAllWithoutProof(Rounding rounding) {
    this.rounding = rounding::round;
    for (boolean tellsCount : new boolean[] {false, true}) {
      server.tellsCount = tellsCount;
      for (int size : new int[] {100, 101, 150, 400, 999, 1_000}) {
        server.items = IntStream.range(0, size).boxed().toList();
        delivered.clear();
        Walk<Integer> walk = walk(WalkOptions.DEFAULT);
        walk.forEachRemaining(delivered::add);

        assertEquals(server.items, delivered);
        if (size > 198) {
          assertEquals(Verdict.UNPROVABLE, walk.receipt().verdict());
          assertEquals(
              "the server does not honor take 99, so pages cannot overlap",
              walk.receipt().reason());
        }
      }
    }
  }

  /** The page with which the walk goes on comes after the end of the list. */
  @ParameterizedTest
  @ValueSource(ints = {0, 404, 422})
  void readsAllIfPagesPastTheEndAreRefused(int status) {
    rounding = Rounding.TO_SIZES::round;
    server.tellsCount = true;
    server.firstPage = 0;
    server.refusalPastEnd = status;
    server.items = server.items.subList(0, 21);
    PagedIterables.of(source().unnumbered(), 1, 81).walk().forEachRemaining(delivered::add);

    assertEquals(server.items, delivered);
  }

  @ParameterizedTest
  @EnumSource(Rounding.class)
  void readsAllAfterAResume(Rounding rounding) {
    this.rounding = rounding::round;
    for (int stop : new int[] {1, 49, 80, 100, 150, 500, 990}) {
      delivered.clear();
      resumeAfter(stop, rounding::round);

      assertEquals(server.items, delivered, "after " + stop);
    }
  }

  @ParameterizedTest
  @CsvSource({"80, false", "230, false", "500, false", "80, true", "230, true", "500, true"})
  void readsAllIfTheGreatestTakeIsLowered(int stop, boolean tellsTake) {
    rounding = take -> Math.min(take, 100);
    server.tellsTake = tellsTake;
    Receipt receipt = resumeAfter(stop, take -> Math.min(take, 50));

    assertEquals(server.items, delivered);
    assertEquals(null, receipt.reason());
  }

  /** The first page is requested at most once more, with the take of the last page. */
  @ParameterizedTest
  @ValueSource(ints = {20, 99, 100, 101, 150, 198, 199, 450, 1_000})
  void oneRequestProvesTheEnd(int size) {
    server.items = server.items.subList(0, size);
    Walk<Integer> walk = walk(WalkOptions.DEFAULT);
    walk.forEachRemaining(delivered::add);

    assertEquals(server.items, delivered);
    assertEquals(Verdict.COMPLETE, walk.receipt().verdict());
    assertTrue(server.requests.stream().filter(number -> number == 1).count() <= 2);
  }

  /** Page 1 is the second page of such a server, which has none, and so sends page 0. */
  @ParameterizedTest
  @ValueSource(ints = {20, 60, 100})
  void provesTheEndIfThereIsOnlyPageZero(int size) {
    server.items = server.items.subList(0, size);
    server.firstPage = 0;
    server.repeatsLastPage = true;
    Walk<Integer> walk = PagedIterables.of(server.unnumbered(), 1, TAKE).walk();
    walk.forEachRemaining(delivered::add);

    assertEquals(server.items, delivered);
    assertEquals(Verdict.COMPLETE, walk.receipt().verdict());
  }

  /** The count that comes with the check is not the one of the last page. */
  @Test
  void growsDuringTheCheck() {
    server.tellsPage = true;
    server.items = server.items.subList(0, 25);
    server.tellsCount = true;
    server.afterAnswer = () -> server.items = grown();
    Walk<Integer> walk = walk(WalkOptions.DEFAULT);
    walk.forEachRemaining(delivered::add);

    assertEquals(IntStream.range(0, 25).boxed().toList(), delivered);
    assertEquals(Verdict.COMPLETE_WITH_DRIFT, walk.receipt().verdict());
  }

  private List<Integer> grown() {
    int first = server.items.get(0) - 3;
    return IntStream.range(first, 25).boxed().toList();
  }

  @Test
  void headersMakeTheCheckNeedless() {
    server.tellsCount = true;
    server.tellsTake = true;
    server.items = server.items.subList(0, 450);
    Walk<Integer> walk = walk(WalkOptions.DEFAULT);
    walk.forEachRemaining(delivered::add);

    assertEquals(Verdict.COMPLETE, walk.receipt().verdict());
    assertEquals(List.of(1, 2, 3, 4, 5), server.requests);
  }

  private Receipt resumeAfter(int stop, IntUnaryOperator later) {
    Walk<Integer> walk = walk(WalkOptions.DEFAULT);
    for (int i = 0; i < stop; i++) {
      delivered.add(walk.next());
    }
    rounding = later;
    Walk<Integer> resumed =
        walk(WalkOptions.builder().checkpoint(Checkpoint.of(walk.checkpoint().text())).build());
    resumed.forEachRemaining(delivered::add);
    return resumed.receipt();
  }

  private TestSource<Integer> source() {
    return (number, take) -> {
      server.greatestTake = rounding.applyAsInt(take);
      return server.page(number, take);
    };
  }

  private Walk<Integer> walk(WalkOptions options) {
    return PagedIterables.of(source(), 1, TAKE).walk(options);
  }
}
