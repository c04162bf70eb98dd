package ai.withcortex.client.watching;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Time as a watch needs it; tests bring their own. */
interface WatchTime {
  /** As {@link System#nanoTime} is. */
  long nanoTime();

  /** A future that is completed after that time, on a thread that may run what waits for it. */
  CompletableFuture<?> after(Duration wait);
}
