package ai.withcortex.testing.sample;

import ai.withcortex.model.Run;
import ai.withcortex.model.Workflow;
import ai.withcortex.model.WorkflowVersion;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Provides the runs of a fictional workflow. Safe for use by multiple threads. */
public final class SampleData {
  /** A garden tool shop that replies to customers who want to return a product. */
  public static final SampleData CUSTOMER_RETURNS = new SampleData("customer-returns.json");

  /** A small library that describes and lists its acquisitions. */
  public static final SampleData LIBRARY_ACQUISITIONS = new SampleData("library-acquisitions.json");

  private final SampleWorkflow workflow;
  private long seed;
  private @Nullable Instant now;
  private List<Run> runs = Collections.emptyList();

  private SampleData(String file) {
    workflow = new SampleWorkflow(file);
  }

  /** Returns the definition of the workflow. */
  public Workflow workflow() {
    return workflow.workflow();
  }

  /** Returns the saved versions of the workflow, newest first. */
  public List<WorkflowVersion> versions() {
    return workflow.allVersions();
  }

  /**
   * Returns the runs for the given seed, oldest first. The runs for the most recent seed are
   * cached, because most tests start many sandboxes with the same seed.
   *
   * @param now the time before which the runs were created, and after which the newest ones end;
   *     null for a fixed time at which the newest ones have not ended
   */
  public synchronized List<Run> runs(long seed, @Nullable Instant now) {
    if (runs.isEmpty() || seed != this.seed || !Objects.equals(now, this.now)) {
      this.seed = seed;
      this.now = now;
      runs = Collections.unmodifiableList(new SampleRuns(workflow, seed, now).create());
    }
    return runs;
  }
}
