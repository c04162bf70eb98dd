package ai.withcortex.client.watching;

import ai.withcortex.core.Promise;
import java.time.Duration;

/** Time as a watch needs it; tests bring their own. */
interface WatchTime {
  /** As {@link System#nanoTime} is. */
  long nanoTime();

  /** A promise that is completed after that time, on a thread that may run what waits for it. */
  Promise<?> after(Duration wait);
}
