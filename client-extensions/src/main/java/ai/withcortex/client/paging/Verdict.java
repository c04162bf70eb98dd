package ai.withcortex.client.paging;

/** The degree of completeness that a walk has proven. */
public enum Verdict {
  /** Everything was delivered, and there was no sign that the list changed during the walk. */
  COMPLETE,

  /**
   * The list changed during the walk, but every item that stayed in it throughout was delivered.
   */
  COMPLETE_WITH_DRIFT,

  /**
   * The walk has not reached the end of the list: it is still in progress, reached a limit, was
   * closed, or failed.
   */
  INCOMPLETE,

  /**
   * The walk reached the end, but it is not proven that all items were delivered, and in list
   * order. {@link Receipt#reason} explains why.
   */
  UNPROVABLE
}
