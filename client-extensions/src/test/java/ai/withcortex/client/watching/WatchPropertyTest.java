package ai.withcortex.client.watching;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Watches lists that change at random; {@code -Dwatches=100000} watches more of them. */
final class WatchPropertyTest {
  private static final long WATCHES = Long.getLong("watches", 500);
  private static final List<WatchShape> SHAPES = List.of(WatchShape.values());

  @Test
  void tellsExactlyWhatTwoPollsShow() {
    for (long seed = 0; seed < WATCHES; seed++) {
      Polls polls = new Polls(seed);
      assertEquals(polls.expected, polls.told, "seed " + seed);
    }
  }

  @Test
  void neitherRepeatsNorMissesWhenKilledAtAnyChange() {
    long kills = 0;
    long told = 0;
    for (long seed = 0; seed < WATCHES; seed++) {
      Killed killed = new Killed(seed);
      kills += killed.kills;
      told += killed.told;
    }
    assertTrue(kills > WATCHES * 5 && told > WATCHES * 20, kills + " kills, " + told + " changes");
  }

  /** A list of which changes are drawn. */
  private static class ChangingList {
    final SplittableRandom random;
    final FakeList list = new FakeList();
    private int added;

    ChangingList(long seed, int size) {
      random = new SplittableRandom(seed);
      for (int i = 0; i < size; i++) {
        list.items.add(newItem());
      }
    }

    private String newItem() {
      return "item" + added++ + "=" + random.nextInt(3);
    }

    /** Adds, changes or removes one of the first items. */
    void change(int places) {
      int size = Math.min(places, list.items.size());
      int kind = random.nextInt(3);
      if (kind == 0 || size == 0) {
        list.items.add(random.nextBoolean() ? 0 : random.nextInt(size + 1), newItem());
      } else if (kind == 1) {
        String id = FakeList.id(list.items.get(random.nextInt(size)));
        list.items.replaceAll(
            item -> FakeList.id(item).equals(id) ? id + "=" + random.nextInt(3) : item);
      } else {
        list.items.remove(random.nextInt(size));
      }
    }
  }

  /** Changes anywhere and of any number, but only between polls, so that all is known of them. */
  private static final class Polls extends ChangingList {
    /** The changes of each poll, sorted. */
    final List<List<String>> expected = new ArrayList<>();

    final List<List<String>> told = new ArrayList<>();
    private final int window;
    private List<String> current = new ArrayList<>();

    Polls(long seed) {
      super(seed, new SplittableRandom(~seed).nextInt(60));
      window = 1 + random.nextInt(45);
      int mostChanges = 1 + random.nextInt(random.nextInt(4) == 0 ? 80 : 10);
      FakeTimer time = new FakeTimer();
      time.whileWaiting = () -> changeAll(mostChanges);
      WatchOptions options =
          WatchOptions.builder().window(window).pollLimit(12L).onPoll(any -> endPoll()).build();
      expected.add(List.of());
      SHAPES
          .get(random.nextInt(SHAPES.size()))
          .read(list.watch(options, time), change -> current.add(change.toString()));
    }

    private void endPoll() {
      Collections.sort(current);
      told.add(current);
      current = new ArrayList<>();
    }

    private void changeAll(int most) {
      Map<String, String> before = states(list.items);
      for (int left = random.nextInt(most + 1); left > 0; left--) {
        change(list.items.size());
      }
      List<String> changes = expected(before, states(list.items));
      Collections.sort(changes);
      expected.add(changes);
    }

    private static Map<String, String> states(List<String> items) {
      Map<String, String> states = new LinkedHashMap<>();
      items.forEach(item -> states.put(FakeList.id(item), FakeList.state(item)));
      return states;
    }

    /** What is to be told, from all that was and is in the list, be it in the window or not. */
    private List<String> expected(Map<String, String> before, Map<String, String> now) {
      List<String> old = before.keySet().stream().limit(window).toList();
      List<String> seen = now.keySet().stream().limit(window).toList();
      boolean wasWhole = before.size() < window;
      boolean isWhole = now.size() < window;
      List<String> changes = new ArrayList<>();
      if (!seen.isEmpty() && Collections.disjoint(old, seen) && !(wasWhole && isWhole)) {
        changes.add("GAP");
        old = isWhole ? old : List.of();
        seen = List.of();
      }
      for (int i = 0; i < old.size(); i++) {
        String id = old.get(i);
        boolean isCertain = isWhole || !Collections.disjoint(old.subList(i, old.size()), seen);
        if (!now.containsKey(id) && isCertain) {
          changes.add("VANISHED " + id + " " + before.get(id));
        }
      }
      for (int i = 0; i < seen.size(); i++) {
        String id = seen.get(i);
        boolean isCertain = wasWhole || !Collections.disjoint(seen.subList(i, seen.size()), old);
        if (!before.containsKey(id) && isCertain) {
          changes.add("ADDED " + id + " " + now.get(id));
        } else if (old.contains(id) && !Objects.equals(now.get(id), before.get(id))) {
          changes.add("CHANGED " + id + " " + before.get(id) + " -> " + now.get(id));
        }
      }
      return changes;
    }
  }

  /**
   * Few changes in the first half of the window, also while a poll is under way, and a consumer
   * that dies now and then and goes on from the last position that it has saved.
   */
  private static final class Killed extends ChangingList {
    private static final int WINDOW = 120;

    private final String name;

    /** What was in the list before the first poll. */
    private final Set<String> there = new HashSet<>();

    private final FakeTimer time = new FakeTimer();

    /** The state of each item that was told or was there at first, until it has vanished. */
    private final Map<String, String> known = new HashMap<>();

    private final Set<String> added = new LinkedHashSet<>();
    private final Set<String> vanished = new LinkedHashSet<>();
    private WatchOptions options;
    private int left;
    private boolean changes = true;
    int kills;
    int told;

    Killed(long seed) {
      super(seed, new SplittableRandom(~seed).nextInt(300));
      name = "seed " + seed;
      list.items.forEach(item -> there.add(FakeList.id(item)));
      options =
          WatchOptions.builder()
              .window(WINDOW)
              .pollLimit(1L)
              .onPoll(position -> save(position))
              .build();
      read(Integer.MAX_VALUE);
      known.putAll(requireNonNull(options.position()).known.states);
      list.beforeAnswer = () -> changeAtMost(1);
      time.whileWaiting = () -> changeAtMost(3);
      for (int i = 0; i < 8; i++) {
        killAndGoOn();
      }
      changes = false;
      read(Integer.MAX_VALUE);
      assertNothingIsMissing();
    }

    private void changeAtMost(int most) {
      for (int i = changes ? random.nextInt(most + 1) : 0; i > 0; i--) {
        change(WINDOW / 2);
      }
    }

    /** Dies after some changes; what was left over of them comes before the next death. */
    private void killAndGoOn() {
      options = options.toBuilder().pollLimit(3L).build();
      read(1 + random.nextInt(5));
      options = options.toBuilder().pollLimit(1L).build();
      changeAtMost(3);
      read(Integer.MAX_VALUE);
    }

    private void read(int most) {
      left = most;
      SHAPES
          .get(random.nextInt(SHAPES.size()))
          .read(
              list.watch(options, time),
              change -> {
                hear(change);
                save(change.position());
                left--;
                kills += left == 0 ? 1 : 0;
                return left > 0;
              });
    }

    private void save(WatchPosition position) {
      WatchPosition saved = WatchPosition.of(position.text());
      options = options.toBuilder().position(saved).build();
    }

    private void hear(Change<String> change) {
      told++;
      String id = change.id();
      String text = name + ": " + change;
      assertNotEquals(ChangeKind.GAP, change.kind(), text);
      if (change.kind() == ChangeKind.ADDED) {
        assertTrue(added.add(id), text);
        assertFalse(known.containsKey(id), text);
      } else if (known.containsKey(id)) {
        assertEquals(known.get(id), change.stateBefore(), text);
      }
      if (change.kind() == ChangeKind.VANISHED) {
        assertTrue(vanished.add(id), text);
        assertFalse(isThere(id), text);
        known.remove(id);
      } else {
        assertNotEquals(change.state(), change.stateBefore(), text);
        known.put(id, change.state());
      }
    }

    private boolean isThere(String id) {
      return list.items.stream().anyMatch(item -> FakeList.id(item).equals(id));
    }

    private void assertNothingIsMissing() {
      Map<String, String> states = new HashMap<>();
      list.items.forEach(item -> states.put(FakeList.id(item), FakeList.state(item)));
      List<String> first = list.items.stream().limit(WINDOW / 2).map(FakeList::id).toList();
      assertTrue(states.keySet().containsAll(known.keySet()), name);
      for (String id : first) {
        assertEquals(states.get(id), known.getOrDefault(id, states.get(id)), name);
        assertTrue(
            known.containsKey(id) || there.contains(id), () -> name + ": " + id + " was not told");
      }
    }
  }
}
