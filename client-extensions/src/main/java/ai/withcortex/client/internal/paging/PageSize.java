package ai.withcortex.client.internal.paging;

import ai.withcortex.core.error.PagingContractException;

/** Tracks which takes the server honors, and therefore what a short window means. */
final class PageSize {
  /** The reason why pages cannot overlap if the server uses its own page size. */
  static final String IGNORED = "the server ignores take, so pages cannot overlap";

  /** The largest take worth requesting. */
  int greatest;

  /** The length of the longest window. The server honors takes up to this length. */
  int longest;

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
      isIgnored = asked.take <= longest;
      greatest = effective;
    }
    return effective;
  }

  /** Returns whether the window ends before it is full, given its effective take. */
  boolean isShort(Window asked, PageContent<?> answer, int effective) {
    int size = answer.size();
    isCutPerhaps = false;
    longest = Math.max(longest, size);
    if (answer.isTakeConfirmed) {
      return size < effective;
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

  /** Limits later requests to the length of the longest window. */
  void believeCut() {
    greatest = Math.min(greatest, longest);
    isCutPerhaps = false;
  }
}
