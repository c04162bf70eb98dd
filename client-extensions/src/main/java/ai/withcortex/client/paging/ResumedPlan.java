package ai.withcortex.client.paging;

import ai.withcortex.core.PagingContractException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the place of a checkpoint, and goes on behind it. */
final class ResumedPlan<T> implements Plan<T> {
  private final WalkTally tally;
  private final CheckpointState state;
  private final Progress progress = new Progress();
  private @Nullable StartCheck start;
  private @Nullable Relocation search;
  private @Nullable ExactPlan<T> exact;
  private @Nullable PlainPlan<T> plain;
  private @Nullable PagingContractException failure;

  ResumedPlan(WalkTally tally, CheckpointState state) {
    this.tally = tally;
    this.state = state;
    start = state.isBaseProven ? null : new StartCheck(state.take);
    search = searchFrom(state.position, state.take);
    if (state.isSecondPass) {
      failure = beginsWithPageZero();
    } else if (state.isUncertain) {
      failure = nothingLeft();
    } else if (state.isPlain && state.take < ShortList.LONG_ENOUGH) {
      failure = pagesTooShort(state.take);
    }
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

  private Relocation searchFrom(long position, int take) {
    return new Relocation(position, take, state.base, state.isPlain, state.countAtEnd);
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
  public boolean refused(Window asked) {
    if (start == null) {
      return isPlaced() && delegate().refused(asked);
    }
    boolean isAnswer = asked.number == 0;
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
      failure = progress.check(asked, state.take, false, 0, answer.first());
      failure = search.next() == null ? nothingLeft() : failure;
      return new ArrayList<>();
    }
    // What was added in front of it is behind the walk, too.
    answer.entries.subList(0, last).forEach(entry -> tally.known.add(entry.identity));
    this.search = null;
    if (state.isPlain) {
      plain = plain == null ? PlainPlan.continuing(tally, asked, state.base) : plain;
    } else {
      exact = exact == null ? ExactPlan.resumed(tally, state, asked) : exact;
    }
    return acceptNext(asked, answer);
  }

  private List<Entry<T>> acceptNext(Window asked, Answer<T> answer) {
    List<Entry<T>> fresh = delegate().accept(asked, answer);
    if (exact != null && exact.isLost()) {
      search = searchFrom(exact.frontier(), state.take);
      failure = progress.check(asked, state.take, !fresh.isEmpty(), 0, answer.first());
    } else {
      progress.check(asked, state.take, true, 0, answer.first());
    }
    return fresh;
  }

  private PagingContractException nothingLeft() {
    return new PagingContractException(
        String.format(
            "None of the last %d items that were delivered before the checkpoint, up to item %d, is"
                + " left in the list, so nothing tells where to go on. Begin anew, and expect what"
                + " was delivered before.",
            tally.tail.saved().size(), state.delivered));
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
    } else {
      to.base = state.base;
      to.isBaseProven = state.isBaseProven && start == null;
      to.isPlain = state.isPlain;
      to.isSecondPass = state.isSecondPass;
      to.take = state.take;
      to.longest = state.longest;
    }
  }
}
