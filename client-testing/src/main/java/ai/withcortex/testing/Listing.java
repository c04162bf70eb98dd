package ai.withcortex.testing;

import java.util.List;

/** The runs of one page, and which page it is. */
final class Listing {
  private final List<ListedRun> runs;
  private final PageWindow window;

  Listing(List<ListedRun> runs, PageWindow window) {
    this.runs = runs;
    this.window = window;
  }

  PageWindow window() {
    return window;
  }

  /** The runs as a JSON array. */
  String json(boolean isVerbose) {
    StringBuilder json = new StringBuilder("[");
    for (ListedRun run : runs) {
      json.append(json.length() == 1 ? "" : ",").append(run.json(isVerbose));
    }
    return json.append(']').toString();
  }
}
