package ai.withcortex.client.internal.awaiting;

import ai.withcortex.model.Run;
import java.util.List;
import java.util.Set;

/** A page of runs. */
public final class ListedRuns {
  final List<Run> runs;
  final Set<String> unread;

  /**
   * @param unread the IDs of the runs that cannot be read, as far as the IDs can
   */
  public ListedRuns(List<Run> runs, Set<String> unread) {
    this.runs = runs;
    this.unread = unread;
  }

  boolean isEmpty() {
    return runs.isEmpty() && unread.isEmpty();
  }
}
