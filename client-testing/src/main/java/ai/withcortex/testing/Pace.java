package ai.withcortex.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** When an answer is sent: what it waits for, and how fast its body is written. Immutable. */
final class Pace {
  static final Pace AT_ONCE = new Pace(Duration.ZERO, null, Integer.MAX_VALUE, Duration.ZERO);

  private final Duration delay;
  private final @Nullable Gate gate;
  private final int piece;
  private final Duration pause;

  private Pace(Duration delay, @Nullable Gate gate, int piece, Duration pause) {
    this.delay = delay;
    this.gate = gate;
    this.piece = piece;
    this.pause = pause;
  }

  static Pace delayed(Duration delay) {
    return new Pace(Bounds.requireDuration("delay", delay), null, AT_ONCE.piece, AT_ONCE.pause);
  }

  static Pace behind(Gate gate) {
    return new Pace(Duration.ZERO, gate, AT_ONCE.piece, AT_ONCE.pause);
  }

  static Pace dripping(int bytes, Duration pause) {
    Bounds.requireAtLeast("bytes", 1, bytes);
    return new Pace(Duration.ZERO, null, bytes, Bounds.requireDuration("pause", pause));
  }

  /** Returns this pace, overridden by the settings of the other one. */
  Pace and(Pace other) {
    boolean drips = other.piece != AT_ONCE.piece;
    return new Pace(
        other.delay.isZero() ? delay : other.delay,
        other.gate == null ? gate : other.gate,
        drips ? other.piece : piece,
        drips ? other.pause : pause);
  }

  /**
   * Waits until the answer may start. Closing the sandbox interrupts the thread, which ends the
   * wait.
   */
  void awaitStart() throws InterruptedException {
    if (gate != null) {
      gate.pass();
    }
    TimeUnit.NANOSECONDS.sleep(delay.toNanos());
  }

  /** Writes the first bytes of a body, possibly none, with pauses between the pieces. */
  void write(byte[] body, int length, OutputStream out) throws IOException, InterruptedException {
    int start = 0;
    do {
      if (start > 0) {
        TimeUnit.NANOSECONDS.sleep(pause.toNanos());
      }
      int count = Math.min(piece, length - start);
      out.write(body, start, count);
      // The server may hold the headers back until the first flush.
      out.flush();
      start += count;
    } while (start < length);
  }
}
