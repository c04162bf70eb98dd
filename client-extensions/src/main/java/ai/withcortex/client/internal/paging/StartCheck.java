package ai.withcortex.client.internal.paging;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether a walk from page 1 started with the list. This is the case if page 0 does not
 * exist, or if its first item is the first one of the walk. It is likely if page 0 is the same as
 * page 1 each time and page 2 is different, or if the list has only one page, which comes for every
 * number.
 *
 * <p>A walk that starts with page 1 finds this out at the end of the list, but a resumed walk must
 * request these pages.
 */
final class StartCheck {
  private static final int MOST_ROUNDS = 3;

  private final int take;
  private final boolean isStartSure;
  private final @Nullable Identity first;
  Window asked;
  boolean isDone;

  /** Whether it is certain that nothing comes before the first item of the walk. */
  boolean isProven;

  /** Whether page 1 is certainly the first page of the list. */
  boolean isBaseKnown;

  private List<Identity> zero = Collections.emptyList();
  private List<Identity> one = Collections.emptyList();

  /** The page that came for all three numbers in the previous round, or an empty list. */
  private List<Identity> only = Collections.emptyList();

  /** Whether the response for page 0 says that it is page 1. Some servers count from 1 there. */
  private boolean isZeroOne;

  private int agreements;
  private int rounds;

  /**
   * @param saved the state of the walk that started with page 1
   */
  StartCheck(int take, WalkState saved) {
    this.take = take;
    isStartSure = saved.isBaseGuessed;
    first = saved.first;
    asked = Window.of(0, take, 0);
  }

  /** Returns whether page 0 has differed from page 1 too often. */
  boolean hasFailed() {
    return rounds == MOST_ROUNDS + agreements && !isDone;
  }

  /**
   * @param hasOtherNumbers whether the server tells other page numbers than it honors
   */
  void accept(PageContent<?> answer, boolean hasOtherNumbers) {
    List<Identity> items = answer.identities();
    if (asked.number == 1 && isZeroOne && answer.number == 1 && !hasOtherNumbers) {
      isBaseKnown = isProven = isDone = true;
    } else if (asked.number == 1 && (answer.number != 1 || !isSamePage(zero, items))) {
      // A server that falls back to its last page may have done so here.
      startRound();
    } else {
      isZeroOne = asked.number == 0 ? answer.number == 1 : isZeroOne;
      accept(items);
    }
  }

  /** Records that the page does not exist. */
  void ends() {
    accept(Collections.emptyList());
  }

  private void accept(List<Identity> items) {
    if (asked.number == 0) {
      boolean isFirst = !items.isEmpty() && items.get(0).equals(first);
      isBaseKnown = items.isEmpty() || (isFirst && isZeroOne);
      isProven = isBaseKnown || isFirst || isStartSure;
      isDone = isProven || (agreements > 0 && items.equals(one));
      zero = items;
      asked = Window.of(1, take, 1);
    } else if (asked.number == 1) {
      one = items;
      asked = Window.of(2, take, 1);
    } else {
      acceptTwo(items);
      startRound();
    }
  }

  private void acceptTwo(List<Identity> items) {
    agreements += isSamePage(one, items) ? 0 : 1;
    List<Identity> before = only;
    only = one.equals(zero) && items.equals(one) ? items : Collections.emptyList();
    boolean isOnly = !only.isEmpty() && only.equals(before);
    // Insertions may have moved page 0 to page 1 once, but hardly twice.
    isDone = isOnly || agreements > 1;
  }

  private void startRound() {
    rounds++;
    asked = Window.of(0, take, 0);
  }

  /**
   * Returns whether a page came again, perhaps with items inserted or deleted since. If insertions
   * moved its last items to the next page, that page starts with them.
   */
  static boolean isSamePage(List<Identity> page, List<Identity> items) {
    int before = 0;
    while (before < items.size() && !page.contains(items.get(before))) {
      before++;
    }
    return before < items.size() && page.indexOf(items.get(before)) <= before;
  }
}
