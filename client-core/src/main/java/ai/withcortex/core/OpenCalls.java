package ai.withcortex.core;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The calls on their way, so that closing ends them. */
final class OpenCalls {
  private final Set<Execution<?>> calls = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** Ends the call if the transport is closed; {@link #close} ends it if that comes later. */
  void add(Execution<?> call) {
    calls.add(call);
    if (closed) {
      call.end(End.CLOSED);
    }
  }

  void remove(Execution<?> call) {
    calls.remove(call);
  }

  void close() {
    closed = true;
    calls.forEach(call -> call.end(End.CLOSED));
  }
}
