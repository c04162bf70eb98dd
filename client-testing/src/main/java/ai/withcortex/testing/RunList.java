package ai.withcortex.testing;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The runs of one workflow, newest first. Of runs of the same time, the one added last comes first.
 * Not safe for use by several threads.
 */
final class RunList {
  private final PlacedList<ListedRun> runs = new PlacedList<>();

  int size() {
    return runs.size();
  }

  void forEach(Consumer<ListedRun> action) {
    runs.forEach(action);
  }

  boolean contains(ListedRun run) {
    return indexOf(run) >= 0;
  }

  void add(ListedRun run) {
    addAt(firstIndexOf(run.createdAt()), run);
  }

  /** Adds a run that is known to belong there by its time. */
  void addAt(int index, ListedRun run) {
    runs.add(index, run);
  }

  void remove(ListedRun run) {
    runs.remove(indexOf(run));
  }

  /** Puts a run in the place of another one of the same time. */
  void replace(ListedRun old, ListedRun run) {
    runs.set(indexOf(old), run);
  }

  void clear() {
    runs.clear();
  }

  /** What a request is to be answered with. */
  Listing list(RunsParameters parameters, PagingBehaviour behaviour) {
    if (!parameters.isFiltered()) {
      PageWindow window = parameters.window(behaviour, size());
      return new Listing(runs.copy(window.from(), window.to()), window);
    }
    List<ListedRun> accepted = runs.copyIf(parameters::accepts);
    PageWindow window = parameters.window(behaviour, accepted.size());
    return new Listing(accepted.subList(window.from(), window.to()), window);
  }

  /** Where the runs of a time begin, or would. */
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
}
