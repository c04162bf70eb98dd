package ai.withcortex.client.watching;

import java.util.Iterator;

/**
 * One watch over a list: an iterator that waits for changes, and ends when a limit is reached or it
 * is closed.
 *
 * <p>{@code hasNext} and {@code next} block until there is a change or the end, and throw what has
 * failed; calling them again waits and looks again, and nothing is lost. If their thread is
 * interrupted, they throw a {@link ai.withcortex.core.CortexConnectionException} at once, with the
 * interrupt flag set. Not safe for use by several threads at once, but for {@link #close}.
 *
 * @param <T> the items
 */
public interface ChangeIterator<T> extends Iterator<Change<T>>, AutoCloseable {
  /**
   * Where to go on behind the change that {@link #next} answered last; before the first one, behind
   * the last look. Sends nothing.
   */
  WatchPosition position();

  /**
   * Ends the watch with its waits and requests; whoever waits for a change then hears that there is
   * none. May be called by any thread.
   */
  @Override
  void close();
}
