package ai.withcortex.client.watching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Polls that read the start of a short list again and find none of its items, so that what follows
 * may belong before them.
 */
final class PolledPagesTest {
  private final FakeList list = new FakeList("b=1", "a=1");
  private final FakeTimer time = new FakeTimer();
  private final List<String> told = new ArrayList<>();
  private WatchOptions options = WatchOptions.builder().window(4).build();

  PolledPagesTest() {
    list.hidesTake = true;
    list.hidesCount = true;
    poll();
  }

  @Test
  void itemsOfAReplacedListLeaveAGap() {
    replaceDuringPoll("f=1", "e=1", "d=1", "c=1");
    assertEquals(List.of("ADDED e 1", "ADDED f 1"), told);
    told.clear();
    poll();

    assertEquals(List.of("GAP"), told);
  }

  @Test
  void itemsThatMovedOnHaveNotVanished() {
    String[] items = new String[30];
    for (int i = 0; i < 28; i++) {
      items[i] = "new" + i + "=1";
    }
    items[28] = "b=1";
    items[29] = "a=1";
    replaceDuringPoll(items);
    told.clear();
    poll();

    assertEquals("GAP", told.get(told.size() - 1));
    assertFalse(told.toString().contains("VANISHED"), told::toString);
  }

  @Test
  void refusesATakeOfZeroBeforeTheFirstPoll() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Watches.of(list, 1, 0, FakeList::state, state -> true, options));

    assertEquals(
        "Expected a first page of at least 0 and a take of at least 1, found page 1 and take 0",
        e.getMessage());
  }

  /** The third request of a poll reads the start again. */
  private void replaceDuringPoll(String... items) {
    list.requests = 0;
    list.beforeAnswer =
        () -> {
          if (list.requests == 3) {
            list.show(items);
          }
        };
    poll();
    list.beforeAnswer = () -> {};
  }

  private void poll() {
    options =
        options.toBuilder()
            .pollLimit(1L)
            .onPoll(position -> options = options.toBuilder().position(position).build())
            .build();
    list.watch(options, time).forEach(change -> told.add(change.toString()));
  }
}
