package ai.withcortex.client.internal.paging;

import ai.withcortex.core.error.CortexApiException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps track of which page is the first page of the list.
 *
 * <p>If a walk starts with page 1 and {@link StartSearch} has not proven that this is the first
 * page, it is proven if the server's count equals the number of items read by the end of the list.
 * Otherwise, page 0 is requested. The server then refuses it, sends page 1 again, or sends the
 * items before page 1. Only a page that is known to be the first page is read without an overlap.
 */
final class FirstPage {
  /** The reason for items that are delivered out of order. */
  static final String LATE = "page 0 has items, too, which were delivered after those of page 1";

  private static final String MAY_EXIST = "page 0 may exist: ";

  /** The reason if only its items suggest that page 0 is page 1. They may have moved there. */
  static final String UNTOLD =
      MAY_EXIST + "no response tells whether the page that the server sends for it is page 1";

  private static final int INTERNAL_SERVER_ERROR = 500;

  /** The presumed number of the page that contains the first item. */
  int base;

  /**
   * Whether it is certain that nothing comes before the first page, or the caller chose a different
   * start.
   */
  boolean isProven;

  /** Whether the meaning of page 1 is known. */
  boolean isBaseSure = true;

  /** Whether the walk started after the start of the list. */
  private boolean isElsewhere;

  /** Whether items before page 1 may be delivered after those of page 1. */
  boolean isLate;

  /**
   * Whether the meaning of page 1 was concluded from its items. They may have moved, so only page 0
   * is known to be the first page.
   */
  boolean isBaseGuessed;

  /** Whether a response for page 0 says that it is page 1. */
  boolean isZeroOne;

  private boolean isSecondPass;
  private @Nullable Window probe;

  /**
   * @param isSure whether it is certain that page 0 or 1 is the first page of the list
   */
  FirstPage(int firstPage, boolean isSure) {
    base = Math.min(firstPage, 1);
    isProven = firstPage != 1 || isSure;
    isElsewhere = firstPage > 1;
    if (firstPage == 0 && !isSure) {
      startAnew();
    }
  }

  /**
   * Returns null if the server understood and refused the request for page 0, or the reason why the
   * page may exist otherwise.
   */
  static @Nullable String doubt(CortexApiException refusal) {
    int status = refusal.status();
    boolean isRefusal =
        status >= 400 && status < 500 && status != 401 && status != 403 && !refusal.isRetryable();
    return isRefusal
        ? null
        : MAY_EXIST + "the server responded to the request for it with status " + status;
  }

  /** Returns whether the reason is only that page 0 may exist. */
  static boolean isDoubt(String reason) {
    return reason.startsWith(MAY_EXIST);
  }

  /**
   * Returns whether a request for page 0 failed for a reason that may pass and says nothing about
   * the page. A server that calculates with the number 0 may respond with status 500 each time.
   */
  static boolean isPassing(CortexApiException failure) {
    return failure.isRetryable() && failure.status() != INTERNAL_SERVER_ERROR;
  }

  /**
   * Returns whether the walk fails if page 0 does, because the failure may pass or the server's
   * count requires the page.
   */
  static boolean isFinal(CortexApiException failure, boolean isCounted) {
    return isPassing(failure) || (isCounted && doubt(failure) != null);
  }

  /** Returns the reason why items may be delivered out of order, or null if there is none. */
  @Nullable String disorder() {
    return isLate ? LATE : null;
  }

  boolean isStart(Window window) {
    boolean isFirst = isBaseGuessed ? window.number == 0 : window.start == 0;
    return isProven && !isElsewhere && isFirst;
  }

  /** Returns the number of a page that is certainly the first one. */
  int first() {
    return isBaseGuessed ? 0 : base;
  }

  /**
   * Returns the window that the response covers in the list.
   *
   * @param isAsExpected whether the response continues the items read so far as the page asked for
   *     would, whatever its number
   */
  Window placed(Window asked, PageContent<?> answer, int take, boolean isAsExpected) {
    if (asked.number == 0 && (base == 1 || isZeroOne) && isBaseGuessed) {
      // Page 0 has known items, so page 1 may follow it after all, or it is page 1.
      startAnew();
    }
    // If the page exists according to the server's count, the server has not fallen back to an
    // earlier page.
    boolean isCounted = answer.count != null && asked.start + asked.take < answer.count;
    boolean isThere = isAsExpected || isCounted;
    int told = Math.min(Math.max(base, answer.number), asked.number);
    return Window.of(isThere ? asked.number : told, take, base);
  }

  /**
   * Restores what was saved.
   *
   * @param isInside whether the walk goes on after the start of the list
   */
  void resume(WalkState saved, boolean isInside) {
    isElsewhere = isInside || saved.isElsewhere;
    isBaseGuessed = saved.isBaseGuessed;
  }

  void save(WalkState to) {
    to.base = base;
    to.isBaseProven = isProven;
    to.isElsewhere = isElsewhere;
    to.isBaseGuessed = isBaseGuessed;
    to.isSecondPass = isSecondPass;
  }

  Window probe(int take) {
    probe = Window.of(0, take, 0);
    return probe;
  }

  boolean isProbe(Window window) {
    return window == probe;
  }

  /**
   * Switches to page numbers starting at 0 if the server's count requires this, even though page 1
   * looked like page 0. Returns whether it switched.
   */
  boolean rebase(Window window, long uncounted) {
    if (!isBaseGuessed || base == 0 || uncounted != window.take) {
      return false;
    }
    base = 0;
    return true;
  }

  /** Records that the server responded to the probe, possibly with a refusal. */
  void probed() {
    probe = null;
    isProven = true;
  }

  /** Returns page 0 if page 1 was mistaken for the first page, or null otherwise. */
  @Nullable Window beforePageOne(Window window, int take) {
    if (!isBaseGuessed || window.number == 0) {
      return null;
    }
    startAnew();
    return Window.of(0, take, 0);
  }

  /**
   * Records that the list is read again from page 0. The items delivered so far come later.
   *
   * @param isLate whether items after page 0 have been delivered
   */
  void startSecondPass(WalkState state, boolean isLate) {
    state.recent.cut();
    isSecondPass = true;
    this.isLate = isLate;
  }

  /** Records that page 0 is the first page. It is not known yet whether page 1 follows page 0. */
  void startAnew() {
    base = 0;
    isBaseSure = false;
    isBaseGuessed = true;
  }

  /**
   * Returns the window with the page numbering implied by the response: page 1 either repeats page
   * 0 or follows it.
   */
  Window settle(Window window, int known, int size, long frontier) {
    if (isBaseSure || window.number != 1) {
      return window;
    }
    isBaseSure = true;
    long overlap = Math.max(0, frontier - window.start);
    base = isZeroOne || known - overlap > (size - overlap) / 2 ? 1 : 0;
    return Window.of(1, window.take, base);
  }

  /**
   * A first window with few items, which may be the whole list or the most that the server sends at
   * once.
   *
   * <p>If the next page has nothing new, and the first page is unchanged when it is read again, the
   * list contained exactly these items in between. A count of as many items is enough as well.
   */
  static final class ShortList {
    final Window first;
    final List<Identity> items;
    final boolean isCounted;
    Window second;

    ShortList(Window first, PageContent<?> answer, int base) {
      this.first = first;
      items = answer.identities();
      isCounted = answer.isCounted();
      second = Window.of(base + 1, first.take, base);
    }

    /** Returns whether the next page has nothing new. */
    boolean isWhole(PageContent<?> next) {
      return next.size() <= items.size() && items.containsAll(next.identities());
    }
  }
}
