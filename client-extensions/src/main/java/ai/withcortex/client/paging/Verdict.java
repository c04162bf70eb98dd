package ai.withcortex.client.paging;

/** The degree of completeness that a walk has proven. */
public enum Verdict {
  /** Everything was delivered, and there was no sign that the list changed during the walk. */
  COMPLETE,

  /** The list changed during the walk; every item that was in it all the time was delivered. */
  COMPLETE_WITH_DRIFT,

  /**
   * The walk has not reached the end of the list: it is still under way, hit a limit, was closed or
   * failed.
   */
  INCOMPLETE,

  /** The walk reached the end, but nothing proves that no item is missing; the reason says why. */
  UNPROVABLE
}
