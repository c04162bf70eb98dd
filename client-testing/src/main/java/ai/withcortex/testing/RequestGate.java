package ai.withcortex.testing;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A gate that holds requests back until a test opens it; see {@link Fault#hang(RequestGate)}. A
 * gate does not depend on time, so a test can inspect a call in progress for as long as necessary.
 *
 * <pre>{@code
 * RequestGate gate = RequestGate.closed();
 * sandbox.faults(FaultScript.times(1, Fault.hang(gate)));
 * CompletableFuture<Long> count = CompletableFuture.supplyAsync(() -> runs.stream().count());
 * assertTrue(gate.awaitArrivals(1, Duration.ofSeconds(10)));
 * gate.open();
 * }</pre>
 *
 * <p>Closing the sandbox ends the waiting requests. Safe for use by multiple threads.
 */
public final class RequestGate {
  private final CountDownLatch opened = new CountDownLatch(1);
  private final Semaphore arrivals = new Semaphore(0);

  private RequestGate() {}

  /** Returns a gate that holds every request back until it is opened. */
  public static RequestGate closed() {
    return new RequestGate();
  }

  /** Lets all waiting and future requests through. Further calls have no effect. */
  public void open() {
    opened.countDown();
  }

  /**
   * Waits until the given number of requests have arrived at the gate since it was created,
   * including requests that are no longer waiting.
   *
   * @param count the number of requests, at least 1
   * @param limit the maximum time to wait, from 0 to 24 hours
   * @return false if the time limit was reached first
   * @throws InterruptedException if the thread is interrupted while waiting
   */
  public boolean awaitArrivals(int count, Duration limit) throws InterruptedException {
    Preconditions.requireAtLeast("count", 1, count);
    long nanos = Preconditions.requireDuration("limit", limit).toNanos();
    if (!arrivals.tryAcquire(count, nanos, TimeUnit.NANOSECONDS)) {
      return false;
    }
    arrivals.release(count);
    return true;
  }

  /** Records an arrival and waits until the gate is open. */
  void pass() throws InterruptedException {
    arrivals.release();
    opened.await();
  }
}
