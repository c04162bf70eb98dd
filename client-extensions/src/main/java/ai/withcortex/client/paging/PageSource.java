package ai.withcortex.client.paging;

/** Where pages come from: one call, one request. */
@FunctionalInterface
public interface PageSource<T> {
  /**
   * Fetches a page; blocks until it is there.
   *
   * @param number the number of the page
   * @param take how many items to ask for
   */
  Page<T> fetch(int number, int take);
}
