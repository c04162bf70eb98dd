package ai.withcortex.core;

import ai.withcortex.core.call.Deadline;
import java.time.Duration;

/**
 * The number of retries of a call and their delays: one validated, immutable value.
 *
 * <p>GET, HEAD, OPTIONS, PUT and DELETE are retried after a failed or broken connection, a timeout
 * of one attempt, and the statuses 408, 429, 500, 502, 503 and 504. The delay before the n-th retry
 * is random between zero and {@code firstDelay} times 2 to the power of n - 1, but at most {@code
 * longestDelay}; a server's {@code Retry-After} can make it longer, never shorter.
 *
 * <p>All calls of a client share a budget of 500 tokens. A retry costs 5 tokens, or 10 after a
 * timeout, and each successful call returns one. When too few tokens are left, calls fail with the
 * failure of their last attempt. So during a full outage, at most the first hundred retries are
 * sent, and in the long run at most one for every five successes. Requests that are sent again
 * within an attempt, because a pooled connection turned out to be broken, have a second budget of
 * this kind.
 *
 * <pre>{@code
 * RetryPolicy patient = RetryPolicy.builder().maxAttempts(8).build();
 * }</pre>
 */
public final class RetryPolicy {
  private static final RetryPolicy STANDARD = builder().build();
  private static final RetryPolicy NONE = builder().maxAttempts(1).build();

  /** Returns the default policy, with the builder's defaults. */
  public static RetryPolicy standard() {
    return STANDARD;
  }

  /** Returns a policy with one attempt only. */
  public static RetryPolicy none() {
    return NONE;
  }

  /**
   * Returns a builder with 4 attempts, delays of up to 200 ms at first and 20 s at most, and 60 s
   * for Retry-After.
   */
  public static Builder builder() {
    return new Builder();
  }

  private final int maxAttempts;
  private final Duration firstDelay;
  private final Duration longestDelay;
  private final Duration longestRetryAfter;

  private RetryPolicy(Builder builder) {
    maxAttempts = builder.maxAttempts;
    firstDelay = builder.firstDelay;
    longestDelay = builder.longestDelay;
    longestRetryAfter = builder.longestRetryAfter;
  }

  /** Returns the maximum number of attempts of one call, including the first. */
  public int maxAttempts() {
    return maxAttempts;
  }

  /** Returns the upper bound of the delay before the first retry. */
  public Duration firstDelay() {
    return firstDelay;
  }

  /** Returns the upper bound of every delay that the server did not ask for. */
  public Duration longestDelay() {
    return longestDelay;
  }

  /** Returns the longest accepted {@code Retry-After}; if it is longer, the call fails at once. */
  public Duration longestRetryAfter() {
    return longestRetryAfter;
  }

  /** Returns a builder with the values of this policy. */
  public Builder toBuilder() {
    return builder()
        .maxAttempts(maxAttempts)
        .firstDelay(firstDelay)
        .longestDelay(longestDelay)
        .longestRetryAfter(longestRetryAfter);
  }

  /** Builds a {@link RetryPolicy}. Not thread-safe. */
  public static final class Builder {
    private int maxAttempts = 4;
    private Duration firstDelay = Duration.ofMillis(200);
    private Duration longestDelay = Duration.ofSeconds(20);
    private Duration longestRetryAfter = Duration.ofSeconds(60);

    private Builder() {}

    /** Sets the maximum number of attempts of one call, including the first; at least 1. */
    public Builder maxAttempts(int maxAttempts) {
      if (maxAttempts < 1) {
        throw new IllegalArgumentException(
            "Expected maxAttempts to be at least 1, found "
                + maxAttempts
                + "; use 1 to disable retries.");
      }
      this.maxAttempts = maxAttempts;
      return this;
    }

    /** Sets the upper bound of the delay before the first retry; at least 1 ms. */
    public Builder firstDelay(Duration firstDelay) {
      this.firstDelay = Deadline.check("firstDelay", firstDelay);
      return this;
    }

    /** Sets the upper bound of every delay that the server did not ask for. */
    public Builder longestDelay(Duration longestDelay) {
      this.longestDelay = Deadline.check("longestDelay", longestDelay);
      return this;
    }

    /** Sets the longest accepted {@code Retry-After}; if it is longer, the call fails at once. */
    public Builder longestRetryAfter(Duration longestRetryAfter) {
      this.longestRetryAfter = Deadline.check("longestRetryAfter", longestRetryAfter);
      return this;
    }

    /**
     * Validates the values and creates the policy.
     *
     * @throws IllegalArgumentException if the first delay is longer than the longest
     */
    public RetryPolicy build() {
      if (firstDelay.compareTo(longestDelay) > 0) {
        throw new IllegalArgumentException(
            "Expected firstDelay to be at most longestDelay, found "
                + firstDelay
                + " and "
                + longestDelay
                + "; reduce the first or increase the second.");
      }
      return new RetryPolicy(this);
    }
  }
}
