package ai.withcortex.core;

import java.time.Duration;

/**
 * How often and after what delay a call is repeated: one checked, immutable value.
 *
 * <p>Repeated are GET, HEAD, OPTIONS, PUT and DELETE, after a failed or broken connection, a time
 * limit on one attempt, and the statuses 408, 429, 500, 502, 503 and 504. The delay before the n-th
 * repetition is random between zero and {@code firstDelay} times 2 to the power of n - 1, but at
 * most {@code longestDelay}; a server's {@code Retry-After} makes it longer, never shorter.
 *
 * <p>All calls of a client share a budget of 500 tokens. A repetition takes 5, after a time limit
 * 10, and each successful call gives one back; when too few are left, calls fail with what their
 * last attempt met. So in a full outage only the first hundred repetitions are sent, and in the
 * long run no more than one for five successes. A request that is sent again within an attempt,
 * because a connection that was kept turned out to be broken, has a second budget of this kind.
 *
 * <pre>{@code
 * RetryPolicy patient = RetryPolicy.builder().maxAttempts(8).build();
 * }</pre>
 */
public final class RetryPolicy {
  private static final RetryPolicy STANDARD = builder().build();
  private static final RetryPolicy NONE = builder().maxAttempts(1).build();

  /** What is used unless another policy is set: the builder's defaults. */
  public static RetryPolicy standard() {
    return STANDARD;
  }

  /** One attempt only. */
  public static RetryPolicy none() {
    return NONE;
  }

  /** Starts a policy with 4 attempts, delays of 200 ms to 20 s, and 60 s for Retry-After. */
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

  /** The attempts of one call, the first included. */
  public int maxAttempts() {
    return maxAttempts;
  }

  /** The upper bound of the delay before the first repetition. */
  public Duration firstDelay() {
    return firstDelay;
  }

  /** The upper bound of every delay that the server did not ask for. */
  public Duration longestDelay() {
    return longestDelay;
  }

  /** The longest {@code Retry-After} that is waited for; above it the call fails at once. */
  public Duration longestRetryAfter() {
    return longestRetryAfter;
  }

  /** Starts a policy with the values of this one. */
  public Builder toBuilder() {
    return builder()
        .maxAttempts(maxAttempts)
        .firstDelay(firstDelay)
        .longestDelay(longestDelay)
        .longestRetryAfter(longestRetryAfter);
  }

  /** Makes a {@link RetryPolicy}. Not thread-safe. */
  public static final class Builder {
    private int maxAttempts = 4;
    private Duration firstDelay = Duration.ofMillis(200);
    private Duration longestDelay = Duration.ofSeconds(20);
    private Duration longestRetryAfter = Duration.ofSeconds(60);

    private Builder() {}

    /** Sets the attempts of one call, the first included; at least 1. */
    public Builder maxAttempts(int maxAttempts) {
      if (maxAttempts < 1) {
        throw new IllegalArgumentException(
            "Expected maxAttempts of at least 1, found "
                + maxAttempts
                + "; 1 stands for no repetition.");
      }
      this.maxAttempts = maxAttempts;
      return this;
    }

    /** Sets the upper bound of the delay before the first repetition; at least 1 ms. */
    public Builder firstDelay(Duration firstDelay) {
      this.firstDelay = DurationRule.check("firstDelay", firstDelay);
      return this;
    }

    /** Sets the upper bound of every delay that the server did not ask for. */
    public Builder longestDelay(Duration longestDelay) {
      this.longestDelay = DurationRule.check("longestDelay", longestDelay);
      return this;
    }

    /** Sets the longest {@code Retry-After} to wait for; above it the call fails at once. */
    public Builder longestRetryAfter(Duration longestRetryAfter) {
      this.longestRetryAfter = DurationRule.check("longestRetryAfter", longestRetryAfter);
      return this;
    }

    /**
     * Checks the values and makes the policy.
     *
     * @throws IllegalArgumentException if the first delay is above the longest
     */
    public RetryPolicy build() {
      if (firstDelay.compareTo(longestDelay) > 0) {
        throw new IllegalArgumentException(
            "Expected firstDelay of at most longestDelay, found "
                + firstDelay
                + " and "
                + longestDelay
                + "; shorten the first or lengthen the second.");
      }
      return new RetryPolicy(this);
    }
  }
}
