package ai.withcortex.client.internal.paging;

import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.PagingContractException;
import org.jspecify.annotations.Nullable;

/**
 * Stops a walk that stalls or nearly stalls, or whose server contradicts its own count. A few
 * contradictions are allowed because the list may change between two requests.
 */
final class ProgressCheck {
  /** The maximum number of consecutive responses without progress. */
  private static final int MOST_IDLE = 64;

  /**
   * The maximum number of requests, as a multiple of the number for an unchanging list. A hostile
   * list takes about five times as many.
   */
  private static final int MOST_EFFORT = 32;

  /**
   * The maximum growth of the list, as a multiple of its length at the start plus a constant for
   * short lists.
   */
  private static final long MOST_GROWTH = 8;

  private static final long GROWTH_OF_A_SHORT_LIST = 250;

  private static final int MOST_CONTRADICTIONS = 3;

  /**
   * The maximum number of consecutive refusals without a new item. This is enough to find the end
   * of a list that has become much shorter.
   */
  private static final int MOST_REFUSED = 16;

  /**
   * The number of windows that a position may be off by, because servers number pages differently.
   */
  private static final long LEEWAY = 2;

  private final WalkState state;

  /** The number of items read before this walk. */
  private final long earlier;

  private @Nullable Long countAtStart;
  private int idle;
  private int requests;
  private long furthest;
  private @Nullable Identity lastFirst;
  private int missing;
  private int uncounted;
  private int refused;

  ProgressCheck(WalkState state) {
    this.state = state;
    earlier = state.delivered + state.faulted;
  }

  /**
   * Records a response and returns the reason why the walk must stop, or null if it can continue.
   *
   * @param isFresh whether the response contained a new item; reading past the furthest point of an
   *     earlier pass also counts as progress
   */
  @Nullable PagingContractException check(
      Window asked, int greatestTake, boolean isFresh, long frontier, @Nullable Identity first) {
    // A list may have grown while the walk was not running.
    countAtStart = countAtStart == null ? state.countAtEnd : countAtStart;
    // If items are deleted as well, the walk reads more items than the list has at any time.
    long read = Math.max(frontier, state.delivered + state.faulted - earlier);
    if (countAtStart != null && read > MOST_GROWTH * (countAtStart + GROWTH_OF_A_SHORT_LIST)) {
      return new PagingContractException(
          String.format(
              "Page %d (take %d) reaches item %d of a list that had %d items at the start of the"
                  + " walk. The list grows faster than the walk reads it; try again at a quieter"
                  + " time.",
              asked.number, asked.take, read, countAtStart));
    }
    boolean isElsewhere = first != null && !first.equals(lastFirst);
    refused = isFresh ? 0 : refused;
    idle = isFresh || (isElsewhere && frontier > furthest) ? 0 : idle + 1;
    furthest = Math.max(furthest, frontier);
    lastFirst = first;
    requests++;
    if (idle <= MOST_IDLE && requests <= MOST_IDLE + MOST_EFFORT * (furthest / greatestTake + 1)) {
      return null;
    }
    return new PagingContractException(
        String.format(
            "The list has not ended after %d responses, up to page %d (take %d), and the last ones"
                + " had almost no new items. Either the server ignores the page number, or the list"
                + " changes faster than the walk reads it; try again at a quieter time.",
            requests, asked.number, asked.take));
  }

  /** Begins a second pass over the list, whose responses have few new items. */
  void startAgain() {
    idle = 0;
    requests = 0;
    furthest = 0;
  }

  /**
   * Records that the server refused a page after the first one. Returns whether this may mean that
   * the list ends before it.
   */
  boolean mayBePastEnd(CortexApiException refusal) {
    return FirstPage.doubt(refusal) == null && ++refused <= MOST_REFUSED;
  }

  /** Records that the list ended before its count. Returns null while this is plausible. */
  @Nullable PagingContractException endsEarly(Window window, long end, long count) {
    return ++missing > MOST_CONTRADICTIONS
        ? contradiction("Page %d (take %d) ends the list at item %d", window, end, count)
        : null;
  }

  /**
   * Records that the window has new items, possibly far beyond the count. Returns null while this
   * is plausible.
   */
  @Nullable PagingContractException goesOn(Window window, PageContent<?> answer, long end) {
    Long count = answer.count;
    if (count == null || !answer.isTakeConfirmed || window.start - LEEWAY * window.take <= count) {
      return null;
    }
    return ++uncounted > MOST_CONTRADICTIONS
        ? contradiction("Page %d (take %d) reaches item %d", window, end, count)
        : null;
  }

  /**
   * Returns the reason why a walk without overlaps cannot end, although a page has no new items.
   *
   * @param otherBase the number of the first page if it is not the presumed one
   */
  static PagingContractException endsWithout(
      Window window, long count, long received, int otherBase) {
    return new PagingContractException(
        String.format(
            "Page %d has no new items, but the server reports %d items and has sent only %d. If it"
                + " numbers pages from %d, start with page %4$d; otherwise, start over.",
            window.number, count, received, otherBase));
  }

  /** Returns the reason why a walk without overlaps cannot tell whether the list has ended. */
  static PagingContractException repeats(Window window, int repeated) {
    return new PagingContractException(
        String.format(
            "Page %d has the same items as the %d pages before it. Either the server ignores the"
                + " page number, or it repeats the last page; it is unknown whether the list has"
                + " ended.",
            window.number, repeated));
  }

  private static PagingContractException contradiction(
      String found, Window window, long end, long count) {
    return new PagingContractException(
        String.format(
            found
                + ", but its header pagination-count is %d. The server contradicts itself; report"
                + " this to its owner.",
            window.number,
            window.take,
            end,
            count));
  }
}
