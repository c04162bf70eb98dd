package ai.withcortex.testing;

import ai.withcortex.model.Workflow;
import ai.withcortex.model.WorkflowVersion;
import ai.withcortex.testing.sample.SampleData;
import ai.withcortex.testing.store.NumberedRun;
import ai.withcortex.testing.store.RunStore;
import ai.withcortex.testing.store.WorkflowCatalog;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Fills a sandbox with the data that it has by default. */
final class DefaultData {
  /** The number of workflows without runs, which are more than a page has by default. */
  private static final int SMALL_WORKFLOWS = 24;

  private DefaultData() {}

  /**
   * Adds workflows and their runs.
   *
   * @param seed the seed for generating runs, or null for no sample workflows
   * @param slimRuns the number of small runs, or null for runs of all kinds
   */
  static void add(
      RunStore store,
      WorkflowCatalog catalog,
      @Nullable Long seed,
      @Nullable Integer slimRuns,
      @Nullable Clock clock) {
    if (seed != null) {
      for (int number = SMALL_WORKFLOWS; number > 0; number--) {
        Workflow workflow = FakeWorkflows.workflow(number);
        store.addWorkflow(NumberedRun.APP, workflow.id());
        catalog.add(NumberedRun.APP, workflow);
      }
    }
    Instant now = clock == null ? null : clock.instant();
    if (slimRuns != null) {
      store.addNumbered(slimRuns);
    } else if (seed != null) {
      store.addAll(SampleData.CUSTOMER_RETURNS.runs(seed, now));
    }
    if (seed != null) {
      store.addAll(SampleData.LIBRARY_ACQUISITIONS.runs(~seed, now));
      define(catalog, NumberedRun.APP, SampleData.CUSTOMER_RETURNS);
      define(catalog, "c", SampleData.LIBRARY_ACQUISITIONS);
    }
  }

  private static void define(WorkflowCatalog catalog, String appId, SampleData data) {
    catalog.add(appId, data.workflow());
    for (WorkflowVersion version : data.versions()) {
      catalog.addVersion(appId, data.workflow().id(), version);
    }
  }
}
