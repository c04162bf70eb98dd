package ai.withcortex.client.internal.paging;

import ai.withcortex.core.error.CortexApiException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what comes before page 1 once the rest of the list has been read: page 0, and the items
 * that insertions have moved on from it.
 */
final class LateStart<T> {
  private final WalkState state;

  /** The items that came before page 1. */
  private final IdentitySet early = new IdentitySet();

  private final RepeatedPages repeats = new RepeatedPages();
  private @Nullable Window next;

  /** The reason why page 0 may exist, although the server did not send it. */
  private @Nullable String doubt;

  LateStart(WalkState state, int take) {
    this.state = state;
    next = Window.of(0, take, 0);
  }

  /** Returns the window to request now, or null if nothing else comes before page 1. */
  @Nullable Window next() {
    return next;
  }

  /** Returns whether there were items before page 1. */
  boolean hasItems() {
    return early.size() > 0;
  }

  @Nullable String unprovable() {
    return hasItems() ? FirstPage.LATE : doubt;
  }

  List<PageItem<T>> accept(Window asked, PageContent<T> answer) {
    List<PageItem<T>> fresh = new ArrayList<>();
    boolean isFirst = !hasItems();
    answer.place(0);
    boolean isPageOne = asked.number == 0 && answer.number == 1 && state.known.size() > 0;
    boolean isReached = answer.items.isEmpty() || isPageOne;
    for (int i = 0; i < answer.size() && !isReached; i++) {
      PageItem<T> item = answer.items.get(i);
      isReached = state.known.contains(item.identity) && !early.contains(item.identity);
      if (!isReached) {
        state.take(item, fresh);
        early.add(item.identity);
      }
    }
    if (isFirst && hasItems()) {
      state.recent.cut();
    }
    repeats.add(answer, !fresh.isEmpty());
    // If no item of page 1 is left, the list ends first.
    isReached |= repeats.isLastAgain(asked) || repeats.isTooMany();
    next = isReached ? null : Window.of(asked.number + 1, asked.take, 0);
    return fresh;
  }

  /**
   * Records that the server refused a page.
   *
   * @param isNeeded whether the server's count says that there are items before page 1
   * @return whether the walk can continue
   */
  boolean refused(Window asked, CortexApiException refusal, boolean isNeeded) {
    boolean isZero = asked.number == 0;
    if (FirstPage.isFinal(refusal, isZero && isNeeded)) {
      return false;
    }
    doubt = isZero ? FirstPage.doubt(refusal) : null;
    next = null;
    return true;
  }
}
