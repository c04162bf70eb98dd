package ai.withcortex.client.internal.paging;

import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.PagingContractException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides which windows a walk requests and which items from the responses are delivered. Does not
 * send requests itself.
 */
public interface PagingStrategy<T> {
  /** Returns the window to request now, or null when the walk has ended. */
  @Nullable Window next();

  /**
   * Returns the window to request after the given one if its response is as expected, or null if
   * the next window cannot be predicted.
   *
   * @param distance the number of windows between {@link #next} and the given one, at least 0
   */
  @Nullable Window following(Window window, int distance);

  /**
   * Returns the exception to throw once the received items are delivered, or null if the walk can
   * continue.
   */
  @Nullable PagingContractException failure();

  /** Accepts the response for the window from {@link #next} and returns its new items. */
  List<PageItem<T>> accept(Window asked, PageContent<T> answer);

  /**
   * Returns whether the first page of the list is still unknown. Until then, the responses do not
   * count as pages of the list.
   */
  default boolean isStarting() {
    return false;
  }

  /**
   * Returns whether the response for the window only tells how the server responds, and is no page
   * of the list for callers that read pages.
   */
  default boolean isProbe(Window window) {
    return false;
  }

  /**
   * Records that the server refused a request. Returns the items that can be delivered now, or null
   * if the walk cannot continue after the refusal.
   *
   * @throws CortexApiException if the walk cannot continue because of an earlier refusal
   */
  default @Nullable List<PageItem<T>> refused(Window asked, CortexApiException refusal) {
    return null;
  }

  /** Returns the reason why completeness cannot be proven, or null if there is none. */
  @Nullable String unprovable();

  /** Saves the data needed to resume from here. */
  void save(WalkState to);
}
