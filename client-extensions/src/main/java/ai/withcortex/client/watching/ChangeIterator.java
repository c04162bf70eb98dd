package ai.withcortex.client.watching;

import java.util.Iterator;

/**
 * An iterator over the changes to a list. It waits for changes, and ends when it reaches a limit or
 * is closed.
 *
 * <p>{@code hasNext} and {@code next} block until there is a change or the watch ends, and throw if
 * polling fails. If you call them again after a failure, they continue polling, and no change is
 * lost. If the thread is interrupted, they immediately throw a {@link
 * ai.withcortex.core.error.CortexCanceledException} and leave the interrupt flag set. Not
 * thread-safe, except for {@link #close}.
 *
 * @param <T> the type of the items
 */
public interface ChangeIterator<T> extends Iterator<Change<T>>, AutoCloseable {
  /**
   * Returns the position to resume from after the change last returned by {@link #next}. Before the
   * first change, this is the position after the last poll. Does not send a request.
   */
  WatchPosition position();

  /**
   * Ends the watch and cancels its waits and requests. A call to {@code hasNext} that is waiting
   * for a change then returns false. This method can be called from any thread.
   */
  @Override
  void close();
}
