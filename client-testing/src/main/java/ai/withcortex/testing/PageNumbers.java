package ai.withcortex.testing;

/** Maps the page number of a request to a page. Immutable. */
final class PageNumbers {
  static final PageNumbers STANDARD = new PageNumbers(1, false, false, false);

  private final int first;
  private final boolean knowsZero;
  private final boolean isIgnored;
  private final boolean repeatsLast;

  private PageNumbers(int first, boolean knowsZero, boolean isIgnored, boolean repeatsLast) {
    this.first = first;
    this.knowsZero = knowsZero;
    this.isIgnored = isIgnored;
    this.repeatsLast = repeatsLast;
  }

  PageNumbers from(int first) {
    return new PageNumbers(first, knowsZero, isIgnored, repeatsLast);
  }

  PageNumbers knowingZero() {
    return new PageNumbers(first, true, isIgnored, repeatsLast);
  }

  PageNumbers ignored() {
    return new PageNumbers(first, knowsZero, true, repeatsLast);
  }

  PageNumbers repeatingLast() {
    return new PageNumbers(first, knowsZero, isIgnored, true);
  }

  int first() {
    return first;
  }

  /** Returns the smallest accepted number. */
  int least() {
    return knowsZero ? 0 : first;
  }

  /**
   * Returns the number of the page to answer with.
   *
   * @param following how many pages follow the first one
   */
  int answered(int asked, int following) {
    if (isIgnored) {
      return first;
    }
    int page = Math.max(first, asked);
    return repeatsLast ? Math.min(page, first + following) : page;
  }
}
