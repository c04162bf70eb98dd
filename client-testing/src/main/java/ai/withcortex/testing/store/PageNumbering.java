package ai.withcortex.testing.store;

/** Maps the page number of a request to a page. Immutable. */
public final class PageNumbering {
  /** Counts from 1, and every page past the end is empty. */
  public static final PageNumbering STANDARD = new PageNumbering(1, false, false, false);

  private final int first;
  private final boolean knowsZero;
  private final boolean isIgnored;
  private final boolean repeatsLast;

  private PageNumbering(int first, boolean knowsZero, boolean isIgnored, boolean repeatsLast) {
    this.first = first;
    this.knowsZero = knowsZero;
    this.isIgnored = isIgnored;
    this.repeatsLast = repeatsLast;
  }

  /** Counts from another number. */
  public PageNumbering from(int first) {
    return new PageNumbering(first, knowsZero, isIgnored, repeatsLast);
  }

  /** Treats page 0 as the first page. */
  public PageNumbering knowingZero() {
    return new PageNumbering(first, true, isIgnored, repeatsLast);
  }

  /** Answers every number with the first page. */
  public PageNumbering ignored() {
    return new PageNumbering(first, knowsZero, true, repeatsLast);
  }

  /** Answers numbers past the end with the last page. */
  public PageNumbering repeatingLast() {
    return new PageNumbering(first, knowsZero, isIgnored, true);
  }

  /** Returns the number of the first page. */
  public int first() {
    return first;
  }

  /** Returns the smallest accepted number. */
  public int least() {
    return knowsZero ? 0 : first;
  }

  /**
   * Returns the number of the page to answer with.
   *
   * @param following how many pages follow the first one
   */
  public int answered(int asked, int following) {
    if (isIgnored) {
      return first;
    }
    int page = Math.max(first, asked);
    return repeatsLast ? Math.min(page, first + following) : page;
  }
}
