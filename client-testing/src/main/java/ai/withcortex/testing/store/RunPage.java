package ai.withcortex.testing.store;

import java.util.List;
import java.util.stream.Collectors;

/** The runs on a page and the window of the page. */
public final class RunPage {
  private final List<ListedRun> runs;
  private final PageWindow window;

  RunPage(List<ListedRun> runs, PageWindow window) {
    this.runs = runs;
    this.window = window;
  }

  /** Returns the part of the list that the page covers. */
  public PageWindow window() {
    return window;
  }

  /** Returns the runs as a JSON array, with all properties in verbose mode. */
  public String json(boolean isVerbose) {
    return runs.stream().map(run -> run.json(isVerbose)).collect(Collectors.joining(",", "[", "]"));
  }
}
