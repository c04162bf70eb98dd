package ai.withcortex.client.paging;

/** What a walk has proven. */
public enum Verdict {
  /** Everything was delivered, and nothing showed that the list changed meanwhile. */
  COMPLETE,

  /** The list changed meanwhile; everything that was in it all the time was delivered. */
  COMPLETE_WITH_DRIFT,

  /** The walk has not reached the end of the list: it goes on, or has failed. */
  INCOMPLETE,

  /** The end was reached, but whether something is missing cannot be known; the reason says why. */
  UNPROVABLE
}
