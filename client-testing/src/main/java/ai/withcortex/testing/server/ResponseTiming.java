package ai.withcortex.testing.server;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Defines when a response is sent and how fast its body is written. Immutable. */
public final class ResponseTiming {
  /** Blocks until a response may be sent. */
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

  /** Sends the response after the given delay, which must not be negative. */
  public static ResponseTiming delayed(Duration delay) {
    return new ResponseTiming(delay, null, AT_ONCE.chunkSize, AT_ONCE.pause);
  }

  /** Sends the response once the barrier stops blocking. */
  public static ResponseTiming after(Barrier barrier) {
    return new ResponseTiming(Duration.ZERO, barrier, AT_ONCE.chunkSize, AT_ONCE.pause);
  }

  /**
   * Sends the body in chunks of the given size, which must be at least 1, with a pause between
   * them.
   */
  public static ResponseTiming throttled(int chunkSize, Duration pause) {
    return new ResponseTiming(Duration.ZERO, null, chunkSize, pause);
  }

  /** Returns a combination of both timings. The settings of the other timing take precedence. */
  ResponseTiming and(ResponseTiming other) {
    boolean isThrottled = other.chunkSize != AT_ONCE.chunkSize;
    return new ResponseTiming(
        other.delay.isZero() ? delay : other.delay,
        other.barrier == null ? barrier : other.barrier,
        isThrottled ? other.chunkSize : chunkSize,
        isThrottled ? other.pause : pause);
  }

  /**
   * Waits until the response may be sent. Closing the sandbox interrupts the thread, which ends the
   * wait.
   */
  void awaitStart() throws InterruptedException {
    if (barrier != null) {
      barrier.await();
    }
    TimeUnit.NANOSECONDS.sleep(delay.toNanos());
  }

  /** Writes the given number of bytes of a body, possibly none, with pauses between the chunks. */
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
