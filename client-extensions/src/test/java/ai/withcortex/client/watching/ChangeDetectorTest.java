package ai.withcortex.client.watching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.client.paging.Verdict;
import ai.withcortex.client.watching.KnownItems.Reach;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What two windows show; one that ends with … may be followed by older items, and one with ? is not
 * proven to be in list order.
 */
final class ChangeDetectorTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // The list goes on behind both windows.
        "a b c …   | a b c …     | ''",
        "a b c …   | x a b …     | ADDED x 1",
        "a b c …   | y x a …     | ADDED x 1, ADDED y 1",
        "a b c …   | a x b …     | ADDED x 1",
        "a b c …   | b c d …     | VANISHED a 1",
        "a b c …   | a c d …     | VANISHED b 1",
        "a b c …   | x c d …     | VANISHED b 1, VANISHED a 1, ADDED x 1",
        "a b c …   | a=2 b c=3 … | CHANGED c 1 -> 3, CHANGED a 1 -> 2",
        "a b c …   | x a=2 c …   | VANISHED b 1, CHANGED a 1 -> 2, ADDED x 1",
        // Whether the last item has vanished and d has moved up, or d has pushed it out.
        "a b c …   | a b d …     | ''",
        "a b c …   | x y z …     | GAP",
        // The list ended in the window before, or ends in it now.
        "a b       | a b c       | ADDED c 1",
        "a b       | x a b …     | ADDED x 1",
        "a b       | x a c …     | ADDED c 1, ADDED x 1",
        "a b       | a           | VANISHED b 1",
        "a b c …   | a b         | VANISHED c 1",
        "a b c …   | b d         | VANISHED c 1, VANISHED a 1",
        "a b       | c d         | VANISHED b 1, VANISHED a 1, ADDED d 1, ADDED c 1",
        "a b c …   | ''          | VANISHED c 1, VANISHED b 1, VANISHED a 1",
        "a b       | ''          | VANISHED b 1, VANISHED a 1",
        "''        | a b         | ADDED b 1, ADDED a 1",
        "''        | ''          | ''",
        // Nothing tells how the windows follow on each other.
        "a b c …   | x y         | VANISHED c 1, VANISHED b 1, VANISHED a 1, GAP",
        "a b       | x y z …     | GAP",
        "''        | x y z …     | GAP",
        // What is missing without proof may still be there.
        "a b c …   | x a b … ?   | ADDED x 1",
        "a b c …   | x a=2 c … ? | CHANGED a 1 -> 2, ADDED x 1, GAP",
        "a b c …   | a b ?       | GAP",
        "a b       | b ?         | GAP",
        "a b       | ?           | GAP",
        "a b       | x y ?       | GAP",
        "a b       | x a b ?     | ADDED x 1",
        "a b c … ? | x a b …     | ADDED x 1",
        "a b c … ? | a c d …     | GAP",
        "a b ?     | a c ?       | GAP",
        "a b ?     | c a b ?     | ADDED c 1",
        // An unproven poll may have missed an item that comes after those that it found.
        "a b ?     | a b c       | GAP",
        "a b … ?   | a b c …     | GAP",
        "a b ?     | c a b       | ADDED c 1",
        // The whole list is proof.
        "a b c ?   | c a         | VANISHED b 1",
        "a b ?     | x           | VANISHED b 1, VANISHED a 1, GAP",
      })
  void tells(String before, String now, String changes) {
    assertEquals(changes, join(compare(known(before), now, true)));
  }

  @Test
  void theFirstLookIsTheBaselineUnlessItIsToBeTold() {
    assertEquals("", join(compare(KnownItems.NOTHING, "a b c …", false)));
    assertEquals(
        "ADDED c 1, ADDED b 1, ADDED a 1", join(compare(KnownItems.NOTHING, "a b c …", true)));
  }

  /** A watch that goes on behind any change finds the others. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a b c d … | x y a=2 c …",
        "a b c d … | x c d e …",
        "a b c d … | b y d x",
        "a b       | x a c …",
        "a b c     | w c x y …",
        "a b c …   | x y",
        "a b       | x y",
        "a b c …   | ''",
        "''        | a b c",
        "a b c …   | y x a=2 c … ?",
        "a b       | x a c … ?",
        "a b c ?   | y x a=2 b=2 c …",
      })
  void positionsLieBetweenTheChangesOfOnePoll(String before, String now) {
    List<Change<String>> changes = compare(known(before), now, true);
    List<String> all = strings(changes);
    assertTrue(all.size() > 1, all::toString);
    for (int i = 0; i < all.size(); i++) {
      KnownItems saved = WatchPosition.of(changes.get(i).position().text()).known;
      assertEquals(all.subList(i + 1, all.size()), strings(compare(saved, now, true)));
    }
  }

  @Test
  void whatWasToldKeepsItsPlace() {
    List<Change<String>> changes = compare(known("a b c d …"), "a=2 b x c …", true);
    assertEquals("ADDED x 1, CHANGED a 1 -> 2", join(changes));
    KnownItems saved = changes.get(0).position().known;

    assertEquals(
        "CHANGED a 1 -> 2, ADDED v 1, ADDED w 1", join(compare(saved, "w v a=2 b …", true)));
  }

  private static String join(List<Change<String>> changes) {
    return String.join(", ", strings(changes));
  }

  private static List<String> strings(List<Change<String>> changes) {
    return changes.stream().map(Change::toString).collect(Collectors.toList());
  }

  private static List<Change<String>> compare(KnownItems before, String now, boolean reportsFirst) {
    PolledItems<String> view =
        new PolledItems<>(new FakeList().watched(), before, WatchOptions.DEFAULT);
    known(now).states.forEach((id, state) -> view.add(id + "=" + state));
    view.end(now.contains("…") ? Verdict.INCOMPLETE : Verdict.COMPLETE, !now.contains("?"));
    return new ChangeDetector<>(before, view, reportsFirst, 1).changes;
  }

  private static KnownItems known(String window) {
    Map<String, String> states = new LinkedHashMap<>();
    for (String item : window.split(" ", -1)) {
      if (!item.isEmpty() && !item.equals("…") && !item.equals("?")) {
        states.put(item.substring(0, 1), item.contains("=") ? FakeList.state(item) : "1");
      }
    }
    Reach reach = window.contains("…") ? Reach.WINDOW : Reach.LIST;
    return new KnownItems(window.contains("?") ? Reach.UNPROVEN : reach, states);
  }
}
