package ai.withcortex.testing.server;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** When a response is sent: what it waits for, and how fast its body is written. Immutable. */
public final class ResponseTiming {
  /** Blocks a response until it may be sent. */
  public interface Barrier {
    void await() throws InterruptedException;
  }

  static final ResponseTiming AT_ONCE =
      new ResponseTiming(Duration.ZERO, null, Integer.MAX_VALUE, Duration.ZERO);

  private final Duration delay;
  private final @Nullable Barrier barrier;
  private final int chunkSize;
  private final Duration pause;

  private ResponseTiming(Duration delay, @Nullable Barrier barrier, int chunkSize, Duration pause) {
    this.delay = delay;
    this.barrier = barrier;
    this.chunkSize = chunkSize;
    this.pause = pause;
  }

  /** Sends the response after a delay of at least 0. */
  public static ResponseTiming delayed(Duration delay) {
    return new ResponseTiming(delay, null, AT_ONCE.chunkSize, AT_ONCE.pause);
  }

  /** Sends the response once the barrier no longer blocks. */
  public static ResponseTiming after(Barrier barrier) {
    return new ResponseTiming(Duration.ZERO, barrier, AT_ONCE.chunkSize, AT_ONCE.pause);
  }

  /** Sends the body in chunks of at least 1 byte, with pauses of at least 0 between them. */
  public static ResponseTiming throttled(int chunkSize, Duration pause) {
    return new ResponseTiming(Duration.ZERO, null, chunkSize, pause);
  }

  /** Returns this timing, overridden by the settings of the other one. */
  ResponseTiming and(ResponseTiming other) {
    boolean isThrottled = other.chunkSize != AT_ONCE.chunkSize;
    return new ResponseTiming(
        other.delay.isZero() ? delay : other.delay,
        other.barrier == null ? barrier : other.barrier,
        isThrottled ? other.chunkSize : chunkSize,
        isThrottled ? other.pause : pause);
  }

  /**
   * Waits until the response may start. Closing the sandbox interrupts the thread, which ends the
   * wait.
   */
  void awaitStart() throws InterruptedException {
    if (barrier != null) {
      barrier.await();
    }
    TimeUnit.NANOSECONDS.sleep(delay.toNanos());
  }

  /** Writes the first bytes of a body, possibly none, with pauses between the chunks. */
  void write(byte[] body, int length, OutputStream out) throws IOException, InterruptedException {
    int start = 0;
    do {
      if (start > 0) {
        TimeUnit.NANOSECONDS.sleep(pause.toNanos());
      }
      int count = Math.min(chunkSize, length - start);
      out.write(body, start, count);
      // The server may hold the headers back until the first flush.
      out.flush();
      start += count;
    } while (start < length);
  }
}
