package ai.withcortex.testing;

import ai.withcortex.testing.store.RunStore;
import java.util.Random;

/**
 * A change to a list of runs, which adds or deletes one run. A {@link MutationScript} decides when
 * the change happens.
 *
 * <p>Positions start at 0 and refer to the complete list of a workflow, newest first, regardless of
 * the filters in a request. An inserted run is valid, has a new ID, and has one of several
 * statuses. Its {@code created_at} is between those of the neighboring runs. Immutable.
 */
public final class Mutation {
  /** Chooses one of the given number of positions, which can be 0. */
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

  /**
   * Inserts a run at the given index, which must be at least 0, or at the end if the list is
   * shorter.
   */
  public static Mutation insertAt(int index) {
    return new Mutation(
        true, "at " + Preconditions.requireAtLeast("index", 0, index), (places, random) -> index);
  }

  /** Inserts a run at the start, where new runs appear. */
  public static Mutation insertFirst() {
    return new Mutation(true, "first", FIRST);
  }

  /** Inserts a run at the end. */
  public static Mutation insertLast() {
    return new Mutation(true, "last", LAST);
  }

  /** Inserts a run at a random position; see {@link MutationScript#seed}. */
  public static Mutation insertAnywhere() {
    return new Mutation(true, "anywhere", ANYWHERE);
  }

  /**
   * Deletes the run at the given index, which must be at least 0. Does nothing if the list is
   * shorter.
   */
  public static Mutation deleteAt(int index) {
    return new Mutation(
        false, "at " + Preconditions.requireAtLeast("index", 0, index), (places, random) -> index);
  }

  /** Deletes the first run, if any. */
  public static Mutation deleteFirst() {
    return new Mutation(false, "first", FIRST);
  }

  /** Deletes the last run, if any. */
  public static Mutation deleteLast() {
    return new Mutation(false, "last", LAST);
  }

  /** Deletes a random run, if any; see {@link MutationScript#seed}. */
  public static Mutation deleteAnywhere() {
    return new Mutation(false, "anywhere", ANYWHERE);
  }

  /** Returns the type and position of the change, such as {@code insert at 5}. */
  @Override
  public String toString() {
    return (isInsertion ? "insert " : "delete ") + where;
  }

  /** Changes the runs of an existing workflow. */
  void makeIn(RunStore store, ListRunsPath path, Random random) {
    if (isInsertion) {
      store.insert(path.appId, path.workflowId, size -> index(size, random));
    } else {
      store.delete(path.appId, path.workflowId, size -> index(size, random));
    }
  }

  /**
   * Returns the index at which to insert or delete in a list of the given size, or -1 to do
   * nothing.
   */
  private int index(int size, Random random) {
    int places = isInsertion ? size + 1 : size;
    int index = place.of(places, random);
    if (index < places) {
      return index;
    }
    return isInsertion ? size : -1;
  }
}
