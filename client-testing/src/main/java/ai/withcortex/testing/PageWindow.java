package ai.withcortex.testing;

/** Which part of a list a page is. Immutable. */
final class PageWindow {
  private final int page;
  private final int take;
  private final long offset;
  private final int count;

  /**
   * @param page the number of the page
   * @param take how many items a page holds at most
   * @param offset how many items come before the page, perhaps more than there are
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

  /** The index of the first item. */
  int from() {
    return (int) Math.min(offset, count);
  }

  /** The index after the last item. */
  int to() {
    return (int) Math.min(offset + take, count);
  }
}
