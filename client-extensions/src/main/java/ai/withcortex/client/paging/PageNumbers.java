package ai.withcortex.client.paging;

import org.jspecify.annotations.Nullable;

/**
 * What is known about the page numbers of a server: whether its lists start with page 0 or page 1.
 *
 * <p>If nothing is known, a walk that starts with a full page 1 also requests page 0, before it
 * delivers anything. What it learns is kept here. Share an instance among the sources of a server,
 * so that only the first walk sends this request. Thread-safe.
 */
public final class PageNumbers {
  private volatile @Nullable Integer first;
  private volatile boolean isProven;

  private PageNumbers(@Nullable Integer first) {
    this.first = first;
  }

  /** Returns an instance that knows nothing yet. */
  public static PageNumbers unknown() {
    return new PageNumbers(null);
  }

  /**
   * Returns an instance for lists that start with the given page. Walks do not check this before
   * they deliver items. If page 1 turns out not to be the first page at the end of a walk, the
   * items of page 0 come last, and the verdict is {@link Verdict#UNPROVABLE}.
   *
   * @param firstPage the number of the first page, 0 or 1
   */
  public static PageNumbers startingAt(int firstPage) {
    if (firstPage < 0 || firstPage > 1) {
      throw new IllegalArgumentException("firstPage must be 0 or 1 but is " + firstPage);
    }
    return new PageNumbers(firstPage);
  }

  /** Returns the number of the first page, or null if it is unknown. */
  @Nullable Integer first() {
    return first;
  }

  /** Returns whether responses of the server have proven the number. */
  boolean isProven() {
    return isProven;
  }

  void learn(int firstPage, boolean isProven) {
    this.isProven = isProven;
    first = firstPage;
  }
}
