package ai.withcortex.client.paging;

import java.util.Collections;
import java.util.List;

/**
 * Finds out whether page 1 starts the list: page 0 does not exist, or is the same one, and page 2
 * is not.
 *
 * <p>A walk that begins with page 1 learns that at its end; one that is resumed has to ask.
 */
final class StartCheck {
  private static final int MOST_ROUNDS = 3;

  private final int take;
  private Window asked;
  private List<Identity> zero = Collections.emptyList();
  private int rounds;
  private boolean isDone;

  StartCheck(int take) {
    this.take = take;
    asked = Window.of(0, take, 0);
  }

  Window next() {
    return asked;
  }

  boolean isDone() {
    return isDone;
  }

  /** Whether page 0 was another one each time. */
  boolean hasFailed() {
    return rounds == MOST_ROUNDS && !isDone;
  }

  void accept(Answer<?> answer) {
    List<Identity> items = answer.identities();
    if (asked.number == 0 && (answer.number == 1 || items.isEmpty())) {
      isDone = true;
    } else if (asked.number == 0) {
      zero = items;
      asked = Window.of(1, take, 1);
    } else if (asked.number == 1 && answer.number == 1 && items.equals(zero)) {
      // A server that goes back to its last page may have done so.
      asked = Window.of(2, take, 1);
    } else {
      isDone = asked.number == 2 && !items.equals(zero);
      rounds++;
      asked = Window.of(0, take, 0);
    }
  }
}
