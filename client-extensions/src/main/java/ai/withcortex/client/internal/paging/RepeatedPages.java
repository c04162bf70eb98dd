package ai.withcortex.client.internal.paging;

import ai.withcortex.core.error.PagingContractException;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a page means that has the same items as the one before it: some servers send the
 * last page for each later number, others ignore the page number.
 */
final class RepeatedPages {
  /** The reason why a list may go on after a page that comes again. */
  static final String DOUBT =
      "the server repeats its last page and sends no count, so there is no proof that the list"
          + " ends there";

  /**
   * The number of times in a row that a page may repeat the previous one. This happens when a full
   * page of items is added between requests.
   */
  private static final int MOST = 8;

  /** The items of the last page. */
  List<Identity> last = Collections.emptyList();

  /** Whether the last page has exactly the items of the one before it. */
  private boolean isSame;

  /** Whether the last page has the number of the one before it, and nothing new. */
  private boolean hasSameNumber;

  private int lastNumber;

  /** Whether a page had items after those of earlier pages, so the server respects page numbers. */
  boolean hasGoneOn;

  /** The number of pages in a row without anything new. */
  private int repeated;

  /** A part of a page that comes for each number, or null before it is requested. */
  private @Nullable Window part;

  /**
   * Records a page.
   *
   * @param hasNew whether the page has items that were on no earlier page
   */
  void add(PageContent<?> page, boolean hasNew) {
    List<Identity> before = last;
    last = page.identities();
    isSame = !last.isEmpty() && last.equals(before);
    hasSameNumber = page.number == lastNumber && !before.isEmpty() && !hasNew;
    lastNumber = page.number;
    // The last page also has no new items if insertions before it move some to it.
    boolean isMoved = page.count == null && !hasNew && page.isMostly(before);
    repeated = isSame || isMoved ? repeated + 1 : 0;
  }

  /** Returns whether the page tells that it is the last one, which came before. */
  boolean isLastAgain(Window asked) {
    return (isSame || hasSameNumber) && lastNumber < asked.number;
  }

  /** Forgets the last page, because the next one comes before it. */
  void forget() {
    last = Collections.emptyList();
  }

  /** Returns whether pages have come again more often than insertions explain. */
  boolean isTooMany() {
    return repeated > MOST;
  }

  /** Returns the part of the last page to request next. */
  Window part(int base) {
    Window half =
        last.size() == 1
            ? Window.of(base, 2, base)
            : Window.of(base + 1, (last.size() + 1) / 2, base);
    part = half;
    return half;
  }

  boolean isPart(Window window) {
    return window == part;
  }

  /** Returns whether a part of the last page is still awaited. */
  boolean awaitsPart() {
    return part != null;
  }

  /**
   * Returns whether the server respects page numbers, and so has only one page: the second half of
   * the page has a number, and no second item follows a single one.
   */
  boolean isOnlyPage(PageContent<?> part) {
    return last.size() == 1 ? part.size() == 1 : last.indexOf(part.first()) > 0;
  }

  /**
   * Returns the reason why the walk cannot tell whether the list has ended, or null if it can go on
   * or end.
   *
   * @param isEnd whether the list ends with the page according to its headers
   */
  @Nullable PagingContractException check(Window page, boolean isEnd) {
    // The last page also comes again if insertions move its items on.
    boolean isLast = isEnd && hasGoneOn;
    return !isLast && repeated > (isEnd ? 0 : MOST) ? ProgressCheck.repeats(page, repeated) : null;
  }
}
