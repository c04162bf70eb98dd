package ai.withcortex.client.internal.paging;

import ai.withcortex.core.error.PagingContractException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides which windows a walk requests and which items of the answers are delivered. Sends nothing
 * itself.
 */
public interface PagingStrategy<T> {
  /** Returns the window to request now; null when the walk has ended. */
  @Nullable Window next();

  /**
   * Returns the window to request after this one if its answer is as expected; null if it cannot be
   * predicted.
   *
   * @param distance how many windows lie between {@link #next} and this one, at least 0
   */
  @Nullable Window following(Window window, int distance);

  /**
   * Returns why the walk cannot continue, to be thrown once the received items are delivered; null
   * if it can.
   */
  @Nullable PagingContractException failure();

  /** Accepts the answer to the window from {@link #next} and returns its new items. */
  List<PageItem<T>> accept(Window asked, PageContent<T> answer);

  /**
   * Records that the server refused a request; returns whether the refusal was a usable answer.
   *
   * @param doubt why it may not be one; null if it is one
   */
  default boolean refused(Window asked, @Nullable String doubt) {
    return false;
  }

  /** Returns why nothing proves that no item is missing, or null. */
  @Nullable String unprovable();

  /** Saves the data needed to resume from here. */
  void save(WalkState to);
}
