package ai.withcortex.client.paging;

/** How a walk reads the pages of a list that may change meanwhile. */
public enum WalkMode {
  /**
   * In windows that overlap: every item that is in the list during the whole walk is delivered
   * exactly once, whatever is added or deleted between the requests.
   *
   * <p>For a list of 10,000 items that does not change, it takes 1.14 times the requests of {@link
   * #PLAIN} with a take of 100, and 1.4 times with a take of 20; more the more is deleted
   * meanwhile. Windows have different takes, up to the one asked for, since that is what makes them
   * overlap. If the server's counts do not tell that page 1 is the first one, page 0 is asked for
   * once; if that turns out to be the first, the list is read again from there, and what is new
   * comes last.
   */
  EXACT,

  /**
   * Page by page: an item that additions push to a later page is delivered once, but one that
   * deletions pull to a page already read is lost, and nothing tells.
   */
  PLAIN
}
