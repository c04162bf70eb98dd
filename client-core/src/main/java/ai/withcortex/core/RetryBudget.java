package ai.withcortex.core;

/**
 * Keeps the calls of a transport from repeating more than its successes pay for.
 *
 * <p>The numbers are those of the AWS SDKs' standard mode: a hundred repetitions at once, a
 * repeated time limit twice as dear since it held a connection for long. A success always gives one
 * token back, never the price of its repetition, so that repetitions stay below a fifth of the
 * successes.
 */
final class RetryBudget {
  private static final int CAPACITY = 500;
  private static final int COST = 5;
  private static final int COST_AFTER_TIMEOUT = 10;

  private volatile int tokens = CAPACITY;

  /** Takes what a repetition after this failure costs; false if too little is left. */
  boolean take(CortexException failure) {
    return take(failure instanceof CortexTimeoutException ? COST_AFTER_TIMEOUT : COST);
  }

  /** Takes what a repetition costs that nobody waited for. */
  boolean take() {
    return take(COST);
  }

  void giveBack() {
    // Without a lock while nothing was taken, as in nearly all calls.
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
