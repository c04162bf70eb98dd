package ai.withcortex.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The runs of one workflow, newest first, and their observations. Of runs with the same time, the
 * one added last comes first. Not safe for use by several threads.
 */
final class RunList {
  private final PlacedList<ListedRun> runs = new PlacedList<>();
  private final List<Observation> observations = new ArrayList<>();

  int size() {
    return runs.size();
  }

  void forEach(Consumer<ListedRun> action) {
    runs.forEach(action);
  }

  boolean contains(ListedRun run) {
    return indexOf(run) >= 0;
  }

  void observe(Observation observation) {
    observations.add(observation);
  }

  void add(ListedRun run) {
    addAt(firstIndexOf(run.createdAt()), run);
  }

  /** Adds a run whose time is known to fit the index. */
  void addAt(int index, ListedRun run) {
    runs.add(index, run);
    observations.forEach(observation -> observation.noteAdded(run.id()));
  }

  ListedRun removeAt(int index) {
    ListedRun removed = runs.remove(index);
    observations.forEach(observation -> observation.noteRemoved(removed.id()));
    return removed;
  }

  void remove(ListedRun run) {
    removeAt(indexOf(run));
  }

  /** Replaces a run by another one with the same time. */
  void replace(ListedRun old, ListedRun run) {
    runs.set(indexOf(old), run);
  }

  void clear() {
    if (!observations.isEmpty()) {
      runs.forEach(run -> observations.forEach(observation -> observation.noteRemoved(run.id())));
    }
    runs.clear();
  }

  /** Returns a time that fits an index from 0 to the size; null if only runs without a time fit. */
  @Nullable Instant timeAt(int index) {
    if (index == 0) {
      return TimeBetween.newerThan(size() == 0 ? null : createdAt(0));
    }
    return TimeBetween.of(createdAt(index - 1), index == size() ? null : createdAt(index));
  }

  /** Returns the answer to a request. */
  Listing list(RunsParameters parameters, PagingBehaviour behaviour) {
    if (!parameters.isFiltered()) {
      PageWindow window = parameters.window(behaviour, size());
      return new Listing(runs.copy(window.from(), window.to()), window);
    }
    List<ListedRun> accepted = runs.copyIf(parameters::accepts);
    PageWindow window = parameters.window(behaviour, accepted.size());
    return new Listing(accepted.subList(window.from(), window.to()), window);
  }

  private @Nullable Instant createdAt(int index) {
    return runs.copy(index, index + 1).get(0).createdAt();
  }

  /** Returns the index where the runs with this time start, or would start. */
  private int firstIndexOf(@Nullable Instant time) {
    return runs.firstIndex(run -> ListedRun.NEWEST_FIRST.compare(run.createdAt(), time) >= 0);
  }

  private int indexOf(ListedRun run) {
    Instant time = run.createdAt();
    int from = firstIndexOf(time);
    int to = runs.firstIndex(other -> ListedRun.NEWEST_FIRST.compare(other.createdAt(), time) > 0);
    int offset = runs.copy(from, to).indexOf(run);
    return offset < 0 ? offset : from + offset;
  }

  /** The runs of one page, and its window. */
  static final class Listing {
    final PageWindow window;
    private final List<ListedRun> runs;

    private Listing(List<ListedRun> runs, PageWindow window) {
      this.runs = runs;
      this.window = window;
    }

    /** Returns the runs as a JSON array. */
    String json(boolean isVerbose) {
      return runs.stream()
          .map(run -> run.json(isVerbose))
          .collect(Collectors.joining(",", "[", "]"));
    }
  }
}
