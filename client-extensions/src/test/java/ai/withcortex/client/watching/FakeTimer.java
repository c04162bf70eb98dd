package ai.withcortex.client.watching;

import ai.withcortex.client.internal.OpenWaits;
import ai.withcortex.client.internal.WaitTimer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Time that passes at once when somebody waits, unless it is held. */
final class FakeTimer implements WaitTimer {
  /** What was waited for, in order. */
  final List<Duration> waits = new ArrayList<>();

  Runnable whileWaiting = () -> {};
  boolean isHeld;

  /** The waits that began while time was held. */
  final List<CompletableFuture<Boolean>> held = new ArrayList<>();

  private static final long START = Long.MAX_VALUE - 1000;
  private long nanos = START;

  @Override
  public synchronized long nanoTime() {
    return nanos;
  }

  @Override
  public synchronized Instant now() {
    return Instant.EPOCH.plusNanos(nanos - START);
  }

  synchronized void pass(Duration time) {
    nanos += time.toNanos();
  }

  @Override
  public synchronized CompletableFuture<?> after(Duration wait, OpenWaits open) {
    waits.add(wait);
    CompletableFuture<Boolean> over = new CompletableFuture<>();
    if (isHeld) {
      held.add(over);
      notifyAll();
      return over;
    }
    pass(wait);
    whileWaiting.run();
    over.complete(true);
    return over;
  }

  @Override
  public void execute(Runnable task) {
    throw new AssertionError("a watch executes nothing");
  }

  /** Waits until somebody waits while time is held. */
  synchronized void awaitHeld(int count) throws InterruptedException {
    while (held.size() < count) {
      wait();
    }
  }
}
