package ai.withcortex.testing;

import java.util.Random;

/**
 * A change of a list of runs: one more or one less. A {@link MutationScript} says when it happens.
 *
 * <p>Places count in the whole list of a workflow, newest first, from 0 and whatever the filters of
 * a request. An inserted run is a valid one with an ID of its own; its {@code created_at} lies
 * between those of its neighbours, and it has one of several statuses. Immutable.
 */
public final class Mutation {
  /** Chooses one of so many places, of which there may be none. */
  private interface Place {
    int of(int places, Random random);
  }

  private static final Place FIRST = (places, random) -> 0;
  private static final Place LAST = (places, random) -> places - 1;
  private static final Place ANYWHERE = (places, random) -> random.nextInt(Math.max(1, places));

  private final boolean isInsertion;
  private final String where;
  private final Place place;

  private Mutation(boolean isInsertion, String where, Place place) {
    this.isInsertion = isInsertion;
    this.where = where;
    this.place = place;
  }

  /** One more run at an index of at least 0; at the end if the list is shorter than that. */
  public static Mutation insertAt(int index) {
    return new Mutation(
        true, "at " + Bounds.requireAtLeast("index", 0, index), (places, random) -> index);
  }

  /** One more run at the start, where a new run belongs. */
  public static Mutation insertFirst() {
    return new Mutation(true, "first", FIRST);
  }

  /** One more run at the end. */
  public static Mutation insertLast() {
    return new Mutation(true, "last", LAST);
  }

  /** One more run at a place that is drawn, see {@link MutationScript#seed}. */
  public static Mutation insertAnywhere() {
    return new Mutation(true, "anywhere", ANYWHERE);
  }

  /** The run at an index of at least 0 less; nothing happens if the list is shorter than that. */
  public static Mutation deleteAt(int index) {
    return new Mutation(
        false, "at " + Bounds.requireAtLeast("index", 0, index), (places, random) -> index);
  }

  /** The first run less, if there is one. */
  public static Mutation deleteFirst() {
    return new Mutation(false, "first", FIRST);
  }

  /** The last run less, if there is one. */
  public static Mutation deleteLast() {
    return new Mutation(false, "last", LAST);
  }

  /** Any run less, if there is one; it is drawn, see {@link MutationScript#seed}. */
  public static Mutation deleteAnywhere() {
    return new Mutation(false, "anywhere", ANYWHERE);
  }

  /** Tells what happens and where, such as {@code insert at 5}. */
  @Override
  public String toString() {
    return (isInsertion ? "insert " : "delete ") + where;
  }

  boolean isInsertion() {
    return isInsertion;
  }

  /** The index, in a list of that size, at which to insert or delete; -1 if there is none. */
  int index(int size, Random random) {
    int places = isInsertion ? size + 1 : size;
    int index = place.of(places, random);
    if (index < places) {
      return index;
    }
    return isInsertion ? size : -1;
  }
}
