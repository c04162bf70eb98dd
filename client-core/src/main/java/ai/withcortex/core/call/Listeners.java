package ai.withcortex.core.call;

import ai.withcortex.core.event.CortexListener;
import java.util.List;
import java.util.function.Consumer;

/** Calls every listener, and isolates the call and the other listeners from its exceptions. */
public final class Listeners {
  private final List<CortexListener> listeners;

  public Listeners(List<CortexListener> listeners) {
    this.listeners = listeners;
  }

  boolean isEmpty() {
    return listeners.isEmpty();
  }

  public void tell(Consumer<CortexListener> event) {
    for (CortexListener listener : listeners) {
      try {
        event.accept(listener);
      } catch (Throwable e) {
        // User code may throw anything: Kotlin has no checked exceptions.
        report(e);
      }
    }
  }

  /** Passes an exception to the thread's uncaught-exception handler. */
  @SuppressWarnings("EmptyCatch") // If the handler fails too, there is nothing left to do.
  static void report(Throwable e) {
    Thread thread = Thread.currentThread();
    try {
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    } catch (Throwable ignored) {
      // The call continues even if user code fails.
    }
  }
}
