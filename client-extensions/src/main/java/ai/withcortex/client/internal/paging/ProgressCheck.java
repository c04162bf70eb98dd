package ai.withcortex.client.internal.paging;

import ai.withcortex.core.error.PagingContractException;
import org.jspecify.annotations.Nullable;

/**
 * Stops a walk that stalls or nearly stalls, or whose server contradicts its own count. Since the
 * list may change between two requests, a few contradictions are allowed.
 */
final class ProgressCheck {
  /** After this many answers in a row without progress, the walk stops. */
  private static final int MOST_IDLE = 64;

  /**
   * The allowed multiple of the requests for an unchanging list; a hostile list takes about five
   * times.
   */
  private static final int MOST_EFFORT = 32;

  /**
   * The allowed growth as a multiple of the length at the start, plus a constant for short lists.
   */
  private static final long MOST_GROWTH = 32;

  private static final long GROWTH_OF_A_SHORT_LIST = 1_000;

  private static final int MOST_CONTRADICTIONS = 3;

  /** How many windows a position may be off: a server may number its pages differently. */
  private static final long LEEWAY = 2;

  private final WalkState state;
  private int idle;
  private int requests;
  private long furthest;
  private @Nullable Identity lastFirst;
  private int missing;
  private int uncounted;

  ProgressCheck(WalkState state) {
    this.state = state;
  }

  /**
   * Records an answer and returns why the walk must stop, or null.
   *
   * @param isFresh whether the answer contained a new item; reading past the furthest point of an
   *     earlier pass counts as progress, too
   */
  @Nullable PagingContractException check(
      Window asked, int greatestTake, boolean isFresh, long frontier, @Nullable Identity first) {
    Long countAtStart = state.countAtStart;
    if (countAtStart != null && frontier > MOST_GROWTH * (countAtStart + GROWTH_OF_A_SHORT_LIST)) {
      return new PagingContractException(
          String.format(
              "Page %d (take %d) reaches item %d of a list that had %d at the start of the walk. It"
                  + " grows faster than the walk reads it; read it at a quieter time.",
              asked.number, asked.take, frontier, countAtStart));
    }
    boolean isElsewhere = first != null && !first.equals(lastFirst);
    idle = isFresh || (isElsewhere && frontier > furthest) ? 0 : idle + 1;
    furthest = Math.max(furthest, frontier);
    lastFirst = first;
    requests++;
    if (idle <= MOST_IDLE && requests <= MOST_IDLE + MOST_EFFORT * (furthest / greatestTake + 1)) {
      return null;
    }
    return new PagingContractException(
        String.format(
            "The list has not ended after %d answers, up to page %d (take %d), and the last ones"
                + " had almost no new items. Either the server ignores the page number, or the list"
                + " changes faster than the walk reads it; read it at a quieter time.",
            requests, asked.number, asked.take));
  }

  /** Records that the list ended before its count; returns null while that is plausible. */
  @Nullable PagingContractException endsEarly(Window window, long end, long count) {
    return ++missing > MOST_CONTRADICTIONS
        ? contradiction("Page %d (take %d) ends the list at item %d", window, end, count)
        : null;
  }

  /**
   * Records that the window has new items; returns null while that is plausible, even far beyond
   * the count.
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
