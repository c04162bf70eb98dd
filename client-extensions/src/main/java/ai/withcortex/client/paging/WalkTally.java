package ai.withcortex.client.paging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a walk has delivered and seen so far. */
final class WalkTally {
  final IdentitySet delivered = new IdentitySet();
  long duplicates;

  /** How often an answer showed that the list had changed. */
  long drift;

  @Nullable Long countAtStart;
  @Nullable Long countAtEnd;

  void count(Answer<?> answer) {
    Long count = answer.count;
    if (count == null) {
      return;
    }
    if (countAtStart == null) {
      countAtStart = count;
    } else if (!count.equals(countAtEnd)) {
      drift++;
    }
    countAtEnd = count;
  }

  /** Adds what has not been delivered yet to the list. */
  <T> void take(Entry<T> entry, List<Entry<T>> fresh) {
    if (delivered.add(entry.identity)) {
      fresh.add(entry);
    } else {
      duplicates++;
    }
  }
}
