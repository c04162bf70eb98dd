package ai.withcortex.client.paging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a walk has delivered and seen so far, before it was resumed included. */
final class WalkTally {
  /** What was delivered or is about to be; in a resumed walk, only the last of what was before. */
  final IdentitySet known = new IdentitySet();

  final Tail tail;
  long delivered;
  long faulted;
  long duplicates;

  /** How often an answer showed that the list had changed. */
  long drift;

  /** How many items lie before what comes next, as far as the walk can tell. */
  long position;

  /** Requests and retries before the walk was resumed. */
  long earlierRequests;

  long earlierRetries;
  @Nullable Long countAtStart;
  @Nullable Long countAtEnd;

  /**
   * @param hasOldAnswers whether answers may be made in another order than they are read in
   */
  WalkTally(boolean hasOldAnswers) {
    tail = new Tail(hasOldAnswers);
  }

  /** Goes on with what a checkpoint says. */
  void restore(CheckpointState state) {
    position = state.position;
    delivered = state.delivered;
    faulted = state.faulted;
    duplicates = state.duplicates;
    drift = state.drift;
    earlierRequests = state.requests;
    earlierRetries = state.retries;
    countAtStart = state.countAtStart;
    countAtEnd = state.countAtEnd;
    tail.restore(state.items, state.unseen, state.isWhole, state.isUncertain);
    state.items.forEach(known::add);
  }

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

  /** Adds what is not known yet to the list. */
  <T> void take(Entry<T> entry, List<Entry<T>> fresh) {
    if (known.add(entry.identity)) {
      fresh.add(entry);
    } else {
      duplicates++;
    }
  }

  /** The entry is handed out. */
  void delivered(Entry<?> entry) {
    delivered++;
    pass(entry);
  }

  /** The entry is left out, since it cannot be read. */
  void faulted(Entry<?> entry) {
    faulted++;
    pass(entry);
  }

  private void pass(Entry<?> entry) {
    tail.append(entry);
    position = entry.position;
  }
}
