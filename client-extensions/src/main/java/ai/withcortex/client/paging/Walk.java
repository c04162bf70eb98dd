package ai.withcortex.client.paging;

import java.util.Iterator;

/**
 * One walk over a list: an iterator that can account for what it delivered.
 *
 * <pre>{@code
 * Walk<Run> walk = cortex.workflow("app_1", "work_1").runs(query).walk();
 * walk.forEachRemaining(store::save);
 * System.out.println(walk.receipt());
 * }</pre>
 *
 * <p>{@code hasNext} and {@code next} block while a page is fetched, and throw what failed; calling
 * them again repeats the request, and nothing that was received is lost. Not safe for use by
 * several threads at once, but for {@link #close}.
 *
 * @param <T> the items
 */
public interface Walk<T> extends Iterator<T>, AutoCloseable {
  /** What the walk has done up to now; it can be asked for at any time. */
  Receipt receipt();

  /** Where to go on behind the item that {@link #next} answered last. Cheap; sends nothing. */
  Checkpoint checkpoint();

  /**
   * Ends requests on their way. A walk that was read to its end, or does not prefetch, has none and
   * need not be closed.
   */
  @Override
  void close();
}
