package ai.withcortex.client.paging;

import java.util.Iterator;

/**
 * One walk over a list: an iterator that can account for every item it delivered.
 *
 * <pre>{@code
 * Walk<Run> walk = cortex.workflow("app_1", "work_1").runs(query).walk();
 * walk.forEachRemaining(store::save);
 * System.out.println(walk.receipt());
 * }</pre>
 *
 * <p>{@code hasNext} and {@code next} block while a page is fetched, and throw if that fails.
 * Calling them again repeats the request, and no received item is lost. Not safe for use by several
 * threads at once, except for {@link #close}.
 *
 * @param <T> the items
 */
public interface Walk<T> extends Iterator<T>, AutoCloseable {
  /** Returns what the walk has done so far. You can call this at any time. */
  Receipt receipt();

  /**
   * Returns where to resume after the item last returned by {@link #next}. Cheap; sends nothing.
   */
  Checkpoint checkpoint();

  /**
   * Cancels requests in flight. A walk that was read to its end, or that does not prefetch, has
   * none and need not be closed.
   */
  @Override
  void close();
}
