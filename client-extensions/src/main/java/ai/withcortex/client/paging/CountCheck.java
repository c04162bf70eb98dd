package ai.withcortex.client.paging;

import ai.withcortex.core.PagingContractException;
import org.jspecify.annotations.Nullable;

/**
 * Compares the server's count with what it sends. A list may change in between, so it may be wrong
 * a few times.
 */
final class CountCheck {
  private static final int MOST_CONTRADICTIONS = 3;

  /** By so many windows may places be wrong: a server may number its pages otherwise. */
  private static final long LEEWAY = 2;

  private int missing;
  private int uncounted;

  /** The list ends earlier than it was counted; null if that may be. */
  @Nullable PagingContractException endsEarly(Window window, long end, long count) {
    missing++;
    return missing > MOST_CONTRADICTIONS
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
    uncounted++;
    return uncounted > MOST_CONTRADICTIONS
        ? contradiction("Page %d (take %d) holds items up to number %d", window, end, count)
        : null;
  }

  private static PagingContractException contradiction(
      String found, Window window, long end, long count) {
    return new PagingContractException(
        String.format(found, window.number, window.take, end)
            + ", but its header pagination-count says "
            + count
            + ". The server contradicts itself; tell its owner.");
  }
}
