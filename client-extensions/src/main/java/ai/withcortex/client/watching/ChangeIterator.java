package ai.withcortex.client.watching;

import java.util.Iterator;

/**
 * One watch over a list: an iterator that waits for changes, and ends when it reaches a limit or is
 * closed.
 *
 * <p>{@code hasNext} and {@code next} block until there is a change or the watch ends, and throw if
 * polling fails. Calling them again waits and polls again, and no change is lost. If their thread
 * is interrupted, they throw a {@link ai.withcortex.core.error.CortexConnectionException} at once
 * and leave the interrupt flag set. Not safe for use by several threads at once, except for {@link
 * #close}.
 *
 * @param <T> the items
 */
public interface ChangeIterator<T> extends Iterator<Change<T>>, AutoCloseable {
  /**
   * Returns where to resume after the change last returned by {@link #next}; before the first
   * change, after the last poll. Sends nothing.
   */
  WatchPosition position();

  /**
   * Ends the watch and cancels its waits and requests; a thread that waits for a change then finds
   * that there is none. Any thread may call this.
   */
  @Override
  void close();
}
