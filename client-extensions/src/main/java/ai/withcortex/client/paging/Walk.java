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
 * Calling them again repeats the request, and no received item is lost. An item counts as delivered
 * when {@code next} returns it, or when the action of {@code forEachRemaining} returns; if that
 * throws, the item is still the next one. Not safe for use by several threads at once, except for
 * {@link #close}.
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
   * Ends the walk and cancels its requests: from now on {@code hasNext} returns false, also in a
   * thread that is waiting for a page, and items that have arrived are not returned. The receipt
   * and the checkpoint stay available. A walk that was read to its end, or that does not prefetch,
   * has no requests in flight and need not be closed.
   */
  @Override
  void close();
}
