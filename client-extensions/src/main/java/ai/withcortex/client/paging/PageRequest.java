package ai.withcortex.client.paging;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What a walk asks its source for. Safe for use by several threads. */
public final class PageRequest {
  private final Window window;
  private final boolean mayBlock;
  private final @Nullable Duration timeLeft;
  private final BooleanSupplier mayRetry;
  private boolean isCanceled;
  private Runnable onCancel = () -> {};

  PageRequest(
      Window window, boolean mayBlock, @Nullable Duration timeLeft, BooleanSupplier mayRetry) {
    this.window = window;
    this.mayBlock = mayBlock;
    // What is sent at the last moment has at least that.
    this.timeLeft = timeLeft == null || !timeLeft.isZero() ? timeLeft : Duration.ofNanos(1);
    this.mayRetry = mayRetry;
  }

  /** The number of the page, at least 0. */
  public int number() {
    return window.number;
  }

  /** How many items to ask for, at least 1. */
  public int take() {
    return window.take;
  }

  /** Whether the thread that asks has nothing else to do than to wait for the page. */
  public boolean mayBlock() {
    return mayBlock;
  }

  /** How much time the walk has left, more than zero; null if it has no limit. */
  public @Nullable Duration timeLeft() {
    return timeLeft;
  }

  /**
   * Whether the request may be repeated after a failure. A source asks this once before each
   * repetition, since each counts against the limit of the walk and in its receipt.
   */
  public boolean mayRetry() {
    return mayRetry.getAsBoolean();
  }

  /**
   * Says how to end the request while {@link PageSource#fetch} blocks; it is then called at most
   * once, on another thread, and at once if the walk is closed already.
   */
  public void onCancel(Runnable end) {
    requireNonNull(end, "end == null");
    synchronized (this) {
      onCancel = end;
      if (!isCanceled) {
        return;
      }
    }
    end.run();
  }

  void cancel() {
    Runnable end;
    synchronized (this) {
      if (isCanceled) {
        return;
      }
      isCanceled = true;
      end = onCancel;
    }
    end.run();
  }
}
