package ai.withcortex.client.paging;

import ai.withcortex.core.CortexApiException;
import ai.withcortex.core.PagingContractException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Fetches what a plan asks for, one answer after the other. */
final class Walker<T> {
  private final PageSource<T> source;
  private final Function<? super T, String> identity;
  private final WalkTally tally;
  private final Plan<T> plan;
  private long requests;
  private @Nullable Page<T> page;

  Walker(
      PageSource<T> source, Function<? super T, String> identity, WalkTally tally, Plan<T> plan) {
    this.source = source;
    this.identity = identity;
    this.tally = tally;
    this.plan = plan;
  }

  boolean hasEnded() {
    return plan.next() == null;
  }

  /** The page that was fetched last; null before the first. */
  @Nullable Page<T> page() {
    return page;
  }

  /** Fetches the next window and returns what is new in it; null at the end of the list. */
  @Nullable List<Entry<T>> fetch() {
    Window window = plan.next();
    while (window != null) {
      PagingContractException failure = plan.failure();
      if (failure != null) {
        throw failure;
      }
      requests++;
      try {
        page = source.fetch(window.number, window.take);
        return plan.accept(window, new Answer<>(page, identity));
      } catch (CortexApiException e) {
        if (!isRefusal(e) || !plan.refused(window)) {
          throw e;
        }
      }
      window = plan.next();
    }
    return null;
  }

  Receipt receipt() {
    String reason = hasEnded() ? plan.unprovable() : null;
    return Receipt.builder()
        .verdict(verdict(reason))
        .reason(reason)
        .requests(requests)
        .delivered(tally.delivered.size())
        .duplicates(tally.duplicates)
        .drift(tally.drift)
        .totalCountAtStart(tally.countAtStart)
        .totalCountAtEnd(tally.countAtEnd)
        .build();
  }

  private Verdict verdict(@Nullable String reason) {
    if (!hasEnded()) {
      return Verdict.INCOMPLETE;
    }
    if (reason != null) {
      return Verdict.UNPROVABLE;
    }
    return tally.drift == 0 ? Verdict.COMPLETE : Verdict.COMPLETE_WITH_DRIFT;
  }

  /** Whether the server has understood the request and does not want it. */
  private static boolean isRefusal(CortexApiException e) {
    int status = e.status();
    return status >= 400 && status < 500 && status != 401 && status != 403 && !e.isRetryable();
  }
}
