package ai.withcortex.client.internal;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tracks the waits between the requests of a client, and ends them when it closes. Thread-safe. */
public final class OpenWaits {
  private final Set<Runnable> ends = ConcurrentHashMap.newKeySet();
  private volatile boolean isClosed;

  /** Adds a wait, given the action that ends it, which runs at once if this is already closed. */
  public void add(Runnable end) {
    ends.add(end);
    if (isClosed) {
      end.run();
    }
  }

  /** Removes a wait that is over. */
  public void remove(Runnable end) {
    ends.remove(end);
  }

  /** Returns whether the client is closed. */
  public boolean isClosed() {
    return isClosed;
  }

  /** Ends all waits, including later ones. */
  public void close() {
    isClosed = true;
    ends.forEach(Runnable::run);
  }
}
