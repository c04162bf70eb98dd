package ai.withcortex.testing.store;

import java.util.List;
import java.util.stream.Collectors;

/** The runs of one page, and its window. */
public final class RunPage {
  private final List<ListedRun> runs;
  private final PageWindow window;

  RunPage(List<ListedRun> runs, PageWindow window) {
    this.runs = runs;
    this.window = window;
  }

  /** Returns which part of the list it is. */
  public PageWindow window() {
    return window;
  }

  /** Returns the runs as a JSON array, with all their properties if it is verbose. */
  public String json(boolean isVerbose) {
    return runs.stream().map(run -> run.json(isVerbose)).collect(Collectors.joining(",", "[", "]"));
  }
}
