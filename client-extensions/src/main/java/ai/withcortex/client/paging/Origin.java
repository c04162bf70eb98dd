package ai.withcortex.client.paging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the page that starts the list.
 *
 * <p>A walk begins with page 1, since most servers count from there. Whether anything lies before
 * it is known when the server's count equals what was read up to the end, or when page 0 was asked
 * for: the server refuses it, or sends the same page, or what is before. Only a page that is known
 * to start the list is read without an overlap.
 */
final class Origin {
  /** The number of the page that holds the first item, as believed. */
  int base;

  /** Whether nothing lies before the first page, or nobody asked for it. */
  boolean isProven;

  /** Whether it is known what page 1 is. */
  boolean isBaseSure = true;

  /** Whether the walk does not reach back to the start of the list. */
  boolean isElsewhere;

  private boolean isBaseGuessed;
  private @Nullable Window probe;

  Origin(int firstPage) {
    base = Math.min(firstPage, 1);
    isProven = firstPage != 1;
    isElsewhere = firstPage > 1;
  }

  boolean isStart(Window window) {
    boolean isFirst = isBaseGuessed ? window.number == 0 : window.start == 0;
    return isProven && !isElsewhere && isFirst;
  }

  /** Where the answer stands in the list. */
  Window placed(Window asked, Answer<?> answer, int take) {
    // Where the page exists by the server's count, it has not gone back to an earlier one.
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
   * Whether the server's count shows that numbers begin with 0, although page 1 looked like page 0.
   */
  boolean rebase(Window window, long uncounted) {
    if (!isBaseGuessed || base == 0 || uncounted != window.take) {
      return false;
    }
    base = 0;
    return true;
  }

  /** The probe has its answer, be it a refusal. */
  void probed() {
    probe = null;
    isProven = true;
  }

  /** Page 0, which starts the list where page 1 was taken for it; null if it was not. */
  @Nullable Window beforePageOne(Window window, int take) {
    if (!isBaseGuessed || window.number == 0) {
      return null;
    }
    startAnew();
    return Window.of(0, take, 0);
  }

  /** Page 0 starts the list; whether page 1 is the next one is not known yet. */
  void startAnew() {
    base = 0;
    isBaseSure = false;
    isBaseGuessed = true;
  }

  /** The same window as the numbers are now believed: page 1 is page 0 again, or what follows. */
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
   * A first window with few items, of which nothing tells what it is: the whole list, or as much as
   * the server sends at once.
   *
   * <p>If the page after it has nothing new, and the first one then is the same as before, all its
   * items were there in between as well, and nothing else was.
   */
  static final class ShortList {
    final Window first;
    final List<Identity> items;
    final Window second;

    ShortList(Window first, Answer<?> answer, int base) {
      this.first = first;
      items = answer.identities();
      second = Window.of(base + 1, first.take, base);
    }
  }
}
