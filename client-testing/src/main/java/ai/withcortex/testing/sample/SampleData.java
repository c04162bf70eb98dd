package ai.withcortex.testing.sample;

import ai.withcortex.model.Run;
import java.util.Collections;
import java.util.List;

/** Provides the runs of a fictional workflow. Safe for use by multiple threads. */
public final class SampleData {
  /** A garden tool shop that replies to customers who want to return a product. */
  public static final SampleData CUSTOMER_RETURNS = new SampleData("customer-returns.json");

  /** A small library that describes and lists its acquisitions. */
  public static final SampleData LIBRARY_ACQUISITIONS = new SampleData("library-acquisitions.json");

  private final SampleWorkflow workflow;
  private long seed;
  private List<Run> runs = Collections.emptyList();

  private SampleData(String file) {
    workflow = new SampleWorkflow(file);
  }

  /**
   * Returns the runs for the given seed, oldest first. The runs for the most recent seed are
   * cached, because most tests start many sandboxes with the same seed.
   */
  public synchronized List<Run> runs(long seed) {
    if (runs.isEmpty() || seed != this.seed) {
      this.seed = seed;
      runs = Collections.unmodifiableList(new SampleRuns(workflow, seed).create());
    }
    return runs;
  }
}
