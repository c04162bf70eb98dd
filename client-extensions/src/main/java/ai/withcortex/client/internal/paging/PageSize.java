package ai.withcortex.client.internal.paging;

import ai.withcortex.core.error.PagingContractException;
import java.util.TreeSet;

/** Tracks which takes the server honors, and therefore what a short window means. */
final class PageSize {
  /** The reason why pages cannot overlap if the server uses its own page size. */
  static final String IGNORED = "the server ignores take, so pages cannot overlap";

  /** The largest take worth requesting. */
  int greatest;

  /** The length of the longest window, perhaps before the walk was resumed. */
  int longest;

  /** The length of the longest window since the walk was resumed. */
  private int longestNow;

  /** The takes for which the server has sent as many items. */
  private final TreeSet<Integer> honored = new TreeSet<>();

  /** Whether the server uses its own page size and ignores the requested one. */
  boolean isIgnored;

  /** Whether the last window was unexpectedly short, for an unknown reason. */
  boolean isCutPerhaps;

  PageSize(int take) {
    greatest = take;
  }

  /**
   * Returns the effective take of the response. If the server reduced the take, the next requests
   * also use the reduced value.
   */
  int observe(Window asked, PageContent<?> answer) {
    int size = answer.size();
    int effective = answer.isTakeConfirmed ? answer.take : asked.take;
    if (answer.isTakeConfirmed && (size > effective || effective < 1)) {
      throw new PagingContractException(
          String.format(
              "Page %d (take %d) has %d items, but its header pagination-take is %d. The server"
                  + " contradicts itself; report this to its owner.",
              asked.number, asked.take, size, effective));
    }
    if (size > effective || effective > asked.take) {
      isIgnored = true;
      effective = Math.max(size, effective);
    } else if (effective < asked.take) {
      // If a take was honored before but is not honored now, it was honored only by coincidence.
      isIgnored = asked.take <= longestNow;
      greatest = effective;
    }
    return effective;
  }

  /**
   * Returns whether the window ends before it is full, given its effective take. If the server does
   * not tell the take, or only repeats the requested one, {@link #check} tells whether this is
   * certain.
   */
  boolean isShort(Window asked, PageContent<?> answer, int effective) {
    int size = answer.size();
    isCutPerhaps = false;
    longestNow = Math.max(longestNow, size);
    longest = Math.max(longest, size);
    if (size == asked.take) {
      honored.add(size);
    }
    boolean isCounted = answer.count != null && answer.count <= asked.start + size;
    if (answer.isTakeProven(asked, longestNow) || (answer.isTakeConfirmed && isCounted)) {
      return size < effective;
    }
    if (asked.start == 0 && size > 0 && size < asked.take && honored.higher(size) == null) {
      // There is no take to read the first page again with, so the next page must tell.
      isCutPerhaps = true;
      return false;
    }
    if (asked.take <= longest) {
      return size < asked.take;
    }
    if (size < longest || size == 0) {
      return true;
    }
    // The window is as long as the longest one but shorter than requested, so the server may limit
    // takes to this length.
    isCutPerhaps = true;
    return false;
  }

  /**
   * Returns whether the server may have cut the short window, because it honors other takes, or
   * does not honor this one any more.
   *
   * @param isAsExpected whether the window has the known items that a window of this take would
   */
  boolean isDoubtful(Window asked, PageContent<?> answer, boolean isAsExpected) {
    return answer.size() > 0
        && !answer.isTakeProven(asked, longestNow)
        && !(isAsExpected && honored.contains(asked.take));
  }

  /**
   * Returns a check that the list ends in a short window.
   *
   * @param first the number of a page that is certainly the first one
   */
  EndCheck check(Window window, PageContent<?> answer, int first) {
    boolean isAgain = window.start == 0 && honored.higher(answer.size()) != null;
    int take = isAgain ? honored.last() : window.take;
    int number = isAgain ? window.number : first;
    Window asked = Window.of(number, take, number);
    return new EndCheck(window, answer.size(), answer.count, asked, false);
  }

  /** Records the length of the first page, with which a check ends. */
  void checked(EndCheck check, int size) {
    if (size == check.asked.take) {
      honored.add(size);
    } else if (check.isCut(size) && isLimit(check.take(size))) {
      believeCut(check.take(size));
    }
  }

  /** Returns whether the server may limit takes to the size, as no window has been longer. */
  boolean isLimit(int size) {
    return longestNow <= size;
  }

  /** Returns a take that the server uses as requested, given one that it uses instead of others. */
  int own(int size) {
    return honored.contains(greatest) ? greatest : size;
  }

  /** Returns the reason why pages cannot overlap at a position. */
  String gapAt(long position) {
    return "no page of up to "
        + greatest
        + " items starts before item "
        + position
        + " and ends after it";
  }

  void save(WalkState to) {
    to.take = greatest;
    to.longest = longest;
  }

  /** Records that a later window was longer, so the server did not limit this one. */
  void disbelieveCut(int size) {
    longest = Math.max(longest, size);
    isCutPerhaps = false;
  }

  /** Limits later requests to the length of a window. */
  void believeCut(int size) {
    greatest = Math.min(greatest, size);
    longest = size;
    isCutPerhaps = false;
  }
}
