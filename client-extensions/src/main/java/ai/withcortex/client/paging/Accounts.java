package ai.withcortex.client.paging;

import org.jspecify.annotations.Nullable;

/** Accounts for a walk: in a receipt, and in a checkpoint. */
final class Accounts {
  final WalkTally tally;

  /** The page that was asked for last. */
  int pageNumber;

  private final WalkMode mode;
  private final long query;

  Accounts(WalkTally tally, WalkMode mode, long query) {
    this.tally = tally;
    this.mode = mode;
    this.query = query;
  }

  /**
   * @param isRead whether all was read and delivered
   * @param limit which limit has ended the walk, or null
   */
  Receipt receipt(Plan<?> plan, Limits limits, boolean isRead, @Nullable String limit) {
    String unprovable = isRead && limit == null ? plan.unprovable() : null;
    return Receipt.builder()
        .verdict(verdict(isRead && limit == null, unprovable))
        .reason(limit == null ? unprovable : limit)
        .requests(tally.earlierRequests + limits.requests())
        .retries(tally.earlierRetries + limits.retries())
        .delivered(tally.delivered)
        .faulted(tally.faulted)
        .duplicates(tally.duplicates)
        .drift(tally.drift)
        .totalCountAtStart(tally.countAtStart)
        .totalCountAtEnd(tally.countAtEnd)
        .checkpoint(checkpoint(plan, limits))
        .build();
  }

  private Verdict verdict(boolean isRead, @Nullable String unprovable) {
    if (!isRead) {
      return Verdict.INCOMPLETE;
    }
    if (unprovable != null) {
      return Verdict.UNPROVABLE;
    }
    return tally.drift == 0 ? Verdict.COMPLETE : Verdict.COMPLETE_WITH_DRIFT;
  }

  Checkpoint checkpoint(Plan<?> plan, Limits limits) {
    CheckpointState state = new CheckpointState();
    state.query = query;
    state.mode = mode;
    plan.save(state);
    state.position = tally.position;
    state.delivered = tally.delivered;
    state.faulted = tally.faulted;
    state.duplicates = tally.duplicates;
    state.drift = tally.drift;
    state.requests = tally.earlierRequests + limits.requests();
    state.retries = tally.earlierRetries + limits.retries();
    state.countAtStart = tally.countAtStart;
    state.countAtEnd = tally.countAtEnd;
    state.unprovable = mode == WalkMode.EXACT ? plan.unprovable() : null;
    state.isWhole = tally.tail.isWhole();
    state.items = tally.tail.saved();
    state.unseen = tally.tail.unseen();
    state.isUncertain = tally.tail.isUncertain();
    return new Checkpoint(state);
  }
}
