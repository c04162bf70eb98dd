package ai.withcortex.client.paging;

import ai.withcortex.core.PagingContractException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the place of a checkpoint, and goes on behind it. */
final class ResumedPlan<T> implements Plan<T> {
  private static final int MOST_MISSED = 64;
  private static final long LOOKS = 10;
  private static final long GROWTH = 1_000;

  private final WalkTally tally;
  private final CheckpointState state;
  private final int take;

  /** How many answers in a row showed nothing that is known. */
  private int missed;

  private @Nullable StartCheck start;
  private @Nullable Relocation search;
  private @Nullable ExactPlan<T> exact;
  private @Nullable PlainPlan<T> plain;
  private @Nullable PagingContractException failure;

  /**
   * @param take how many items to ask for at most
   */
  ResumedPlan(WalkTally tally, CheckpointState state, int take) {
    this.tally = tally;
    this.state = state;
    // Pages that do not overlap are found by their size alone.
    this.take = state.isPlain ? state.take : Math.min(take, state.take);
    start = state.isBaseProven ? null : new StartCheck(this.take);
    if (state.isSecondPass) {
      failure = beginsWithPageZero();
    } else if (state.isUncertain && !state.isWhole) {
      failure = uncertain();
    } else if (state.isPlain && state.take < ShortList.LONG_ENOUGH) {
      failure = pagesTooShort(state.take);
    }
    if (state.isWhole && !state.isPlain) {
      exact = ExactPlan.resumed(tally, state, this.take, null);
    } else {
      search =
          new Relocation(state.position, this.take, state.base, state.isPlain, state.countAtEnd);
    }
  }

  private static PagingContractException uncertain() {
    return new PagingContractException(
        "So many of the items that were delivered last before the checkpoint were not in the list"
            + " any more that nothing tells for certain where to go on. Begin anew, and expect what"
            + " was delivered before.");
  }

  private static PagingContractException pagesTooShort(int take) {
    return new PagingContractException(
        "Pages of "
            + take
            + " items that do not overlap are too short to tell what was delivered before the"
            + " checkpoint. Begin anew, with a take of at least "
            + ShortList.LONG_ENOUGH
            + ".");
  }

  private static PagingContractException beginsWithPageZero() {
    return new PagingContractException(
        "Page 0 is not empty, so the walk that began with page 1 has not begun with the list, and"
            + " cannot be resumed. Begin anew with page 0.");
  }

  @Override
  public @Nullable Window next() {
    if (start != null) {
      return start.next();
    }
    return search == null ? delegate().next() : search.next();
  }

  @Override
  public @Nullable Window following(Window window, int distance) {
    return start == null && search == null ? delegate().following(window, distance) : null;
  }

  @Override
  public @Nullable PagingContractException failure() {
    return failure == null && isPlaced() ? delegate().failure() : failure;
  }

  @Override
  public @Nullable String unprovable() {
    String reason = isPlaced() ? delegate().unprovable() : null;
    return state.unprovable == null ? reason : state.unprovable;
  }

  @Override
  public boolean refused(Window asked, @Nullable String doubt) {
    if (start == null) {
      return isPlaced() && delegate().refused(asked, doubt);
    }
    boolean isAnswer = asked.number == 0 && doubt == null;
    if (isAnswer) {
      start = null;
    }
    return isAnswer;
  }

  @Override
  public List<Entry<T>> accept(Window asked, Answer<T> answer) {
    if (start != null) {
      tally.count(answer);
      start.accept(answer);
      failure = start.hasFailed() ? beginsWithPageZero() : null;
      start = start.isDone() ? null : start;
      return new ArrayList<>();
    }
    return search == null ? acceptNext(asked, answer) : acceptSearch(search, asked, answer);
  }

  private List<Entry<T>> acceptSearch(Relocation search, Window asked, Answer<T> answer) {
    int last = answer.lastOf(tally.known);
    if (last < 0) {
      tally.count(answer);
      search.missed(asked, answer);
      missed++;
      failure = search.next() == null || missed > mostMissed() ? nothingLeft() : null;
      return new ArrayList<>();
    }
    // What was added in front of it is behind the walk, too.
    answer.entries.subList(0, last).forEach(entry -> tally.known.add(entry.identity));
    this.search = null;
    if (state.isPlain) {
      plain = plain == null ? PlainPlan.continuing(tally, asked, state.base) : plain;
    } else if (exact == null) {
      exact = ExactPlan.resumed(tally, state, take, asked);
    }
    return acceptNext(asked, answer);
  }

  /** Enough to look through a list that has become several times as long. */
  private long mostMissed() {
    return MOST_MISSED + LOOKS * (tally.position + GROWTH) / take;
  }

  private List<Entry<T>> acceptNext(Window asked, Answer<T> answer) {
    List<Entry<T>> fresh = delegate().accept(asked, answer);
    if (!fresh.isEmpty()) {
      missed = 0;
    }
    if (exact != null && exact.isLost()) {
      missed++;
      search = new Relocation(exact.frontier(), take, state.base, false, null);
      failure = missed > mostMissed() ? nothingLeft() : null;
    }
    return fresh;
  }

  private PagingContractException nothingLeft() {
    return new PagingContractException(
        String.format(
            "None of the last %d items that were delivered before the checkpoint, up to item %d, was"
                + " found in the list, so nothing tells where to go on. Begin anew, and expect what"
                + " was delivered before.",
            state.items.size(), state.delivered));
  }

  private boolean isPlaced() {
    return exact != null || plain != null;
  }

  private Plan<T> delegate() {
    Plan<T> plan = plain == null ? exact : plain;
    if (plan == null) {
      throw new AssertionError("the place is found first");
    }
    return plan;
  }

  @Override
  public void save(CheckpointState to) {
    if (isPlaced()) {
      delegate().save(to);
      to.isBaseProven = start == null;
    } else {
      to.base = state.base;
      to.isBaseProven = start == null;
      to.isPlain = state.isPlain;
      to.isSecondPass = state.isSecondPass;
      to.take = take;
      to.longest = state.longest;
    }
  }
}
