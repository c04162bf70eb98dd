package ai.withcortex.client.internal.paging;

import static java.util.Objects.requireNonNull;

import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.PagingContractException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list in overlapping windows, so that no item is lost if the list changes during the walk.
 *
 * <p>An item is called <i>lasting</i> if it is in the list for the entire walk. At any time, no
 * undelivered lasting item comes before a delivered lasting item. This is because a window is
 * delivered only if it starts the list or contains a delivered item, and each window is a
 * consistent slice of the list, so it contains every lasting item from the delivered item to the
 * end of the window. If deletions have shifted items across a window boundary, the window starts
 * too late and contains no known item, and an earlier window is requested. The age of a response
 * does not matter, so windows may be prefetched.
 */
final class OverlappingPaging<T> implements PagingStrategy<T> {
  private final WalkState state;
  private final ProgressCheck progress;
  final FirstPage origin;
  final WindowReader<T> reader;

  /** Whether some delivered items are unknown. */
  private boolean isResumed;

  /** Whether the last response had none of the delivered items, so the position is lost. */
  boolean isLost;

  /** Whether the end was reached. Only the start of the list may still have to be confirmed. */
  private boolean isRead;

  /** Whether the count said that the list goes on where it seemed to end. */
  private boolean isEarly;

  private @Nullable Window next;

  /** Continues after windows could not overlap any more. */
  @Nullable SequentialPaging<T> plain;

  private @Nullable PagingContractException failure;

  /**
   * Resumes from a checkpoint.
   *
   * @param found a window with some of the last delivered items, or null if all delivered items are
   *     known
   */
  static <T> OverlappingPaging<T> resumed(
      WalkState state, WalkState saved, int take, @Nullable Window found) {
    OverlappingPaging<T> plan = new OverlappingPaging<>(state, saved.base, take, true);
    plan.isResumed = found != null;
    plan.origin.resume(saved, plan.isResumed);
    plan.reader.resume(saved);
    if (found != null) {
      plan.next = found;
    } else if (saved.position > 0) {
      plan.search();
    }
    return plan;
  }

  /**
   * @param firstPage the page to start with; 1 means the start of the list
   * @param isSure whether it is certain that page 0 or 1 is the first page of the list
   */
  OverlappingPaging(WalkState state, int firstPage, int take, boolean isSure) {
    this.state = state;
    progress = new ProgressCheck(state);
    origin = new FirstPage(firstPage, isSure);
    reader = new WindowReader<>(state, progress, origin, take);
    Window first = Window.of(firstPage, take, origin.base);
    reader.frontier = first.start;
    next = first;
  }

  @Override
  public @Nullable Window next() {
    return plain == null ? next : plain.next();
  }

  @Override
  public @Nullable Window following(Window window, int distance) {
    if (plain != null) {
      return plain.following(window, distance);
    }
    return origin.isProbe(window) ? null : reader.following(window, distance);
  }

  @Override
  public void save(WalkState to) {
    origin.save(to);
    reader.takes.save(to);
    if (plain != null) {
      plain.save(to);
    }
  }

  @Override
  public @Nullable PagingContractException failure() {
    return plain == null ? failure : plain.failure();
  }

  @Override
  public @Nullable String unprovable() {
    return reader.unprovable == null ? origin.disorder() : reader.unprovable;
  }

  @Override
  public List<PageItem<T>> accept(Window asked, PageContent<T> answer) {
    if (plain != null) {
      return plain.accept(asked, answer);
    }
    state.count(answer);
    reader.count = answer.count;
    isLost = false;
    List<PageItem<T>> fresh =
        origin.isProbe(asked) ? acceptProbe(asked, answer) : acceptWindow(asked, answer);
    PagingContractException stuck =
        progress.check(
            asked, reader.takes.greatest, !fresh.isEmpty(), reader.frontier, answer.first());
    failure = failure == null ? stuck : failure;
    return fresh;
  }

  @Override
  public @Nullable List<PageItem<T>> refused(Window asked, CortexApiException refusal) {
    if (plain != null) {
      return plain.refused(asked, refusal);
    }
    Long count = reader.count;
    if (origin.isProbe(asked)) {
      boolean isNeeded = isRead && isBeforeEnd(count);
      if (FirstPage.isFinal(refusal, isNeeded)) {
        return null;
      }
      reader.unprovable = reader.unprovable == null ? FirstPage.doubt(refusal) : reader.unprovable;
      return resume();
    }
    // A refused page past the end proves nothing, because it overlaps no other page.
    return reader.mayFail(asked, refusal) ? accept(asked, PageContent.empty(asked, count)) : null;
  }

  private List<PageItem<T>> acceptWindow(Window asked, PageContent<T> answer) {
    List<PageItem<T>> fresh = reader.accept(asked, answer);
    failure = reader.failure;
    next = reader.next;
    Window rest = reader.rest;
    if (rest != null) {
      SequentialPaging<T> pages = readPlainly(rest);
      boolean isPage = reader.takes.isIgnored && rest.number == asked.number;
      return isPage && !reader.isContinued ? pages.accept(asked, answer) : fresh;
    }
    if (reader.end != null) {
      isRead = true;
      end(reader.end);
    } else if (reader.isTooLate) {
      failed(requireNonNull(reader.tooLate, "the window is known"));
    }
    return fresh;
  }

  /** Handles a window that starts too late, or after the end of the list. */
  private void failed(Window window) {
    state.drift++;
    if (isResumed) {
      isLost = true;
      reader.windows.forget();
      next = window;
    } else if (!origin.isProven) {
      next = origin.probe(reader.takes.greatest);
    } else if (reader.windows.halves(window, reader.frontier)) {
      search();
    } else {
      stepBack(window);
    }
  }

  private void stepBack(Window window) {
    int take = reader.takes.greatest;
    next =
        window.start == 0
            ? origin.beforePageOne(window, take)
            : reader.windows.back(window, take, origin.base);
    if (next == null) {
      reader.stop(NextWindow.MOVED);
      readPlainly(requireNonNull(reader.rest, "the reader has stopped"));
    }
  }

  /** Handles what appears to be the end of the list. */
  private void end(Window window) {
    Long count = reader.count;
    if (count != null && origin.rebase(window, count - reader.frontier)) {
      reader.frontier = count;
    }
    isEarly = isBeforeEnd(count);
    if (!reader.isCounted() && !origin.isProven) {
      reader.tooLate = window;
      next = origin.probe(reader.takes.greatest);
    } else {
      finish(window);
    }
  }

  /** Ends the list, unless the count says that it goes on. */
  private void finish(Window window) {
    Long count = reader.count;
    if (count != null && isBeforeEnd(count)) {
      failure = progress.endsEarly(window, reader.frontier, count);
      isRead = false;
      search();
    } else {
      state.drift += count != null && count < reader.frontier && state.delivered > 0 ? 1 : 0;
      next = null;
    }
  }

  /** Returns whether the list goes on according to the count. */
  private boolean isBeforeEnd(@Nullable Long count) {
    // If nothing changes, no more items can be missing, whatever their positions are.
    return count != null && count > Math.max(reader.frontier, reader.read());
  }

  private void search() {
    next = reader.search();
    if (reader.rest != null) {
      readPlainly(reader.rest);
    }
  }

  private List<PageItem<T>> acceptProbe(Window asked, PageContent<T> answer) {
    boolean isPageOne = answer.number == 1 && reader.seen.size() > 0;
    if (isPageOne || answer.items.isEmpty()) {
      return resume();
    }
    origin.probed();
    int unknown = answer.firstOf(reader.seen);
    if (!isRead || unknown < 0) {
      return startAnew(asked, answer);
    }
    // Page 0 reaches the items already read, so nothing else comes before them.
    List<PageItem<T>> fresh = state.take(answer.items.subList(0, unknown), reader.seen);
    // Otherwise, nothing is missing, but page 0 may be page 1.
    origin.isProven = !fresh.isEmpty();
    origin.isBaseGuessed |= fresh.isEmpty();
    if (origin.isProven) {
      origin.startSecondPass(state, true);
    }
    next = null;
    if (!origin.isProven && isEarly) {
      finish(requireNonNull(reader.tooLate, "a probe has a reason"));
    }
    return fresh;
  }

  /** Continues once the start of the list is known: ends the list, or searches for missed items. */
  private List<PageItem<T>> resume() {
    origin.probed();
    Window window = requireNonNull(reader.tooLate, "a probe has a reason");
    if (isRead) {
      end(window);
    } else {
      stepBack(window);
    }
    return new ArrayList<>();
  }

  /** Reads the list from page 0, because page 1 was not the start or none of its items are left. */
  private List<PageItem<T>> startAnew(Window asked, PageContent<T> answer) {
    reader.restart();
    progress.startAgain();
    origin.startAnew();
    state.drift = 0;
    origin.startSecondPass(state, state.delivered + state.faulted > 0);
    isRead = false;
    return acceptWindow(asked, answer);
  }

  private SequentialPaging<T> readPlainly(Window page) {
    SequentialPaging<T> pages =
        SequentialPaging.continuing(state, progress, page, origin.base, origin.isProven);
    plain = pages;
    return pages;
  }
}
