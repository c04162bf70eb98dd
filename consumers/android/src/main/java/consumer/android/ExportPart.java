package consumer.android;

import ai.withcortex.api.RunQuery;
import ai.withcortex.client.CortexClient;
import ai.withcortex.client.paging.Checkpoint;
import ai.withcortex.client.paging.Verdict;
import ai.withcortex.client.paging.Walk;
import ai.withcortex.client.paging.WalkOptions;
import ai.withcortex.model.Run;
import org.jspecify.annotations.Nullable;

/** As much of an export as one job in the background may do. */
final class ExportPart {
  private ExportPart() {}

  /** Whether there is more to export. */
  static boolean export(CortexClient cortex, Store store, WalkOptions.Builder limits) {
    String saved = store.checkpoint();
    WalkOptions options = limits.checkpoint(saved == null ? null : Checkpoint.of(saved)).build();
    RunQuery query = RunQuery.builder().take(100).build();
    try (Walk<Run> walk = cortex.workflow("app_1", "work_1").runs(query).walk(options)) {
      while (walk.hasNext()) {
        store.save(walk.next(), walk.checkpoint().text());
      }
      return walk.receipt().verdict() == Verdict.INCOMPLETE;
    }
  }

  /** Where the app keeps its runs. */
  interface Store {
    /** What was saved with the last run; null before the first. */
    @Nullable String checkpoint();

    /** Saves both in one transaction. */
    void save(Run run, String checkpoint);
  }
}
