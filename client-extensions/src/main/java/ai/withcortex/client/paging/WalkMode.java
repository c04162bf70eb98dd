package ai.withcortex.client.paging;

/** The way a walk reads the pages of a list that may change meanwhile. */
public enum WalkMode {
  /**
   * Reads overlapping windows: delivers every item that is in the list during the whole walk
   * exactly once, no matter which items are added or deleted between the requests.
   *
   * <p>For a list of 10,000 items that does not change, this takes 1.14 times the requests of
   * {@link #PLAIN} with a take of 100, and 1.4 times with a take of 20; deletions add more. To make
   * windows overlap, their takes vary, up to the requested take. If the server's counts do not
   * prove that page 1 is the first page, page 0 is requested once. If page 0 turns out to be the
   * first, the list is read again from there, and new items come last.
   */
  EXACT,

  /**
   * Reads page by page. An item that additions push to a later page is delivered once, but an item
   * that deletions pull to a page already read is silently lost.
   */
  PLAIN
}
