package ai.withcortex.core.call;

import ai.withcortex.core.error.CortexException;
import ai.withcortex.core.error.CortexTimeoutException;

/**
 * Limits the retries of a transport to a share of its successes.
 *
 * <p>The numbers are those of the AWS SDKs' standard retry mode. The budget covers up to a hundred
 * retries at once. A retry after a timeout costs twice as much, because the timeout occupied a
 * connection for a long time. A success always returns one token, never the cost of its retries, so
 * that in the long run, retries stay below a fifth of the successes.
 */
public final class RetryBudget {
  private static final int CAPACITY = 500;
  private static final int COST = 5;
  private static final int COST_AFTER_TIMEOUT = 10;

  private volatile int tokens = CAPACITY;

  /**
   * Takes the cost of a retry after the given failure; returns false if too few tokens are left.
   */
  public boolean take(CortexException failure) {
    return take(failure instanceof CortexTimeoutException ? COST_AFTER_TIMEOUT : COST);
  }

  /** Takes the cost of a retry that does not follow a timeout. */
  public boolean take() {
    return take(COST);
  }

  public void giveBack() {
    // Takes no lock while the budget is full, which is the case for nearly all calls.
    if (tokens < CAPACITY) {
      synchronized (this) {
        tokens = Math.min(CAPACITY, tokens + 1);
      }
    }
  }

  private synchronized boolean take(int cost) {
    boolean isEnough = tokens >= cost;
    tokens -= isEnough ? cost : 0;
    return isEnough;
  }
}
