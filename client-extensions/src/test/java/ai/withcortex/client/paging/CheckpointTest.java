package ai.withcortex.client.paging;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.client.internal.paging.WalkState;
import ai.withcortex.core.error.CortexConnectionException;
import ai.withcortex.core.error.PagingContractException;
import ai.withcortex.core.error.WalkPosition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a walk can be resumed; {@link WalkPropertyTest} shows that nothing is lost. */
final class CheckpointTest {
  private final List<Integer> delivered = new ArrayList<>();

  @ParameterizedTest
  @EnumSource(WalkMode.class)
  void resumesBehindEachItem(WalkMode mode) {
    WalkOptions options = WalkOptions.builder().mode(mode).build();
    for (int read = 0; read <= 260; read++) {
      FakePages server = new FakePages(260);
      delivered.clear();
      Checkpoint checkpoint = readSome(server, options, read);

      Receipt receipt = resume(server, options.toBuilder(), checkpoint);

      assertEquals(server.items, delivered, "after " + read);
      assertEquals(260, receipt.delivered());
      assertEquals(260L, receipt.totalCountAtStart());
    }
  }

  /** The window with which the walk goes on may end before the position. */
  @Test
  void showsNoChangeOfAListThatDoesNotChange() {
    FakePages server = new FakePages(1_215);
    PagedIterable<Integer> list = PagedIterables.of(server, 1, 20);
    Walk<Integer> walk = list.walk();
    while (walk.hasNext()) {
      Checkpoint checkpoint = walk.checkpoint();
      Walk<Integer> resumed = list.walk(WalkOptions.builder().checkpoint(checkpoint).build());
      resumed.next();
      delivered.add(walk.next());

      assertEquals(0, resumed.receipt().drift(), "after " + checkpoint.delivered());
    }
    assertEquals(server.items, delivered);
  }

  @ParameterizedTest
  @CsvSource({"0, 700, 0", "500, 0, 0", "30, 30, 100", "0, 240, 0", "1000, 0, 200"})
  void findsThePlaceAfterTheListHasChanged(
      int addedInFront, int deletedInFront, int deletedBehind) {
    FakePages server = new FakePages(1000);
    Checkpoint checkpoint = readSome(server, WalkOptions.DEFAULT, 750);

    List<Integer> items =
        new ArrayList<>(server.items.subList(deletedInFront, 1000 - deletedBehind));
    IntStream.range(0, addedInFront).forEach(i -> items.add(0, -1 - i));
    server.items = items;
    int before = server.requests.size();
    resume(server, WalkOptions.builder(), checkpoint);

    assertEquals(IntStream.range(0, 1000 - deletedBehind).boxed().toList(), delivered);
    int requests = server.requests.size() - before;
    assertTrue(requests < 20, () -> "requests: " + requests);
  }

  @Test
  void findsThePlaceWhateverTheServerCounts() {
    FakePages server = new FakePages(1000);
    Checkpoint checkpoint = readSome(server, WalkOptions.DEFAULT, 750);
    TestSource<Integer> lying =
        (number, take) ->
            Page.<Integer>builder()
                .from(server.page(number, take))
                .totalCount(server.requests.size() % 2 == 0 ? 999_999_999_999_999_999L : 1000L)
                .build();
    server.items = server.items.subList(300, 1000);

    Walk<Integer> walk =
        PagedIterables.of(lying, 1, 100).walk(WalkOptions.builder().checkpoint(checkpoint).build());
    for (int i = 0; i < 250; i++) {
      delivered.add(walk.next());
    }

    assertEquals(IntStream.range(0, 1000).boxed().toList(), delivered);
  }

  @Test
  void goesOnForManyPagesWhileTheListChanges() {
    FakePages server = new FakePages(30_000);
    Checkpoint checkpoint = readSome(server, WalkOptions.DEFAULT, 5_000);
    TestSource<Integer> shrinking =
        (number, take) -> {
          server.items = server.items.subList(1, server.items.size());
          return server.page(number, take);
        };

    Walk<Integer> walk =
        PagedIterables.of(shrinking, 1, 100)
            .walk(WalkOptions.builder().checkpoint(checkpoint).build());
    walk.forEachRemaining(delivered::add);

    assertEquals(IntStream.range(0, 30_000).boxed().toList(), delivered);
  }

  @ParameterizedTest
  @ValueSource(ints = {2_000, 5_000, 20_000})
  void findsThePlaceWithoutAnyCount(int added) {
    FakePages server = new FakePages(30_000);
    server.tellsCount = false;
    Checkpoint checkpoint = readSome(server, WalkOptions.DEFAULT, 5_000);
    List<Integer> items = new ArrayList<>(server.items);
    IntStream.range(0, added).forEach(i -> items.add(0, -1 - i));
    server.items = items;

    resume(server, WalkOptions.builder(), checkpoint);

    assertEquals(IntStream.range(0, 30_000).boxed().toList(), delivered);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 12, 64, 65, 120})
  void neverLosesWhatIsBeforePageOne(int read) {
    FakePages server = new FakePages(250);
    server.firstPage = 0;
    server.tellsCount = false;
    Checkpoint checkpoint = readSome(server, WalkOptions.DEFAULT, read);
    server.items = server.items.subList(70, 250);

    PagingContractException e =
        assertThrows(
            PagingContractException.class, () -> resume(server, WalkOptions.builder(), checkpoint));

    assertTrue(String.valueOf(e.getMessage()).startsWith("Page 0 is not empty"), e.getMessage());
  }

  @Test
  void repeatsNothingThatAdditionsHavePushedAhead() {
    FakePages server = new FakePages(300);
    Walk<Integer> walk = PagedIterables.of(server, 1, 100).walk();
    for (int i = 0; i < 100; i++) {
      delivered.add(walk.next());
    }
    List<Integer> items = new ArrayList<>(server.items);
    IntStream.range(0, 1_200).forEach(i -> items.add(51, 1_000 + i));
    server.items = items;
    for (int i = 0; i < 1_150; i++) {
      delivered.add(walk.next());
    }

    resume(server, WalkOptions.builder(), walk.checkpoint());

    assertEquals(new HashSet<>(delivered).size(), delivered.size());
    assertTrue(delivered.containsAll(IntStream.range(0, 300).boxed().toList()));
  }

  @ParameterizedTest
  @CsvSource({"100, 1", "100, 2", "20, 1", "20, 2", "20, 3"})
  void getsOnWithAFewRequestsAtATime(int take, long requests) {
    FakePages server = new FakePages(300);
    WalkOptions options = WalkOptions.builder().requestLimit(requests).build();
    Receipt receipt = null;
    for (int i = 0; i < 100 && (receipt == null || receipt.reason() != null); i++) {
      WalkOptions next =
          options.toBuilder().checkpoint(receipt == null ? null : receipt.checkpoint()).build();
      Walk<Integer> walk = PagedIterables.of(server, 1, take).walk(next);
      walk.forEachRemaining(delivered::add);
      receipt = walk.receipt();
    }

    assertEquals(server.items, delivered);
  }

  @Test
  void saysWhenNothingIsLeftToFind() {
    FakePages server = new FakePages(1000);
    Checkpoint checkpoint = readSome(server, WalkOptions.DEFAULT, 500);
    List<Integer> items = new ArrayList<>(server.items);
    items.subList(500 - Checkpoint.GREATEST_DELETION, 500).clear();
    server.items = items;

    PagingContractException e =
        assertThrows(
            PagingContractException.class, () -> resume(server, WalkOptions.builder(), checkpoint));

    assertEquals(
        "None of the last 64 items before the checkpoint, up to item 500, were found in 39"
            + " responses, so its position is unknown. Either they were deleted, or the list grows"
            + " faster than the walk can search it. Start over, and expect some items to be"
            + " delivered again.",
        e.getMessage());
    assertEquals(500, delivered.size());
  }

  @Test
  void saysWhenTheWalkHasNotBegunWithTheList() {
    FakePages server = new FakePages(1000);
    server.firstPage = 0;
    Checkpoint checkpoint = readSome(server, WalkOptions.DEFAULT, 500);

    PagingContractException e =
        assertThrows(
            PagingContractException.class, () -> resume(server, WalkOptions.builder(), checkpoint));

    assertEquals(
        "Page 0 is not empty, and no responses show that it is page 1, so the walk from page 1 may"
            + " have missed the start of the list and cannot be resumed. Start over with page 0.",
        e.getMessage());
  }

  @Test
  void resumesAWalkThatHasEnded() {
    FakePages server = new FakePages(300);
    Checkpoint checkpoint = readSome(server, WalkOptions.DEFAULT, 1000);
    List<Integer> items = new ArrayList<>(server.items);
    items.add(300);
    server.items = items;

    resume(server, WalkOptions.builder(), checkpoint);

    assertEquals(items, delivered);
  }

  @Test
  void resumesFromThePositionOfAFailure() {
    FakePages server = new FakePages(300);
    TestSource<Integer> failing =
        (number, take) -> {
          if (server.requests.size() == 2) {
            server.requests.clear();
            throw new CortexConnectionException("down", null);
          }
          return server.page(number, take);
        };
    PagedIterable<Integer> list = PagedIterables.of(failing, 1, 100);
    Walk<Integer> walk = list.walk();

    CortexConnectionException e =
        assertThrows(CortexConnectionException.class, () -> walk.forEachRemaining(delivered::add));
    WalkPosition position = requireNonNull(e.position());

    assertEquals("page 3, 198 delivered", position.toString());
    assertEquals(198, delivered.size());
    resume(server, WalkOptions.builder(), Checkpoint.of(position.checkpoint()));
    assertEquals(server.items, delivered);
  }

  @Test
  void isAShortTextWithoutItems() {
    TestSource<String> source =
        (number, take) ->
            Page.<String>builder()
                .items(IntStream.range(0, 100).mapToObj(i -> number + "canary" + i).toList())
                .number(number)
                .take(100)
                .isTakeConfirmed(true)
                .build();
    Walk<String> walk = PagedIterables.of(source, 1, 100).walk();
    for (int i = 0; i < 1000; i++) {
      walk.next();
    }
    String text = walk.checkpoint().text();

    assertTrue(text.matches("cortex-walk-1:[A-Za-z0-9_=-]{200,3000}"), text);
    assertFalse(text.contains("canary"));
    assertEquals(text, Checkpoint.of(text).text());
    assertEquals(walk.checkpoint(), Checkpoint.of(text));
    assertEquals(walk.checkpoint().hashCode(), Checkpoint.of(text).hashCode());
    assertEquals(1000, Checkpoint.of(text).delivered());
    assertEquals("Checkpoint{delivered=1000}", Checkpoint.of(text).toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 20, 400})
  void refusesADamagedText(int place) {
    String text = readSome(new FakePages(300), WalkOptions.DEFAULT, 200).text();
    char other = text.charAt(20 + place) == 'A' ? 'B' : 'A';
    String damaged = text.substring(0, 20 + place) + other + text.substring(21 + place);

    assertRefused(
        damaged,
        "The text of this Checkpoint is damaged ("
            + text.length()
            + " characters); pass it exactly as Checkpoint.text() returned it, or start the walk"
            + " over");
    assertThrows(
        IllegalArgumentException.class, () -> Checkpoint.of(text.substring(0, text.length() - 4)));
  }

  @Test
  void refusesAStateThatNoWalkSaves() {
    WalkState state = new WalkState(0, true);
    state.delivered = 5;
    String text = new Checkpoint(state.save(null, 1, 0)).text();

    assertRefused(
        text,
        "The text of this Checkpoint is damaged ("
            + text.length()
            + " characters); pass it exactly as Checkpoint.text() returned it, or start the walk"
            + " over");
  }

  @Test
  void refusesWhatIsNoCheckpoint() {
    assertRefused(
        "a secret",
        "Expected the text of a Checkpoint, which starts with cortex-walk-1:, found something"
            + " else; start the walk over");
    assertRefused(
        "cortex-walk-2:abc",
        "Expected the text of a Checkpoint, which starts with cortex-walk-1:, found cortex-walk-2:;"
            + " start the walk over");
  }

  @Test
  void refusesACheckpointOfAnotherQuery() {
    Checkpoint checkpoint = readSome(new FakePages(300), WalkOptions.DEFAULT, 10);
    WalkOptions options = WalkOptions.builder().checkpoint(checkpoint).build();

    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> PagedIterables.of(new FakePages(300), 2, 100).walk(options));

    assertEquals(
        "Expected a checkpoint of this query, found one of a different query; use the same IDs,"
            + " filters, verbose, next, and first page as the walk that created it",
        e.getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> PagedIterables.of(new FakePages(300), 2, 100).publisher(options));
  }

  @Test
  void refusesACheckpointOfAnotherMode() {
    Checkpoint checkpoint = readSome(new FakePages(300), WalkOptions.DEFAULT, 10);
    WalkOptions options = WalkOptions.builder().checkpoint(checkpoint).mode(WalkMode.PLAIN).build();

    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> PagedIterables.of(new FakePages(300), 1, 100).walk(options));

    assertEquals(
        "Expected a checkpoint of mode PLAIN, found one of mode EXACT; resume in that mode",
        e.getMessage());
  }

  private static void assertRefused(String text, String message) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> Checkpoint.of(text)).getMessage());
  }

  /** As if the process had ended then. */
  private Checkpoint readSome(FakePages server, WalkOptions options, int count) {
    Walk<Integer> walk = PagedIterables.of(server, 1, 100).walk(options);
    while (delivered.size() < count && walk.hasNext()) {
      delivered.add(walk.next());
    }
    return Checkpoint.of(walk.checkpoint().text());
  }

  private Receipt resume(FakePages server, WalkOptions.Builder options, Checkpoint checkpoint) {
    Walk<Integer> walk =
        PagedIterables.of(server, 1, 100).walk(options.checkpoint(checkpoint).build());
    walk.forEachRemaining(delivered::add);
    return walk.receipt();
  }
}
