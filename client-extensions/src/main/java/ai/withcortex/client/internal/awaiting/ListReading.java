package ai.withcortex.client.internal.awaiting;

import ai.withcortex.model.Run;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Decides which pages of the list to read to find the runs that are due, or soon will be. Reads at
 * most one page for ten runs, including failed requests, so that getting the remaining runs one by
 * one costs hardly more than if no page had been read. Once all runs that are due have been found,
 * reads on only as long as each page shows ten others. Not thread-safe.
 */
final class ListReading {
  /** The number of runs for which reading a page may pay off. */
  static final int RUNS_PER_PAGE = 10;

  /** The IDs of the runs to find, each of which somebody waits for. */
  private final Set<String> missing;

  /** The IDs of those that are due. */
  private final Set<String> due;

  /** How many runs have been found since the last request. */
  private int found;

  /** The number of the first page, 0 or 1, or null if it is unknown. */
  @Nullable Integer firstPage;

  private int page;
  private int pagesLeft;
  private boolean isAtEnd;

  /** The runs on page 1 if the number of the first page is unknown. */
  private final Set<String> onPageOne = new HashSet<>();

  /** The page that is being requested. */
  CompletableFuture<ListedRuns> answer = new CompletableFuture<>();

  /** The request that finds out whether a page failed because the server is down, if any. */
  @Nullable RunRequest probe;

  /**
   * @param missing the IDs of the runs to find
   * @param due the IDs of those that are due
   */
  ListReading(Set<String> missing, Set<String> due, @Nullable Integer firstPage) {
    this.missing = missing;
    this.due = due;
    this.firstPage = firstPage;
    page = firstPage == null ? 1 : firstPage;
    pagesLeft = missing.size() / RUNS_PER_PAGE;
  }

  /** Returns whether nobody needs the pages any more. */
  boolean isDone() {
    return missing.isEmpty();
  }

  /** Returns whether to request another page. */
  boolean hasNext() {
    boolean paysOff = !due.isEmpty() || found >= RUNS_PER_PAGE;
    return paysOff && !missing.isEmpty() && pagesLeft > 0 && !isAtEnd;
  }

  /** Returns the number of the next page, which is the same as before if that page failed. */
  int next() {
    pagesLeft--;
    found = 0;
    answer = new CompletableFuture<>();
    return page;
  }

  /** Returns the ID of one of the runs to find. */
  String anyMissing() {
    return missing.iterator().next();
  }

  /** Takes note that nobody needs to find the run any more. */
  void remove(String id) {
    if (missing.remove(id)) {
      due.remove(id);
      found++;
    }
  }

  void read(ListedRuns listed) {
    if (firstPage != null) {
      page++;
      isAtEnd = listed.isEmpty();
    } else if (page == 1) {
      listed.runs.forEach(run -> onPageOne.add(run.id()));
      page = 0;
    } else {
      // A server that counts from 1 refuses page 0 or repeats page 1.
      long repeated = listed.runs.stream().map(Run::id).filter(onPageOne::contains).count();
      learn(repeated * 2 > listed.runs.size() ? 1 : 0);
    }
  }

  /** Takes note that the page cannot be read, and no later one will be, unless it is page 0. */
  void refuse() {
    if (firstPage == null && page == 0) {
      learn(1);
    } else {
      isAtEnd = true;
    }
  }

  private void learn(int first) {
    firstPage = first;
    page = 2;
    isAtEnd = onPageOne.isEmpty();
  }
}
