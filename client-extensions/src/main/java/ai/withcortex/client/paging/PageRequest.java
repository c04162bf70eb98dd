package ai.withcortex.client.paging;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What a walk asks its source for. Immutable. */
public final class PageRequest {
  private final Window window;
  private final boolean mayBlock;
  private final @Nullable Duration timeLeft;
  private final BooleanSupplier mayRetry;

  PageRequest(
      Window window, boolean mayBlock, @Nullable Duration timeLeft, BooleanSupplier mayRetry) {
    this.window = window;
    this.mayBlock = mayBlock;
    this.timeLeft = timeLeft;
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
}
