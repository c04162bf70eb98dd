package ai.withcortex.client.watching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.withcortex.client.paging.FaultPolicy;
import ai.withcortex.client.paging.Verdict;
import ai.withcortex.client.watching.KnownItems.Reach;
import ai.withcortex.core.UnreadElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of an unfinished item that newer items push out of the window. */
final class FollowedItemsTest {
  private final FakeList list = new FakeList();
  private final FakeTimer time = new FakeTimer();
  private final List<String> told = new ArrayList<>();
  private int added;
  private WatchOptions options = WatchOptions.builder().window(5).build();

  FollowedItemsTest() {
    list.isEnded = state -> state.equals("DONE");
    for (int i = 0; i < 300; i++) {
      list.items.add("old" + i + "=DONE");
    }
    set(0, "run=RUNNING");
  }

  @ParameterizedTest
  @EnumSource(WatchShape.class)
  void anItemThatIsPushedOutIsFollowedToItsEnd(WatchShape shape) {
    time.whileWaiting =
        () -> {
          switch (time.waits.size()) {
            case 1, 2, 3 -> push(3);
            case 4 -> set(9, "run=WAITING");
            case 6 -> set(9, "run=DONE");
            default -> {}
          }
        };
    read(shape, 8);

    assertEquals(
        List.of(
            "ADDED new1 DONE",
            "ADDED new2 DONE",
            "ADDED new3 DONE",
            "ADDED new4 DONE",
            "ADDED new5 DONE",
            "ADDED new6 DONE",
            "ADDED new7 DONE",
            "ADDED new8 DONE",
            "ADDED new9 DONE",
            "CHANGED run RUNNING -> WAITING",
            "CHANGED run WAITING -> DONE"),
        told);
  }

  @Test
  void aResumedWatchFollowsItToo() {
    read(WatchShape.ASYNC, 1);
    push(9);
    read(WatchShape.ASYNC, 1);
    told.clear();
    set(9, "run=DONE");
    read(WatchShape.ASYNC, 1);

    assertEquals(List.of("CHANGED run RUNNING -> DONE"), told);
  }

  @Test
  void noItemIsMissedBeforeAFollowedOne() {
    time.whileWaiting = () -> push(100);
    read(WatchShape.ITERATOR, 3);

    assertEquals(200, told.size());
    assertEquals("ADDED new1 DONE", told.get(0));
    assertEquals("ADDED new200 DONE", told.get(199));
  }

  @Test
  void newItemsThatNeverWereInTheWindowAreFollowed() {
    read(WatchShape.ITERATOR, 1);
    list.items.add(0, "burst=RUNNING");
    push(9);
    set(10, "run=DONE");
    read(WatchShape.ITERATOR, 1);
    told.clear();
    set(9, "burst=DONE");
    read(WatchShape.ITERATOR, 1);

    assertEquals(List.of("CHANGED burst RUNNING -> DONE"), told);
  }

  @Test
  void aFollowedItemThatIsDeletedHasVanished() {
    read(WatchShape.ITERATOR, 1);
    push(9);
    read(WatchShape.ITERATOR, 1);
    told.clear();
    list.requests = 0;
    list.items.remove(9);
    read(WatchShape.ITERATOR, 1);

    assertEquals(List.of("VANISHED run RUNNING"), told);
    assertEquals(1, list.requests);
  }

  @Test
  void aDeletedItemBehindWhichNothingIsKnownHasVanishedIfTheListEnds() {
    list.items = new ArrayList<>(list.items.subList(0, 150));
    set(4, "last=RUNNING");
    read(WatchShape.ITERATOR, 1);
    list.items.remove(4);
    read(WatchShape.ITERATOR, 1);

    assertEquals(List.of("VANISHED last RUNNING"), told);
  }

  /** A poll of one item does not find the run that came after it. */
  @ParameterizedTest
  @CsvSource({
    "COMPLETE, [VANISHED run RUNNING]",
    "COMPLETE_WITH_DRIFT, [VANISHED run RUNNING]",
    "UNPROVABLE, [GAP]",
    "INCOMPLETE, [GAP]",
  })
  void onlyAWalkOfTheWholeListProvesThatAnItemHasVanished(Verdict verdict, String changes) {
    Map<String, String> states = new LinkedHashMap<>();
    states.put("old", "DONE");
    states.put("run", "RUNNING");
    KnownItems before = new KnownItems(Reach.WINDOW, states);
    PolledItems<String> polled = new PolledItems<>(list.watched(), before, options);
    polled.add("old=DONE");

    polled.end(verdict, verdict != Verdict.UNPROVABLE);

    assertEquals(changes, new ChangeDetector<>(before, polled, false, 1).changes.toString());
  }

  /** Pages of ten do not overlap, so a deletion between two of them hides the item of page 2. */
  @Test
  void anItemThatAnUnprovenPollDoesNotFindIsFollowedOn() {
    pushOutOnPagesOfTen();
    list.beforeAnswer = () -> deleteBeforeRequest(2);
    read(WatchShape.ITERATOR, 1);
    assertEquals(List.of("GAP"), told);
    told.clear();
    assertEquals("run=RUNNING", list.items.get(9));
    read(WatchShape.ITERATOR, 1);
    // Now the deleted item is missing.
    assertEquals(List.of("GAP"), told);
    told.clear();
    set(9, "run=DONE");
    read(WatchShape.ITERATOR, 1);

    assertEquals(List.of("CHANGED run RUNNING -> DONE"), told);
    assertEquals(5, size());
  }

  @Test
  void anItemThatTwoUnprovenPollsDoNotFindIsForgotten() {
    pushOutOnPagesOfTen();
    list.items.remove(10);
    read(WatchShape.ITERATOR, 1);
    assertEquals(List.of("GAP"), told);
    read(WatchShape.ITERATOR, 1);
    assertEquals(List.of("GAP", "GAP"), told);
    list.requests = 0;
    read(WatchShape.ITERATOR, 1);

    assertEquals(List.of("GAP", "GAP"), told);
    assertEquals(1, list.requests);
  }

  private void pushOutOnPagesOfTen() {
    list.items = new ArrayList<>(list.items.subList(0, 50));
    list.ownTake = 10;
    read(WatchShape.ITERATOR, 1);
    push(10);
    read(WatchShape.ITERATOR, 1);
    assertEquals(10, told.size());
    told.clear();
    list.requests = 0;
  }

  private void deleteBeforeRequest(int number) {
    if (list.requests == number) {
      list.items.remove(0);
    }
  }

  @Test
  void anItemBeyondTheLimitLeavesAGapOnceAndIsForgotten() {
    options = options.toBuilder().followLimit(40).build();
    read(WatchShape.ITERATOR, 1);
    push(39);
    read(WatchShape.ITERATOR, 1);
    assertEquals(39, told.size());
    told.clear();
    push(1);
    read(WatchShape.ITERATOR, 1);
    assertEquals(List.of("ADDED new40 DONE", "GAP"), told);
    told.clear();
    list.requests = 0;
    set(40, "run=DONE");
    push(1);
    read(WatchShape.ITERATOR, 1);

    assertEquals(List.of("ADDED new41 DONE"), told);
    assertEquals(1, list.requests);
  }

  @Test
  void aLimitWithinTheWindowFollowsNothing() {
    options = options.toBuilder().followLimit(1).build();
    read(WatchShape.ITERATOR, 1);
    push(4);
    read(WatchShape.ITERATOR, 1);
    assertEquals(4, told.size());
    push(1);
    read(WatchShape.ITERATOR, 1);

    assertEquals(List.of("ADDED new5 DONE", "GAP"), told.subList(4, told.size()));
  }

  @Test
  void theOthersAreFollowedBeyondAGap() {
    set(4, "last=RUNNING");
    options = options.toBuilder().followLimit(40).build();
    read(WatchShape.ITERATOR, 1);
    push(20);
    for (int i = 0; i < 20; i++) {
      list.items.add(24, "between" + i + "=DONE");
    }
    read(WatchShape.ITERATOR, 1);
    assertEquals(List.of("ADDED new20 DONE", "GAP"), told.subList(19, told.size()));
    told.clear();
    set(20, "run=DONE");
    read(WatchShape.ITERATOR, 1);

    assertEquals(List.of("CHANGED run RUNNING -> DONE"), told);
  }

  @Test
  void readsNoFurtherThanItMust() {
    set(25, "unseen=RUNNING");
    read(WatchShape.ITERATOR, 1);
    assertEquals(1, list.requests);

    push(10);
    assertEquals(1, requests());
    push(50);
    assertEquals(4, requests());
    assertEquals(4, requests());
    set(60, "run=DONE");
    assertEquals(4, requests());
    assertEquals(1, requests());
    assertEquals(5, size());
  }

  @Test
  void anItemThatCannotBeReadIsStillFollowed() {
    list.items = new ArrayList<>(list.items.subList(0, 10));
    List<UnreadElement> met = new ArrayList<>();
    options = options.toBuilder().faults(FaultPolicy.deliver(met::add)).build();
    read(WatchShape.ITERATOR, 1);
    push(9);
    read(WatchShape.ITERATOR, 1);
    told.clear();
    list.unread = Map.of("run", "{\"id\":\"run\"}");
    read(WatchShape.ITERATOR, 1);
    list.unread = Map.of();
    set(9, "run=DONE");
    read(WatchShape.ITERATOR, 1);

    assertEquals(List.of("CHANGED run RUNNING -> DONE"), told);
    assertEquals(1, met.size());
  }

  /** Reads up to the given number of polls, and goes on from there the next time. */
  private void read(WatchShape shape, long polls) {
    options =
        options.toBuilder()
            .pollLimit(polls)
            .onPoll(
                position -> {
                  WatchPosition saved = WatchPosition.of(position.text());
                  options = options.toBuilder().position(saved).build();
                })
            .build();
    shape.read(list.watch(options, time), change -> told.add(change.toString()));
  }

  private int requests() {
    list.requests = 0;
    read(WatchShape.ITERATOR, 1);
    return list.requests;
  }

  private int size() {
    WatchPosition position = options.position();
    return position == null ? 0 : position.size();
  }

  private void push(int count) {
    for (int i = 0; i < count; i++) {
      list.items.add(0, "new" + ++added + "=DONE");
    }
  }

  private void set(int place, String item) {
    list.items.set(place, item);
  }
}
