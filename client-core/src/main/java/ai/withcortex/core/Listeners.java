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
      } catch (Throwable e) {
        // User code, which may throw anything: Kotlin does not declare what it throws.
        report(e);
      }
    }
  }

  /** Sends it where the thread would send it if the listener ran alone. */
  @SuppressWarnings("EmptyCatch") // A handler that fails, too, has nobody left to hear of it.
  static void report(Throwable e) {
    Thread thread = Thread.currentThread();
    try {
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    } catch (Throwable ignored) {
      // The call goes on whatever user code does.
    }
  }
}
