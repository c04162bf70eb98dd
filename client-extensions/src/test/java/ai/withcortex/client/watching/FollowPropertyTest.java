package ai.withcortex.client.watching;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.client.paging.FaultPolicy;
import ai.withcortex.client.paging.PageNumbers;
import ai.withcortex.core.UnreadElement;
import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.PagingContractException;
import ai.withcortex.core.json.JsonValue;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Watches lists whose items run to an end while newer ones push them out of a small window; {@code
 * -Dfollows=100000} watches more of them, {@code -Dfollow=17 -Dfollows=1} one of them again.
 */
final class FollowPropertyTest {
  private static final long FIRST = Long.getLong("follow", 0);

  /** 2,000 by default, and half as many as there are walks in the load tests. */
  private static final long FOLLOWS = Long.getLong("follows", Long.getLong("walks", 4_000) / 2);

  /** A window for the whole list, most often. */
  private static final int WIDE = 500;

  private static final List<WatchShape> SHAPES = List.of(WatchShape.values());
  private static final List<String> STATES = List.of("PENDING", "RUNNING", "DONE", "FAILED");

  @Test
  void everyEndIsToldOnceOrThereIsAGap() {
    int ends = 0;
    int pushedOut = 0;
    int gaps = 0;
    int vanished = 0;
    int wide = 0;
    for (long seed = FIRST; seed < FIRST + FOLLOWS; seed++) {
      Followed followed = new Followed(seed, seed % 2 != 0);
      ends += followed.ends;
      pushedOut += followed.pushedOut;
      gaps += followed.gaps;
      vanished += followed.vanished;
      wide += followed.window == WIDE ? 1 : 0;
    }
    String counts = ends + ", " + pushedOut + ", " + gaps + ", " + vanished + ", " + wide;
    assertTrue(
        FOLLOWS < 100
            || (ends > FOLLOWS * 10
                && pushedOut > FOLLOWS * 5
                && gaps > FOLLOWS / 20
                && vanished > FOLLOWS / 2
                && wide > FOLLOWS / 10),
        counts);
  }

  /**
   * An item without a readable ID, or one that an unproven poll reported, was told as added twice;
   * new items that an unproven poll did not find were never told.
   */
  @ParameterizedTest
  @ValueSource(longs = {9361, 10581, 17252})
  void watchesThatOnceWentWrong(long seed) {
    assertTrue(new Followed(seed, false).ends > 0);
  }

  /** One list and its watch, which is resumed now and then from a position it has saved. */
  private static final class Followed {
    private final SplittableRandom random;

    /** Draws what lists seldom do: they are replaced, and their items run again. */
    private final SplittableRandom seldom;

    private final FakeList list = new FakeList();
    private final FakeTimer time = new FakeTimer();
    private final String name;
    private final int window;
    private final int followLimit;
    private final int burst;

    /** The last state told of each item, or of those there at first, until it has vanished. */
    private final Map<String, String> told = new HashMap<>();

    /** The items told as added, and those there at first. */
    private final Set<String> added = new HashSet<>();

    private final Set<String> gone = new HashSet<>();

    /** Whether the list changes while a poll reads it. */
    private final boolean changesDuringPolls;

    /** The items that could not be read, and were not known then, until they are told. */
    private final Set<String> unread = new HashSet<>();

    /** Whether items that cannot be read do not tell their ID, so that a poll may prove nothing. */
    private final boolean hidesIds;

    /** Whether the whole list was in the window all the time. */
    private boolean isWhole = true;

    /** Whether the server has pages of its own kind, so that a poll may prove nothing. */
    private final boolean isOdd;

    /** Whether the list is emptied now and then, and items that have ended run again. */
    private final boolean isRare;

    private WatchOptions options;
    private boolean changes;
    private int left;
    private int created;

    int ends;
    int pushedOut;
    int gaps;
    int vanished;

    /**
     * @param isWild whether there may be changes that are rare
     */
    Followed(long seed, boolean isWild) {
      name = "seed " + seed;
      random = new SplittableRandom(seed);
      seldom = new SplittableRandom(~seed);
      list.isEnded = state -> STATES.indexOf(state) > 1;
      window = random.nextInt(4) == 0 ? WIDE : 1 + random.nextInt(12);
      followLimit = random.nextInt(4) == 0 ? 1 + random.nextInt(40) : 1_000;
      burst = 1 + random.nextInt(random.nextInt(4) == 0 ? 15 : 4);
      changesDuringPolls = random.nextBoolean();
      isOdd = random.nextBoolean();
      if (isOdd) {
        makeOdd();
      }
      hidesIds = random.nextInt(4) == 0;
      isRare = isWild && seldom.nextInt(3) == 0;
      for (int i = random.nextInt(30); i > 0; i--) {
        add();
      }
      options =
          WatchOptions.builder()
              .window(window)
              .followLimit(followLimit)
              .faults(FaultPolicy.deliver(this::meet))
              .build();
      drawUnread();
      added.addAll(states().keySet());
      list.beforeAnswer = () -> change(changesDuringPolls ? 1 : 0);
      changes = isWild && seldom.nextBoolean();
      readFirst();
      changes = true;
      time.whileWaiting =
          () -> {
            change(burst);
            drawUnread();
          };
      for (int i = 0; i < 6; i++) {
        try {
          read(3, random.nextBoolean() ? 1 + random.nextInt(6) : Integer.MAX_VALUE);
        } catch (PagingContractException e) {
          // The list changes too fast for short pages; the next watch goes on from there.
          assertTrue(isOdd && changesDuringPolls, name + ": " + e);
        } catch (CortexApiException e) {
          // The last poll of the limit failed; the next watch goes on from there.
          assertEquals(503, e.status(), name);
        }
        change(burst);
        drawUnread();
      }
      assertEveryEndIsTold();
    }

    /**
     * What is added during the first poll may be told or not, and what is in the list if that poll
     * proves nothing.
     */
    private void readFirst() {
      int before = created;
      try {
        read(1, Integer.MAX_VALUE);
      } catch (PagingContractException | CortexApiException e) {
        changes = false;
        read(1, Integer.MAX_VALUE);
      }
      told.putAll(known());
      boolean isProven = requireNonNull(options.position()).known.isProven();
      for (int i = isProven ? before : 0; i < created; i++) {
        unread.add("run" + i);
      }
      added.addAll(known().keySet());
      unread.removeAll(known().keySet());
    }

    private void makeOdd() {
      list.numbers = PageNumbers.unknown();
      list.firstPage = random.nextInt(2);
      list.take = 1 + random.nextInt(60);
      list.longest = random.nextBoolean() ? 1 + random.nextInt(30) : Integer.MAX_VALUE;
      list.ownTake = random.nextInt(3) == 0 ? 1 + random.nextInt(30) : 0;
      list.hidesNumber = random.nextInt(3) == 0;
      list.hidesTake = random.nextInt(3) == 0;
      list.hidesCount = random.nextInt(3) == 0;
      int failing = Math.max(0, random.nextInt(8) - 4);
      CortexApiException failure =
          CortexApiException.builder("GET /items", 503, "unavailable").build();
      list.pageZeroFailure = () -> changes && random.nextInt(4) < failing ? failure : null;
    }

    /** Makes none, some, the last, or all of the items unreadable. */
    private void drawUnread() {
      int share = random.nextInt(3) * random.nextInt(3);
      int readable = random.nextInt(4) == 0 ? random.nextInt(list.items.size() + 1) : 1_000;
      Map<String, String> drawn = new HashMap<>();
      for (int i = 0; i < list.items.size(); i++) {
        if (random.nextInt(8) < share || i >= readable) {
          String id = FakeList.id(list.items.get(i));
          drawn.put(id, "{\"" + (hidesIds ? "name" : "id") + "\":\"" + id + "\"}");
        }
      }
      list.unread = drawn;
    }

    private void meet(UnreadElement element) {
      JsonValue id = requireNonNull(element.json().get(hidesIds ? "name" : "id"));
      if (options.position() == null || !known().containsKey(id.asString())) {
        unread.add(id.asString());
      }
    }

    private void add() {
      list.items.add(0, "run" + created++ + "=" + STATES.get(random.nextInt(2)));
    }

    private void change(int most) {
      for (int i = changes ? random.nextInt(most + 1) : 0; i > 0; i--) {
        int kind = random.nextInt(20);
        int size = list.items.size();
        if (isRare && seldom.nextInt(40) == 0) {
          list.items.clear();
        } else if (kind < 9 || size == 0) {
          add();
        } else if (kind < 18) {
          progress(random.nextInt(size));
        } else {
          list.items.remove(random.nextInt(size));
        }
      }
      isWhole &= list.items.size() < window;
    }

    /** Brings an item to its next state, if it has one. */
    private void progress(int place) {
      String item = list.items.get(place);
      int state = STATES.indexOf(FakeList.state(item));
      if (isRare && seldom.nextInt(20) == 0) {
        list.items.set(place, FakeList.id(item) + "=RUNNING");
      } else if (state < 2) {
        String next = STATES.get(state + 1 + random.nextInt(2));
        list.items.set(place, FakeList.id(item) + "=" + next);
        pushedOut += place >= window ? 1 : 0;
      }
    }

    private void read(long polls, int most) {
      left = most;
      options = options.toBuilder().pollLimit(polls).onPoll(this::save).build();
      SHAPES
          .get(random.nextInt(SHAPES.size()))
          .read(
              list.watch(options, time),
              change -> {
                Set<String> before = known().keySet();
                save(change.position());
                hear(change, before);
                return --left > 0;
              });
    }

    private void save(WatchPosition position) {
      options = options.toBuilder().position(WatchPosition.of(position.text())).build();
    }

    private Map<String, String> known() {
      return requireNonNull(options.position()).known.states;
    }

    private void hear(Change<String> change, Set<String> before) {
      String id = change.id();
      String text = name + ": " + change;
      if (change.kind() == ChangeKind.GAP) {
        gaps++;
        assertTrue(isOdd || hidesIds || changesDuringPolls || mayBeMissed(before), text);
        // A reader lists the items again; the watch goes on with those that it knows.
        told.clear();
        told.putAll(known());
        if (isOdd || hidesIds) {
          added.clear();
          added.addAll(told.keySet());
        }
        return;
      }
      if (change.kind() == ChangeKind.ADDED) {
        boolean wasUnread = unread.remove(id);
        assertTrue(added.add(id) || wasUnread, text);
        assertTrue(!told.containsKey(id) || wasUnread, text);
      } else if (told.containsKey(id) && !mayRunAgain(id)) {
        assertEquals(told.get(id), change.stateBefore(), text);
      }
      if (change.kind() == ChangeKind.VANISHED) {
        assertTrue(gone.add(id), text);
        assertFalse(states().containsKey(id), text);
        told.remove(id);
        vanished++;
      } else {
        assertNotEquals(change.stateBefore(), change.state(), text);
        told.put(id, requireNonNull(change.state()));
        ends += list.isEnded.test(requireNonNull(change.state())) ? 1 : 0;
      }
    }

    /** Whether an item may have left the window after its end, and come back unfinished. */
    private boolean mayRunAgain(String id) {
      return isRare && list.isEnded.test(requireNonNull(told.get(id)));
    }

    /** Whether the window has no known item, or a poll stops at the limit. */
    private boolean mayBeMissed(Set<String> before) {
      if (isWhole) {
        return false;
      }
      List<String> first = list.items.stream().limit(window).map(FakeList::id).toList();
      return Collections.disjoint(first, before)
          || list.items.size() >= Math.max(window, followLimit);
    }

    private Map<String, String> states() {
      Map<String, String> states = new HashMap<>();
      list.items.forEach(item -> states.put(FakeList.id(item), FakeList.state(item)));
      return states;
    }

    private void assertEveryEndIsTold() {
      changes = false;
      time.whileWaiting = () -> {};
      list.unread = Map.of();
      read(2, Integer.MAX_VALUE);
      list.items.replaceAll(item -> FakeList.id(item) + "=DONE");
      read(2, Integer.MAX_VALUE);
      told.forEach(
          (id, state) ->
              assertTrue(list.isEnded.test(state), () -> name + ": " + id + " " + state));
      Set<String> ids = states().keySet();
      assertTrue(known().size() <= window, name);
      added.addAll(unread);
      assertTrue(gaps > 0 || added.containsAll(ids), name);
      assertTrue(gaps > 0 || !isWhole || ids.containsAll(told.keySet()), name);
    }
  }
}
