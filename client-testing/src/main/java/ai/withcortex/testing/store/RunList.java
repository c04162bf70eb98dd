package ai.withcortex.testing.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The runs of one workflow, newest first, and the observers of their IDs. Among runs with the same
 * time, the one added last comes first. Not thread-safe.
 */
final class RunList {
  private final List<ListedRun> runs = new ArrayList<>();
  private final List<Consumer<String>> additions = new ArrayList<>();
  private final List<Consumer<String>> removals = new ArrayList<>();

  int size() {
    return runs.size();
  }

  void forEach(Consumer<ListedRun> action) {
    runs.forEach(action);
  }

  boolean contains(ListedRun run) {
    return indexOf(run) >= 0;
  }

  void observe(Consumer<String> added, Consumer<String> removed) {
    additions.add(added);
    removals.add(removed);
  }

  void add(ListedRun run) {
    addAt(firstIndexOf(run.createdAt()), run);
  }

  /** Adds a run at an index that is known to match its time. */
  void addAt(int index, ListedRun run) {
    runs.add(index, run);
    additions.forEach(observer -> observer.accept(run.id()));
  }

  ListedRun removeAt(int index) {
    ListedRun removed = runs.remove(index);
    noteRemoved(removed);
    return removed;
  }

  void remove(ListedRun run) {
    removeAt(indexOf(run));
  }

  /** Replaces a run with a run that has the same time. */
  void replace(ListedRun old, ListedRun run) {
    runs.set(indexOf(old), run);
  }

  void clear() {
    runs.forEach(this::noteRemoved);
    runs.clear();
  }

  /**
   * Returns a time for a run inserted at an index from 0 to the size, or null if only a run without
   * a time fits there.
   *
   * @param now the time for the first index, unless the list has a newer run; null for one second
   *     after the newest run
   */
  @Nullable Instant timeAt(int index, @Nullable Instant now) {
    if (index == 0) {
      Instant newest = size() == 0 ? null : createdAt(0);
      boolean isNewest = now != null && !RunCourse.isAfter(newest, now);
      return isNewest ? now : InsertionTimes.newerThan(newest);
    }
    return InsertionTimes.of(createdAt(index - 1), index == size() ? null : createdAt(index));
  }

  /**
   * Returns one page of the list.
   *
   * @param filter selects the runs, or null to select all runs
   * @param paging returns the window of the page for the given number of runs
   */
  RunPage page(@Nullable Predicate<ListedRun> filter, IntFunction<PageWindow> paging) {
    if (filter == null) {
      PageWindow window = paging.apply(size());
      return new RunPage(new ArrayList<>(runs.subList(window.from(), window.to())), window);
    }
    List<ListedRun> accepted = runs.stream().filter(filter).collect(Collectors.toList());
    PageWindow window = paging.apply(accepted.size());
    return new RunPage(accepted.subList(window.from(), window.to()), window);
  }

  private void noteRemoved(ListedRun run) {
    removals.forEach(observer -> observer.accept(run.id()));
  }

  private @Nullable Instant createdAt(int index) {
    return runs.get(index).createdAt();
  }

  /** Returns the index at which the runs with the given time start or would start. */
  private int firstIndexOf(@Nullable Instant time) {
    return firstIndex(run -> ListedRun.NEWEST_FIRST.compare(run.createdAt(), time) >= 0);
  }

  private int indexOf(ListedRun run) {
    Instant time = run.createdAt();
    int from = firstIndexOf(time);
    int to = firstIndex(other -> ListedRun.NEWEST_FIRST.compare(other.createdAt(), time) > 0);
    int offset = runs.subList(from, to).indexOf(run);
    return offset < 0 ? offset : from + offset;
  }

  /** Finds the first matching run by binary search; all runs after it must match too. */
  private int firstIndex(Predicate<ListedRun> predicate) {
    int from = 0;
    for (int to = runs.size(); from < to; ) {
      int middle = (from + to) / 2;
      if (predicate.test(runs.get(middle))) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from;
  }
}
