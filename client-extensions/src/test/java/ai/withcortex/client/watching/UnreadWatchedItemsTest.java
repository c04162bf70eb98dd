package ai.withcortex.client.watching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.withcortex.client.paging.FaultPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What polls tell that skip unreadable items; of an item that ends with ? the ID can be read, and
 * of one that ends with ! it cannot.
 */
final class UnreadWatchedItemsTest {
  private final FakeList list = new FakeList();
  private final FakeTimer time = new FakeTimer();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "c b a ; c b a?    ; c b a? ; c b a   | ''",
        "c b a ; c b a?    ; c b a=2          | CHANGED a 1 -> 2",
        "c b a ; c b a?    ; c b              | VANISHED a 1",
        "c b a ; c? b? a?  ; c b a            | ''",
        "c b a ; c? b? a?  ; d c b            | VANISHED a 1, ADDED d 1",
        // What is missing may be an item without an ID.
        "c b a ; c b a!                       | GAP",
        "c b a ; c a!                         | GAP",
        "c b a ; c! b! a!  ; c b a            | GAP, GAP",
        "c b a ; d x! c b a                   | ADDED d 1",
      })
  void tellsOfTheWholeList(String polls, String changes) {
    assertEquals(changes, told(polls, 200));
  }

  /** The list goes on behind the window of three items. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "d c b a ; d? c? b? a ; d c b a   | ''",
        "c b a   ; c? b? a?   ; d c b a   | ADDED d 1",
        "d c b a ; d c b? a?  ; d b a     | VANISHED c 1",
        "d c b a ; d c b!                 | GAP",
        "d c b a ; d c b! a   ; d c b a   | GAP, GAP",
        "d c b a ; d c! b a   ; d c b a   | GAP, ADDED c 1",
      })
  void tellsOfAWindow(String polls, String changes) {
    assertEquals(changes, told(polls, 3));
  }

  @Test
  void unreadableItemsCountAsRead() {
    Map<String, String> unread = new HashMap<>();
    for (int i = 0; i < 100; i++) {
      list.items.add("run" + i + "=1");
      unread.put(
          "run" + i, i % 2 == 0 ? "{\"id\":\"run" + i + "\"}" : "{\"name\":\"run" + i + "\"}");
    }
    list.unread = unread;
    WatchOptions options =
        WatchOptions.builder().window(20).faults(FaultPolicy.SKIP).pollLimit(1L).build();
    list.watch(options, time).forEach(change -> {});

    assertEquals(1, list.requests);
  }

  private String told(String polls, int window) {
    String[] lists = polls.split(";", -1);
    show(lists[0]);
    time.whileWaiting = () -> show(lists[time.waits.size()]);
    WatchOptions options =
        WatchOptions.builder()
            .window(window)
            .faults(FaultPolicy.SKIP)
            .pollLimit(lists.length)
            .build();
    List<String> told = new ArrayList<>();
    list.watch(options, time).forEach(change -> told.add(change.toString()));
    return String.join(", ", told);
  }

  private void show(String items) {
    Map<String, String> unread = new HashMap<>();
    List<String> shown = new ArrayList<>();
    for (String item : items.trim().split(" +", -1)) {
      String id = item.substring(0, 1);
      shown.add(item.contains("=") ? item : id + "=1");
      if (item.endsWith("?")) {
        unread.put(id, "{\"id\":\"" + id + "\"}");
      } else if (item.endsWith("!")) {
        unread.put(id, "{\"id\":1}");
      }
    }
    list.items = shown;
    list.unread = unread;
  }
}
