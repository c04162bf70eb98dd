package ai.withcortex.client.paging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a first window with few items is when nothing tells: the whole list, or as much as
 * the server sends at once.
 *
 * <p>If the page after it has nothing new, and the first one then is the same as before, all its
 * items were there in between as well, and nothing else was.
 */
final class ShortList {
  /** From so many on, windows can be made to overlap. */
  static final int LONG_ENOUGH = 20;

  private final Window first;
  private final List<Identity> items;
  private final Window second;
  private @Nullable Window again;

  ShortList(Window first, Answer<?> answer, int base) {
    this.first = first;
    this.items = answer.identities();
    second = Window.of(base + 1, first.take, base);
  }

  /** What to ask for. */
  Window next() {
    return again == null ? second : again;
  }

  boolean isSecond(Window asked) {
    return asked == second;
  }

  /** The page after the first one had nothing new: looks at that once more. */
  void lookAgain() {
    again = first.copy();
  }

  boolean isShorterThan(Answer<?> answer) {
    return items.size() < answer.size();
  }

  /** Whether the answer has nothing that the first window has not. */
  boolean holdsAll(Answer<?> answer) {
    return items.containsAll(answer.identities());
  }

  boolean isUnchanged(Answer<?> answer) {
    return items.equals(answer.identities());
  }
}
