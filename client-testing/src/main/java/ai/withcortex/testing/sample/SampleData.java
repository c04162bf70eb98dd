package ai.withcortex.testing.sample;

import ai.withcortex.model.Run;
import java.util.Collections;
import java.util.List;

/** The runs of a fictional workflow. Safe for use by several threads. */
public final class SampleData {
  /** A shop for garden tools that answers customers who want to return a product. */
  public static final SampleData CUSTOMER_RETURNS = new SampleData("customer-returns.json");

  /** A small library that describes its acquisitions and keeps a list of them. */
  public static final SampleData LIBRARY_ACQUISITIONS = new SampleData("library-acquisitions.json");

  private final SampleWorkflow workflow;
  private long seed;
  private List<Run> runs = Collections.emptyList();

  private SampleData(String file) {
    workflow = new SampleWorkflow(file);
  }

  /**
   * Returns the runs for a seed, oldest first. Keeps the runs of the last seed, since most tests
   * start many sandboxes with the same one.
   */
  public synchronized List<Run> runs(long seed) {
    if (runs.isEmpty() || seed != this.seed) {
      this.seed = seed;
      runs = Collections.unmodifiableList(new SampleRuns(workflow, seed).create());
    }
    return runs;
  }
}
