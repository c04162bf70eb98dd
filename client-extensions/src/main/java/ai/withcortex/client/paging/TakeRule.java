package ai.withcortex.client.paging;

import ai.withcortex.core.PagingContractException;

/** What is known of the takes that the server honours, and so what a short window means. */
final class TakeRule {
  /** The greatest take that is worth asking for. */
  int greatest;

  /** How many items the longest window had: such a take is honoured. */
  int longest;

  /** Whether the server answers with a size of its own whatever is asked for. */
  boolean isIgnored;

  /** Whether the last window was shorter than asked for, and nothing tells why. */
  boolean isCutPerhaps;

  TakeRule(int take) {
    greatest = take;
  }

  /** The take that the answer has followed; where the server cuts a take down, so is the next. */
  int observe(Window asked, Answer<?> answer) {
    int size = answer.size();
    int effective = answer.isTakeConfirmed ? answer.take : asked.take;
    if (answer.isTakeConfirmed && (size > effective || effective < 1)) {
      throw new PagingContractException(
          String.format(
              "Page %d (take %d) holds %d items although its header pagination-take says %d."
                  + " The server contradicts itself; tell its owner.",
              asked.number, asked.take, size, effective));
    }
    if (size > effective || effective > asked.take) {
      isIgnored = true;
      effective = Math.max(size, effective);
    } else if (effective < asked.take) {
      // A take that was honoured before and is not now was not honoured then either.
      isIgnored = asked.take <= longest;
      greatest = effective;
    }
    return effective;
  }

  /** Whether the window, which followed that take, ends before it is full. */
  boolean isShort(Window asked, Answer<?> answer, int effective) {
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
    // As long as the longest, and shorter than asked for: the server may cut takes down to this.
    isCutPerhaps = true;
    return false;
  }

  /** Another window was longer, so it was not the server that cut this one. */
  void disbelieveCut(int size) {
    longest = Math.max(longest, size);
    isCutPerhaps = false;
  }

  /** From now on asks for no more than the longest window had. */
  void believeCut() {
    greatest = Math.min(greatest, longest);
    isCutPerhaps = false;
  }
}
