package ai.withcortex.client.watching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of positions; {@link WatchPropertyTest} shows that nothing is lost between them. */
final class WatchPositionTest {
  private final FakeList list = new FakeList();
  private final FakeTimer time = new FakeTimer();

  @Test
  void isAShortTextOfIdsAndStates() {
    IntStream.range(0, 300)
        .forEach(i -> list.items.add("run_" + (1_000_000_000_000_000L + i) + "=RUNNING"));
    WatchPosition position = poll();
    String text = position.text();

    assertTrue(text.matches("cortex-watch-1:[A-Za-z0-9_=-]+"), text);
    assertTrue(text.length() < 7_000, () -> "characters: " + text.length());
    assertEquals(text, WatchPosition.of(text).text());
    assertEquals(position.known.states, WatchPosition.of(text).known.states);
    assertEquals(position.known.reach, WatchPosition.of(text).known.reach);
    assertEquals(200, WatchPosition.of(text).size());
    assertEquals("WatchPosition{size=200}", position.toString());
  }

  @Test
  void anyTextCanBeAnIdOrAState() {
    list.show("=", "a b=", "5 ü\n=x 7", "😀==");
    WatchPosition position = poll();

    assertEquals(position.known.states, WatchPosition.of(position.text()).known.states);
    assertEquals(4, position.size());
  }

  @Test
  void thereIsOneBeforeTheFirstPoll() {
    WatchPosition position = list.watch(WatchOptions.DEFAULT, time).iterator().position();

    assertEquals(0, position.size());
    assertTrue(WatchPosition.of(position.text()).known.isNothing());
    assertEquals(0, list.requests);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 20, 40})
  void refusesADamagedText(int place) {
    list.show("a=1", "b=1", "c=2");
    String text = poll().text();
    char other = text.charAt(15 + place) == 'A' ? 'B' : 'A';
    String damaged = text.substring(0, 15 + place) + other + text.substring(16 + place);

    assertRefused(
        damaged,
        "The text of this WatchPosition is damaged ("
            + text.length()
            + " characters); pass it exactly as WatchPosition.text() returned it, or start the"
            + " watch over");
    assertThrows(
        IllegalArgumentException.class,
        () -> WatchPosition.of(text.substring(0, text.length() - 4)));
  }

  @Test
  void refusesWhatIsNoPosition() {
    assertRefused(
        "a secret",
        "Expected the text of a WatchPosition, which starts with cortex-watch-1:, found"
            + " something else; start the watch over");
    assertRefused(
        "cortex-watch-2:abc",
        "Expected the text of a WatchPosition, which starts with cortex-watch-1:, found"
            + " cortex-watch-2:; start the watch over");
    assertRefused(
        "cortex-watch-1:abc",
        "The text of this WatchPosition is damaged (18 characters); pass it exactly as"
            + " WatchPosition.text() returned it, or start the watch over");
  }

  @Test
  void refusesAPositionOfAnotherQuery() {
    WatchOptions options = WatchOptions.builder().position(poll()).build();
    list.query = "others";

    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> list.watch(options, time));

    assertEquals(
        "Expected a position of this query, found one of a different query; use the same IDs,"
            + " filters, verbose, next, and first page as the watch that created it",
        e.getMessage());
  }

  private WatchPosition poll() {
    WatchOptions options = WatchOptions.builder().pollLimit(1L).build();
    return list.watch(options, time).forEachAsync(change -> {}).join();
  }

  private static void assertRefused(String text, String message) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> WatchPosition.of(text)).getMessage());
  }
}
