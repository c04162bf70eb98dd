package ai.withcortex.client.paging;

/** Determines how a walk reads the pages of a list that may change during the walk. */
public enum WalkMode {
  /**
   * Reads overlapping windows. Every item that is in the list for the entire walk is delivered
   * exactly once, no matter which items are added or deleted between requests.
   *
   * <p>For an unchanging list of 10,000 items, this mode takes 1.14 times as many requests as
   * {@link #PLAIN} with a take of 100, and 1.4 times as many with a take of 20. Deletions add more
   * requests. To make windows overlap, the take varies between requests, up to the requested take.
   * If the server's counts do not prove that page 1 is the first page, page 0 is requested, in most
   * cases before anything is delivered. If it has to be delivered after page 1, the verdict is
   * {@link Verdict#UNPROVABLE}.
   *
   * <p>If the server does not let pages overlap, the walk goes on page by page, with what {@link
   * #PLAIN} says about lost and repeated items. The verdict is then {@link Verdict#UNPROVABLE}, and
   * the reason says so from then on.
   */
  EXACT,

  /**
   * Reads page by page. An item that additions push to a later page is delivered once, but an item
   * that deletions shift to a page that has already been read is silently lost. With prefetching, a
   * server may respond to requests in a different order, and then additions can have this effect,
   * too.
   *
   * <p>A resumed walk knows only the last 64 items before its checkpoint and those it delivers. If
   * the server's count grows by that much between two requests, the walk searches for these items
   * before it delivers anything. If that many items are added and the count does not show it,
   * earlier items can be delivered again.
   */
  PLAIN
}
