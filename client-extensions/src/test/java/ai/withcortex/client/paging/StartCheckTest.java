package ai.withcortex.client.paging;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.client.internal.SavedText;
import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.PagingContractException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a resumed walk checks whether page 1 starts the list if no header tells. */
final class StartCheckTest {
  private static final int SIZE = 450;
  private static final int TAKE = 100;
  private static final int DELIVERED = 150;

  private final FakePages server = new FakePages(SIZE);

  private boolean refusesZero;
  private boolean isResumed;

  /** The server, whose list changes once the walk is resumed. */
  private final TestSource<Integer> changing =
      (number, take) -> {
        if (isResumed) {
          change();
        }
        if (refusesZero && number == 0) {
          throw CortexApiException.builder("GET /items", 404, "no such page").build();
        }
        return server.page(number, take);
      };

  private final List<Integer> delivered = new ArrayList<>();
  private List<Integer> lasting = List.copyOf(server.items);

  /** The number of items that are added, or deleted, before the response with an index. */
  private int[] additions = {};

  private Predicate<Integer> deleted = item -> false;
  private UnaryOperator<String> edit = text -> text;
  private int responses;
  private int added;
  private @Nullable Receipt receipt;

  StartCheckTest() {
    server.tellsCount = false;
    server.tellsPage = false;
    server.tellsTake = false;
  }

  @Test
  void knowsTheStartIfPageZeroStartsWithTheFirstItem() {
    resume();

    assertEquals(List.of(0, 3), server.requests.subList(0, 2));
    assertEquals(lasting, delivered);
    assertEquals(Verdict.COMPLETE, requireNonNull(receipt).verdict());
  }

  /** Later, page 0 may be page 1, or the items of page 0 may have moved to page 1. */
  @Test
  void cannotTellPageZeroFromPageOneByItems() {
    additions = new int[] {1};
    resume();

    assertEquals(List.of(0, 1, 2, 0, 3), server.requests.subList(0, 5));
    assertEquals(lasting, delivered);
    assertUntold();
  }

  @Test
  void looksAgainIfAnItemWasAddedBetweenPageZeroAndPageOne() {
    additions = new int[] {1, 1};
    resume();

    assertEquals(List.of(0, 1, 2, 0, 3), server.requests.subList(0, 5));
    assertEquals(lasting, delivered);
    assertUntold();
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

  @Test
  void doesNotTrustAdditionsThatWereTakenBack() {
    server.firstPage = 0;
    additions = new int[] {0, TAKE, 0, -TAKE};
    resume();

    assertEquals(List.of(0, 1, 2, 0), server.requests.subList(0, 4));
    assertUntold();
  }

  @Test
  void doesNotTrustAdditionsOfAPageEachTime() {
    server.firstPage = 0;
    additions = new int[] {0, TAKE, 0, 0, TAKE};
    resume();

    assertEquals(List.of(0, 1, 2, 0, 1, 2), server.requests.subList(0, 6));
    assertUntold();
  }

  /** That there is one page now says nothing about what was on page 1. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void doesNotTrustAListThatHasShrunkToOnePage(boolean tellsCount) {
    server.firstPage = 0;
    server.repeatsLastPage = true;
    server.tellsCount = tellsCount;
    server.tellsTake = tellsCount;
    deleted = item -> item >= 45 && (item < 205 || item >= 250);
    resume();

    assertFalse(delivered.contains(0));
    assertUntold();
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 50, TAKE - 1})
  void resumesAListOfOnePageThatComesForEachNumber(int size) {
    setSize(size);
    server.repeatsLastPage = true;
    additions = new int[] {1};
    resumeAfter(size / 2);

    assertEquals(List.of(0, 1, 2, 0, 1, 2), server.requests.subList(0, 6));
    assertEquals(lasting, delivered);
    assertUntold();
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 50, TAKE - 1})
  void resumesAListOfOnePageWithoutAPageTwo(int size) {
    setSize(size);
    server.refusalPastEnd = 404;
    additions = new int[] {1};
    resumeAfter(size / 2);

    assertEquals(List.of(0, 1, 2, 0), server.requests.subList(0, 4));
    assertEquals(lasting, delivered);
    assertUntold();
  }

  /** The walk has started with what came for page 0, or with all that there was. */
  @ParameterizedTest
  @CsvSource({
    "0, 60, 30, false", "0, 60, 60, false", "0, 90, 80, false", "0, 90, 90, false",
    "0, 60, 30, true", "0, 60, 60, true", "0, 90, 80, true", "0, 90, 90, true",
    "1, 60, 30, false", "1, 90, 80, false", "1, 90, 90, false", "1, 90, 80, true"
  })
  void remembersThatTheWalkHasStartedWithTheList(
      int firstPage, int size, int stop, boolean tellsCount) {
    setSize(size);
    server.firstPage = firstPage;
    server.repeatsLastPage = true;
    server.tellsCount = tellsCount;
    server.tellsTake = tellsCount;
    additions = new int[] {90};
    resumeAfter(changing.unnumbered(), stop);

    assertEquals(lasting, delivered);
    assertEquals(Verdict.COMPLETE_WITH_DRIFT, requireNonNull(receipt).verdict());
  }

  /** The count of page 1 has told that nothing comes before it. */
  @ParameterizedTest
  @ValueSource(ints = {30, 80, 90})
  void goesOnIfPageZeroIsRefusedNow(int stop) {
    setSize(90);
    server.tellsCount = true;
    refusesZero = true;
    additions = new int[] {90};
    resumeAfter(changing.unnumbered(), stop);

    assertEquals(lasting, delivered);
    assertEquals(Verdict.COMPLETE_WITH_DRIFT, requireNonNull(receipt).verdict());
  }

  /** Page 0 was requested at the end, and started with an item that had been delivered. */
  @ParameterizedTest
  @CsvSource({"0, 60", "0, 90", "1, 60", "1, 450"})
  void remembersThatNothingWasMissingAtTheEnd(int firstPage, int size) {
    setSize(size);
    server.firstPage = firstPage;
    server.repeatsLastPage = firstPage == 0;
    additions = new int[] {90};
    resumeAfter(size);

    assertEquals(0, server.requests.get(0));
    assertEquals(lasting, delivered);
    assertEquals(Verdict.COMPLETE_WITH_DRIFT, requireNonNull(receipt).verdict());
  }

  @Test
  void readsACheckpointWithoutTheFirstItem() {
    int bytes = 16;
    SavedText form = new SavedText("Checkpoint", "walk");
    edit =
        text -> {
          ByteString content = form.read(text);
          return form.write(content.substring(0, content.size() - bytes));
        };
    resume();

    assertEquals(List.of(0, 1, 2, 0, 3), server.requests.subList(0, 5));
    assertEquals(lasting, delivered);
    assertUntold();
  }

  /** The server says that it sends page 0 for each number. */
  @ParameterizedTest
  @ValueSource(ints = {1, 15, 50, TAKE})
  void resumesAListWithPageZeroOnly(int size) {
    setSize(size);
    server.firstPage = 0;
    server.repeatsLastPage = true;
    server.tellsPage = true;
    PagedIterable<Integer> list = PagedIterables.of(changing.unnumbered(), 1, TAKE);
    Walk<Integer> walk = list.walk();
    walk.forEachRemaining(item -> {});
    assertEquals(Verdict.COMPLETE, walk.receipt().verdict());
    resumeAfter(changing.unnumbered(), Math.max(1, size / 2));

    assertEquals(lasting, delivered);
  }

  private void setSize(int size) {
    server.items = IntStream.range(0, size).boxed().toList();
    lasting = List.copyOf(server.items);
  }

  private void assertUntold() {
    assertEquals(Verdict.UNPROVABLE, requireNonNull(receipt).verdict());
    assertEquals(
        "page 0 may exist: no response tells whether the page that the server sends for it is page"
            + " 1",
        requireNonNull(receipt).reason());
  }

  private void resume() {
    resumeAfter(DELIVERED);
  }

  private void resumeAfter(int count) {
    resumeAfter(changing, count);
  }

  private void resumeAfter(PageSource<Integer> source, int count) {
    PagedIterable<Integer> list = PagedIterables.of(source, 1, TAKE);
    Walk<Integer> walk = list.walk();
    while (delivered.size() < count || (count == lasting.size() && walk.hasNext())) {
      delivered.add(walk.next());
    }
    Checkpoint checkpoint = Checkpoint.of(edit.apply(walk.checkpoint().text()));
    server.items = server.items.stream().filter(deleted.negate()).toList();
    server.requests.clear();
    isResumed = true;
    Walk<Integer> resumed = list.walk(WalkOptions.builder().checkpoint(checkpoint).build());
    resumed.forEachRemaining(item -> delivered.addAll(item < 0 ? List.of() : List.of(item)));
    receipt = resumed.receipt();
  }

  private void change() {
    int change = responses < additions.length ? additions[responses] : 0;
    List<Integer> items =
        new ArrayList<>(server.items.subList(Math.max(0, -change), server.items.size()));
    for (int i = 0; i < change; i++) {
      items.add(0, --added);
    }
    responses++;
    server.items = items;
  }
}
