package ai.withcortex.testing;

import static java.util.Objects.requireNonNull;

import ai.withcortex.model.Run;
import ai.withcortex.model.RunStatus;
import ai.withcortex.testing.store.RunStore;
import java.util.Random;

/**
 * A change to a list of runs, which adds, changes or deletes one run. A {@link MutationScript}
 * decides when the change happens.
 *
 * <pre>{@code
 * Run running = FakeRuns.run(1).toBuilder().status(RunStatus.RUNNING).endedAt(null).build();
 * sandbox.mutations(
 *     MutationScript.none()
 *         .beforeRequest(2, Mutation.insert(running))
 *         .beforeRequest(3, Mutation.changeStatus(running.id(), RunStatus.FAILED)));
 * }</pre>
 *
 * <p>Positions start at 0 and refer to the complete list of a workflow, newest first, regardless of
 * the filters in a request. A run that is inserted at a position is valid, has a new ID, and has
 * one of several statuses, so a request with a filter may not return it. Its {@code created_at} is
 * between those of the neighboring runs. {@link #insert} inserts a run of your own. Immutable.
 */
public final class Mutation {
  /** Chooses one of the given number of positions, which can be 0. */
  private interface Place {
    int of(int places, Random random);
  }

  /** Changes the runs of an existing workflow. */
  private interface Change {
    void makeIn(RunStore store, Route route, Random random);
  }

  private static final Place FIRST = (places, random) -> 0;
  private static final Place LAST = (places, random) -> places - 1;
  private static final Place ANYWHERE = (places, random) -> random.nextInt(Math.max(1, places));

  private final String description;
  private final Change change;

  private Mutation(String description, Change change) {
    this.description = description;
    this.change = change;
  }

  /**
   * Inserts the given run into the requested workflow, at the position that matches its {@code
   * created_at}, like {@link CortexSandbox#add}. If a run with the same ID already exists, the
   * inserted run gets a new ID.
   *
   * @throws IllegalArgumentException if a timestamp cannot be written
   */
  public static Mutation insert(Run run) {
    RunStore.requireWritable(requireNonNull(run, "run == null"));
    return new Mutation(
        "insert " + run.id(),
        (store, route, random) -> store.insert(route.appId(), route.workflowId(), run));
  }

  /**
   * Changes the status of a run in any workflow, like {@link CortexSandbox#changeStatus}. Does
   * nothing if no list contains a run with the given ID.
   */
  public static Mutation changeStatus(String id, RunStatus status) {
    requireNonNull(id, "id == null");
    requireNonNull(status, "status == null");
    return new Mutation(
        "change " + id + " to " + status.value(),
        (store, route, random) -> store.changeStatus(id, status));
  }

  /**
   * Inserts a run at the given index, which must be at least 0, or at the end if the list is
   * shorter.
   */
  public static Mutation insertAt(int index) {
    Preconditions.requireAtLeast("index", 0, index);
    return insertion("at " + index, (places, random) -> index);
  }

  /** Inserts a run at the start, where new runs appear. */
  public static Mutation insertFirst() {
    return insertion("first", FIRST);
  }

  /** Inserts a run at the end. */
  public static Mutation insertLast() {
    return insertion("last", LAST);
  }

  /** Inserts a run at a random position; see {@link MutationScript#seed}. */
  public static Mutation insertAnywhere() {
    return insertion("anywhere", ANYWHERE);
  }

  /**
   * Deletes the run at the given index, which must be at least 0. Does nothing if the list is
   * shorter.
   */
  public static Mutation deleteAt(int index) {
    Preconditions.requireAtLeast("index", 0, index);
    return deletion("at " + index, (places, random) -> index);
  }

  /** Deletes the first run, if any. */
  public static Mutation deleteFirst() {
    return deletion("first", FIRST);
  }

  /** Deletes the last run, if any. */
  public static Mutation deleteLast() {
    return deletion("last", LAST);
  }

  /** Deletes a random run, if any; see {@link MutationScript#seed}. */
  public static Mutation deleteAnywhere() {
    return deletion("anywhere", ANYWHERE);
  }

  /** Returns the type of the change and its position or run, such as {@code insert at 5}. */
  @Override
  public String toString() {
    return description;
  }

  /** Changes the runs of an existing workflow. */
  void makeIn(RunStore store, Route route, Random random) {
    change.makeIn(store, route, random);
  }

  private static Mutation insertion(String where, Place place) {
    return new Mutation(
        "insert " + where,
        (store, route, random) ->
            store.insert(
                route.appId(),
                route.workflowId(),
                size -> Math.min(place.of(size + 1, random), size)));
  }

  private static Mutation deletion(String where, Place place) {
    return new Mutation(
        "delete " + where,
        (store, route, random) ->
            store.delete(route.appId(), route.workflowId(), size -> deleted(place, size, random)));
  }

  /** Returns the index to delete in a list of the given size, or -1 to delete nothing. */
  private static int deleted(Place place, int size, Random random) {
    int index = place.of(size, random);
    return index < size ? index : -1;
  }
}
