package ai.withcortex.core;

/** Exponential delays with full jitter and a cap. */
final class Backoff {
  private final RetryPolicy policy;
  private final TimeAndChance chance;

  Backoff(RetryPolicy policy, TimeAndChance chance) {
    this.policy = policy;
    this.chance = chance;
  }

  /** The delay after so many attempts. */
  long nanosAfter(int attempts) {
    double cap = policy.longestDelay().toNanos();
    double doubled = policy.firstDelay().toNanos() * Math.pow(2, attempts - 1);
    return (long) (Math.min(cap, doubled) * chance.chance());
  }
}
