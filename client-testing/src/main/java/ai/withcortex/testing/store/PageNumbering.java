package ai.withcortex.testing.store;

/** Maps the page number in a request to a page. Immutable. */
public final class PageNumbering {
  /** Page numbers start at 1, and every page past the end is empty. */
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

  /** Returns a copy whose page numbers start at the given number. */
  public PageNumbering from(int first) {
    return new PageNumbering(first, knowsZero, isIgnored, repeatsLast);
  }

  /** Returns a copy that treats page 0 as the first page. */
  public PageNumbering knowingZero() {
    return new PageNumbering(first, true, isIgnored, repeatsLast);
  }

  /** Returns a copy that maps every number to the first page. */
  public PageNumbering ignored() {
    return new PageNumbering(first, knowsZero, true, repeatsLast);
  }

  /** Returns a copy that maps numbers past the end to the last page. */
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
   * Returns the number of the page to respond with.
   *
   * @param asked the requested number
   * @param following the number of pages after the first page
   */
  public int answered(int asked, int following) {
    if (isIgnored) {
      return first;
    }
    int page = Math.max(first, asked);
    return repeatsLast ? Math.min(page, first + following) : page;
  }
}
