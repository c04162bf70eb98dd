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
  /** How often page 0 may fail before walks no longer request it. */
  private static final int MOST_FAILURES = 3;

  private volatile @Nullable Integer first;
  private volatile boolean isProven;
  private volatile boolean isInDoubt;
  private int failures;

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

  /** Returns whether walks start with page 1 because page 0 has failed too often. */
  boolean isInDoubt() {
    return isInDoubt;
  }

  /**
   * Records what a walk has found out.
   *
   * @param isProven false if page 0 has failed, so that the walk starts with page 1
   */
  synchronized void learn(int firstPage, boolean isProven) {
    if (isProven) {
      isInDoubt = false;
      this.isProven = true;
      first = firstPage;
    } else if (!this.isProven && ++failures == MOST_FAILURES) {
      isInDoubt = true;
      first = firstPage;
    }
  }
}
