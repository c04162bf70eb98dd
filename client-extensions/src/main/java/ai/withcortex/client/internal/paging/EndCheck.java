package ai.withcortex.client.internal.paging;

import ai.withcortex.core.error.CortexApiException;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether a window that is shorter than requested is the last one, if the server tells
 * neither its take nor a count that confirms it.
 *
 * <p>The server may also have used a smaller take than requested. The first page, requested with
 * the same take, shows this. If page 1 does not have more items, page 0 may be the first page.
 */
final class EndCheck {
  final Window asked;
  final Window window;

  /** The count that came with the window. */
  final @Nullable Long count;

  private final int size;

  /** Whether page 0 is requested after page 1. */
  private final boolean isSecond;

  /**
   * @param window the window that is shorter than requested
   * @param size the number of items in it
   * @param asked the first page
   */
  EndCheck(Window window, int size, @Nullable Long count, Window asked, boolean isSecond) {
    this.window = window;
    this.size = size;
    this.count = count;
    this.asked = asked;
    this.isSecond = isSecond;
  }

  /** Returns whether the window itself is requested again, with a take that the server honors. */
  boolean isAgain() {
    return asked.take != window.take;
  }

  /** Returns the check that is needed after this one, or null if there is none. */
  @Nullable EndCheck next(int first) {
    boolean isOpen = !isAgain() && asked.number > 0 && first == size;
    Window zero = Window.of(0, window.take, 0);
    return isOpen ? new EndCheck(window, size, count, zero, true) : null;
  }

  /** Returns whether the walk can go on if the server refuses the request. */
  boolean mayFail(CortexApiException refusal) {
    return isSecond && !FirstPage.isPassing(refusal);
  }

  /** Returns whether the list ended in the window, because the first page has more items. */
  boolean isEnd(int first) {
    return first > size && first <= window.take;
  }

  /** Returns whether the window may be as long as the server allows. */
  boolean isCut(int first) {
    return next(first) == null && !isEnd(first) && (isSecond || first >= size);
  }

  /** Returns the take that the server has used, given the length of the first page. */
  int take(int first) {
    return Math.max(first, size);
  }

  /** Returns the number of items up to the end of the window. */
  long end(int first) {
    return window.start / window.take * take(first) + size;
  }

  /** Returns the reason why pages cannot overlap if the server does not honor the take. */
  String reason() {
    return "the server does not honor take " + window.take + ", so pages cannot overlap";
  }
}
