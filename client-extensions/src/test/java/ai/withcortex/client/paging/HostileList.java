package ai.withcortex.client.paging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A list that changes at random, and what is in it all the time. */
final class HostileList {
  private static final int MOST_CHANGES = 12;
  private static final int MOST_ADDED = 500;

  /** Where changes happen. */
  private enum Place {
    ANYWHERE,
    ADDITIONS_AT_THE_START,
    DELETIONS_AT_THE_START
  }

  private final SplittableRandom random;
  private final int mostChanges;
  private final Place place;
  private final boolean deletes;

  final List<String> items = new ArrayList<>();
  private Set<String> lasting = new HashSet<>();

  /** The places of the items that were in the list at the start of the walk. */
  private Map<String, Integer> places = new HashMap<>();

  private int sizeAtStart;
  private int added;

  HostileList(SplittableRandom random) {
    this.random = random;
    int size = random.nextInt(random.nextInt(5) == 0 ? 30 : 2001);
    for (int i = 0; i < size; i++) {
      items.add("item " + i);
    }
    mostChanges = random.nextInt(3) == 0 ? 0 : random.nextInt(MOST_CHANGES + 1);
    place = Place.values()[random.nextInt(3)];
    deletes = random.nextInt(4) > 0;
    begin();
  }

  /** Begins to observe the list for a walk. */
  void begin() {
    sizeAtStart = items.size();
    lasting = new HashSet<>(items);
    places = new HashMap<>();
    items.forEach(item -> places.put(item, places.size()));
  }

  /** Returns the place of an item in the order of the list, or null if it was added later. */
  @Nullable Integer place(String item) {
    return places.get(item);
  }

  boolean isUnchanging() {
    return mostChanges == 0;
  }

  int mostChanges() {
    return mostChanges;
  }

  /** Whether the list has become twice as long during a walk. */
  boolean hasDoubled() {
    return items.size() > 2 * sizeAtStart;
  }

  /** Whether items are deleted, which reading page by page does not notice. */
  boolean deletes() {
    return deletes && !isUnchanging();
  }

  /** What has been in the list all the time. */
  Set<String> lasting() {
    return lasting;
  }

  void change() {
    int additions = random.nextInt(mostChanges + 1);
    for (int i = 0; i < additions && !isFull(); i++) {
      add(placeOfAdditions());
    }
    int deletions = random.nextInt(mostChanges + 1);
    for (int i = 0; i < deletions && deletes && !items.isEmpty(); i++) {
      delete(placeOfDeletions());
    }
  }

  /** Without a count and deletions, walks with short pages would never end. */
  private boolean isFull() {
    return !deletes && added > MOST_ADDED;
  }

  private int placeOfAdditions() {
    return place == Place.ADDITIONS_AT_THE_START ? 0 : random.nextInt(items.size() + 1);
  }

  private int placeOfDeletions() {
    boolean isAtStart = place == Place.DELETIONS_AT_THE_START;
    return random.nextInt(isAtStart ? Math.min(items.size(), 50) : items.size());
  }

  private void add(int at) {
    items.add(at, "added " + added++);
  }

  private void delete(int at) {
    lasting.remove(items.remove(at));
  }

  @Override
  public String toString() {
    return items.size()
        + " items, changes "
        + mostChanges
        + ", "
        + place
        + (deletes ? ", deletes" : "");
  }
}
