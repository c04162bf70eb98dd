package ai.withcortex.client.internal.paging;

import ai.withcortex.core.error.PagingContractException;

/** Tracks which takes the server honours, and thus what a short window means. */
final class PageSize {
  /** The largest take worth requesting. */
  int greatest;

  /** The length of the longest window; the server honours takes up to this. */
  int longest;

  /** Whether the server uses a page size of its own and ignores the requested one. */
  boolean isIgnored;

  /** Whether the last window was unexpectedly short, for an unknown reason. */
  boolean isCutPerhaps;

  PageSize(int take) {
    greatest = take;
  }

  /**
   * Returns the effective take of the answer; if the server reduced it, the next requests use it as
   * well.
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
      // If a take was honoured before and is not now, it was honoured only by coincidence.
      isIgnored = asked.take <= longest;
      greatest = effective;
    }
    return effective;
  }

  /** Returns whether the window, with this effective take, ends before it is full. */
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
    // As long as the longest window, and shorter than requested: the server may limit takes to
    // this.
    isCutPerhaps = true;
    return false;
  }

  /** Records that another window was longer, so the server did not limit this one. */
  void disbelieveCut(int size) {
    longest = Math.max(longest, size);
    isCutPerhaps = false;
  }

  /** From now on requests no more than the length of the longest window. */
  void believeCut() {
    greatest = Math.min(greatest, longest);
    isCutPerhaps = false;
  }
}
