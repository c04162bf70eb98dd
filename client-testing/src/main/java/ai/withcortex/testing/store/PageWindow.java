package ai.withcortex.testing.store;

/** The part of a list that a page covers. Immutable. */
public final class PageWindow {
  private final int page;
  private final int take;
  private final long offset;
  private final int count;

  /**
   * @param page the number of the page
   * @param take the maximum number of items on a page
   * @param offset the number of items before the page, which can exceed the size of the list
   * @param count the number of items in the list
   */
  public PageWindow(int page, int take, long offset, int count) {
    this.page = page;
    this.take = take;
    this.offset = offset;
    this.count = count;
  }

  /** Returns the number of the page. */
  public int page() {
    return page;
  }

  /** Returns the maximum number of items on a page. */
  public int take() {
    return take;
  }

  /** Returns the number of items in the list. */
  public int count() {
    return count;
  }

  /** Returns the index of the first item. */
  public int from() {
    return (int) Math.min(offset, count);
  }

  /** Returns the index after the last item. */
  public int to() {
    return (int) Math.min(offset + take, count);
  }
}
