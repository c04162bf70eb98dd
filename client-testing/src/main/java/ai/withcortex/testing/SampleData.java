package ai.withcortex.testing;

import ai.withcortex.model.Run;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data a sandbox begins with; it follows from the seed alone. */
final class SampleData {
  static final String APP = "app_1";
  static final String WORKFLOW = "work_1";
  static final String APP_LESS = "c";
  static final String APP_LESS_WORKFLOW = "work_2";

  private SampleData() {}

  /**
   * Adds the runs of both workflows.
   *
   * @param seed null for a store without them
   * @param slimRuns how many of those to put into the first workflow instead; null for none
   */
  static void addTo(RunStore store, @Nullable Long seed, @Nullable Integer slimRuns) {
    if (slimRuns != null) {
      store.addSlim(slimRuns);
    } else if (seed != null) {
      add(store, new SampleRuns(new ReturnsDesk(), seed).create());
    }
    if (seed != null) {
      add(store, new SampleRuns(new ReadingList(), ~seed).create());
    }
  }

  /** Adds the oldest first, so that the later of two runs of the same time comes first. */
  private static void add(RunStore store, List<Run> newestFirst) {
    Collections.reverse(newestFirst);
    store.addAll(newestFirst);
  }
}
