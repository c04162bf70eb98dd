package ai.withcortex.core;

import java.util.concurrent.Future;

/** Runs tasks later, each short and none blocking. */
interface Timer extends AutoCloseable {
  /** Does nothing once the timer is closed. */
  Future<?> schedule(Runnable task, long nanos);

  /** Forgets what is scheduled. */
  @Override
  void close();
}
