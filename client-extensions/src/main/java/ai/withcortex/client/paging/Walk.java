package ai.withcortex.client.paging;

import java.util.Iterator;

/**
 * An iterator over a list that can account for every item it has delivered.
 *
 * <pre>{@code
 * Walk<Run> walk = cortex.workflow("app_1", "work_1").runs(query).walk();
 * walk.forEachRemaining(store::save);
 * System.out.println(walk.receipt());
 * }</pre>
 *
 * <p>{@code hasNext} and {@code next} block while a page is being fetched, and throw if the fetch
 * fails. Calling them again repeats the request, and no received item is lost. An item counts as
 * delivered when {@code next} returns it, or when the action passed to {@code forEachRemaining}
 * returns. If the action throws, the item remains the next one to deliver. If the action calls a
 * method of the walk, such as {@link #checkpoint}, the item counts as delivered from then on, even
 * if the action throws later. Therefore, process an item before you take the checkpoint after it,
 * and save both in a single transaction. Not thread-safe, except for {@link #close}.
 *
 * @param <T> the type of the items
 */
public interface Walk<T> extends Iterator<T>, AutoCloseable {
  /** Returns a receipt for what the walk has done so far. You can call this at any time. */
  Receipt receipt();

  /**
   * Returns the checkpoint to resume from after the item last returned by {@link #next}. This is
   * cheap and does not send a request.
   */
  Checkpoint checkpoint();

  /**
   * Ends the walk and cancels its requests. From then on, {@code hasNext} returns false, even in a
   * thread that is waiting for a page, and items that have already arrived are not returned. The
   * receipt and checkpoint remain available. A walk that has been read to its end, or that does not
   * prefetch, has no requests in flight and does not need to be closed.
   */
  @Override
  void close();
}
