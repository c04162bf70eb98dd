package ai.withcortex.core;

import java.util.List;
import java.util.function.Consumer;

/** Tells every listener, and keeps what one throws from the call and from the others. */
final class Listeners {
  private final List<CortexListener> listeners;

  Listeners(List<CortexListener> listeners) {
    this.listeners = listeners;
  }

  boolean isEmpty() {
    return listeners.isEmpty();
  }

  void tell(Consumer<CortexListener> event) {
    for (CortexListener listener : listeners) {
      try {
        event.accept(listener);
      } catch (RuntimeException | LinkageError e) {
        // User code; the handler is where the thread would send it if it ran alone.
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
      }
    }
  }
}
