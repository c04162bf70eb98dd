package ai.withcortex.testing;

/** The part of a list that a page covers. Immutable. */
final class PageWindow {
  private final int page;
  private final int take;
  private final long offset;
  private final int count;

  /**
   * @param page the number of the page
   * @param take the maximum number of items on a page
   * @param offset how many items come before the page, possibly more than there are
   * @param count how many items there are
   */
  PageWindow(int page, int take, long offset, int count) {
    this.page = page;
    this.take = take;
    this.offset = offset;
    this.count = count;
  }

  int page() {
    return page;
  }

  int take() {
    return take;
  }

  int count() {
    return count;
  }

  /** Returns the index of the first item. */
  int from() {
    return (int) Math.min(offset, count);
  }

  /** Returns the index after the last item. */
  int to() {
    return (int) Math.min(offset + take, count);
  }
}
