package ai.withcortex.client.paging;

import java.util.Iterator;

/**
 * One walk over a list: an iterator that can account for what it delivered.
 *
 * <pre>{@code
 * Walk<Run> walk = cortex.workflow("app_1", "work_1").runs(query).walk(WalkMode.EXACT);
 * walk.forEachRemaining(store::save);
 * System.out.println(walk.receipt());
 * }</pre>
 *
 * <p>{@code hasNext} and {@code next} block while a page is fetched, and throw what failed; calling
 * them again repeats the request, and nothing that was received is lost. Not safe for use by
 * several threads at once.
 *
 * @param <T> the items
 */
public interface Walk<T> extends Iterator<T> {
  /** What the walk has done up to now; it can be asked for at any time. */
  Receipt receipt();
}
