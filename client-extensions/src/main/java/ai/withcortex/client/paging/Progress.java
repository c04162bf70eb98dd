package ai.withcortex.client.paging;

import ai.withcortex.core.PagingContractException;
import org.jspecify.annotations.Nullable;

/**
 * Stops a walk that does not get on, or hardly, and one whose server does not keep to its count. A
 * list may change in between, so that may be wrong a few times.
 */
final class Progress {
  /** So many answers in a row without getting on are no walk any more. */
  private static final int MOST_IDLE = 64;

  /** So many times the requests of an unchanging list; a hostile one takes about five times. */
  private static final int MOST_EFFORT = 32;

  /** So many times as long may a list become, and a short one a little longer. */
  private static final long MOST_GROWTH = 32;

  private static final long GROWTH_OF_A_SHORT_LIST = 1_000;

  private static final int MOST_CONTRADICTIONS = 3;

  /** By so many windows may places be wrong: a server may number its pages otherwise. */
  private static final long LEEWAY = 2;

  private final WalkState state;
  private int idle;
  private int requests;
  private long furthest;
  private @Nullable Identity lastFirst;
  private int missing;
  private int uncounted;

  Progress(WalkState state) {
    this.state = state;
  }

  /**
   * Takes note of an answer and says why there is no going on, or null.
   *
   * @param isFresh whether it held something new; reading on where another pass has read before is
   *     getting on as well
   */
  @Nullable PagingContractException check(
      Window asked, int greatestTake, boolean isFresh, long frontier, @Nullable Identity first) {
    Long countAtStart = state.countAtStart;
    if (countAtStart != null && frontier > MOST_GROWTH * (countAtStart + GROWTH_OF_A_SHORT_LIST)) {
      return new PagingContractException(
          String.format(
              "Page %d (take %d) holds items up to number %d of a list that had %d when the walk"
                  + " began. It grows faster than it is read; read it when less happens.",
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
            "After %d answers, up to page %d (take %d), the list has not ended, and the last ones"
                + " held hardly anything new. Either the server ignores the page, or the list"
                + " changes faster than it is read; read it when less happens.",
            requests, asked.number, asked.take));
  }

  /** The list ends earlier than it was counted; null if that may be. */
  @Nullable PagingContractException endsEarly(Window window, long end, long count) {
    return ++missing > MOST_CONTRADICTIONS
        ? contradiction("Page %d (take %d) ends the list with item %d", window, end, count)
        : null;
  }

  /**
   * The window has items that are new; null if they may be there, although far beyond the count.
   */
  @Nullable PagingContractException goesOn(Window window, Answer<?> answer, long end) {
    Long count = answer.count;
    if (count == null || !answer.isTakeConfirmed || window.start - LEEWAY * window.take <= count) {
      return null;
    }
    return ++uncounted > MOST_CONTRADICTIONS
        ? contradiction("Page %d (take %d) holds items up to number %d", window, end, count)
        : null;
  }

  private static PagingContractException contradiction(
      String found, Window window, long end, long count) {
    return new PagingContractException(
        String.format(
            found
                + ", but its header pagination-count says %d. The server contradicts itself; tell"
                + " its owner.",
            window.number,
            window.take,
            end,
            count));
  }
}
