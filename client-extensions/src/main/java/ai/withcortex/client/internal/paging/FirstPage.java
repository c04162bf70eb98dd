package ai.withcortex.client.internal.paging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps track of which page starts the list.
 *
 * <p>A walk begins with page 1, since most servers count from there. There is proof that nothing
 * lies before it when the server's count equals the number of items read up to the end, or when
 * page 0 was requested: the server refuses page 0, sends page 1 again, or sends the items before
 * it. Only a page that is known to start the list is read without an overlap.
 */
final class FirstPage {
  /** The presumed number of the page that holds the first item. */
  int base;

  /** Whether nothing lies before the first page, or the caller chose another start. */
  boolean isProven;

  /** Whether the meaning of page 1 is known. */
  boolean isBaseSure = true;

  /** Whether the walk does not reach back to the start of the list. */
  boolean isElsewhere;

  private boolean isBaseGuessed;
  private @Nullable Window probe;

  FirstPage(int firstPage) {
    base = Math.min(firstPage, 1);
    isProven = firstPage != 1;
    isElsewhere = firstPage > 1;
  }

  boolean isStart(Window window) {
    boolean isFirst = isBaseGuessed ? window.number == 0 : window.start == 0;
    return isProven && !isElsewhere && isFirst;
  }

  /** Returns the window at the answer's position in the list. */
  Window placed(Window asked, PageContent<?> answer, int take) {
    // If the server's count says that the page exists, the server has not fallen back to an earlier
    // one.
    boolean isThere = answer.count != null && asked.start + asked.take < answer.count;
    int told = Math.min(Math.max(base, answer.number), asked.number);
    return Window.of(isThere ? asked.number : told, take, base);
  }

  Window probe(int take) {
    probe = Window.of(0, take, 0);
    return probe;
  }

  boolean isProbe(Window window) {
    return window == probe;
  }

  /**
   * Switches to numbers from 0 if the server's count requires it, although page 1 looked like page
   * 0; returns whether it did.
   */
  boolean rebase(Window window, long uncounted) {
    if (!isBaseGuessed || base == 0 || uncounted != window.take) {
      return false;
    }
    base = 0;
    return true;
  }

  /** Records that the probe was answered, possibly by a refusal. */
  void probed() {
    probe = null;
    isProven = true;
  }

  /**
   * Returns page 0, if it starts the list and page 1 was mistaken for the start; null otherwise.
   */
  @Nullable Window beforePageOne(Window window, int take) {
    if (!isBaseGuessed || window.number == 0) {
      return null;
    }
    startAnew();
    return Window.of(0, take, 0);
  }

  /** Records that page 0 starts the list; whether page 1 follows it is not known yet. */
  void startAnew() {
    base = 0;
    isBaseSure = false;
    isBaseGuessed = true;
  }

  /**
   * Returns the window with the numbering that the answer implies: page 1 either repeats page 0 or
   * follows it.
   */
  Window settle(Window window, int known, int size, long frontier) {
    if (isBaseSure || window.number != 1) {
      return window;
    }
    isBaseSure = true;
    long overlap = Math.max(0, frontier - window.start);
    base = known - overlap > (size - overlap) / 2 ? 1 : 0;
    return Window.of(1, window.take, base);
  }

  /**
   * A first window with few items that may be the whole list, or as much as the server sends at
   * once.
   *
   * <p>If the page after it has nothing new, and the first page is then the same as before, all its
   * items were in the list in between as well, and no others were.
   */
  static final class ShortList {
    final Window first;
    final List<Identity> items;
    final Window second;

    ShortList(Window first, PageContent<?> answer, int base) {
      this.first = first;
      items = answer.identities();
      second = Window.of(base + 1, first.take, base);
    }
  }
}
