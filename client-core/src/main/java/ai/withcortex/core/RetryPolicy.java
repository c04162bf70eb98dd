package ai.withcortex.core;

import ai.withcortex.core.call.Deadline;
import java.time.Duration;

/**
 * The maximum number of attempts for a call and the delays between them. Immutable, and validated
 * when it is built.
 *
 * <p>GET, HEAD, OPTIONS, PUT and DELETE requests are retried after a failed or broken connection, a
 * timeout of a single attempt, or a response with the status 408, 429, 500, 502, 503 or 504. The
 * delay before the n-th retry is a random duration between zero and {@code firstDelay} times 2 to
 * the power of n - 1, capped at {@code longestDelay}. A {@code Retry-After} header can make the
 * delay longer, but never shorter.
 *
 * <p>All calls of a client share a budget of 500 tokens. A retry costs 5 tokens, or 10 after a
 * timeout, and each successful call returns one. When too few tokens are left, failed calls are not
 * retried. This limits the client to 100 retries during a full outage, and in the long run to one
 * retry for every five successes. Requests that are resent within an attempt because a pooled
 * connection was broken count against a separate budget of the same size.
 *
 * <pre>{@code
 * RetryPolicy patient = RetryPolicy.builder().maxAttempts(8).build();
 * }</pre>
 */
public final class RetryPolicy {
  private static final RetryPolicy STANDARD = builder().build();
  private static final RetryPolicy NONE = builder().maxAttempts(1).build();

  /** Returns the default policy, which has the default values of the builder. */
  public static RetryPolicy standard() {
    return STANDARD;
  }

  /** Returns a policy that makes one attempt and never retries. */
  public static RetryPolicy none() {
    return NONE;
  }

  /**
   * Returns a builder with the defaults: 4 attempts, a first delay of up to 200 ms, later delays of
   * up to 20 s, and a {@code Retry-After} of up to 60 s.
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

  /** Returns the maximum number of attempts for a call, including the first. */
  public int maxAttempts() {
    return maxAttempts;
  }

  /** Returns the maximum random delay before the first retry. */
  public Duration firstDelay() {
    return firstDelay;
  }

  /** Returns the maximum random delay before any retry; the server may ask for a longer one. */
  public Duration longestDelay() {
    return longestDelay;
  }

  /**
   * Returns the longest accepted {@code Retry-After}. If the server asks for a longer delay, the
   * call fails immediately.
   */
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

    /** Sets the maximum number of attempts for a call, including the first; at least 1. */
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

    /** Sets the maximum random delay before the first retry; at least 1 ms. */
    public Builder firstDelay(Duration firstDelay) {
      this.firstDelay = Deadline.check("firstDelay", firstDelay);
      return this;
    }

    /** Sets the maximum random delay before any retry; the server may ask for a longer one. */
    public Builder longestDelay(Duration longestDelay) {
      this.longestDelay = Deadline.check("longestDelay", longestDelay);
      return this;
    }

    /**
     * Sets the longest accepted {@code Retry-After}. If the server asks for a longer delay, the
     * call fails immediately.
     */
    public Builder longestRetryAfter(Duration longestRetryAfter) {
      this.longestRetryAfter = Deadline.check("longestRetryAfter", longestRetryAfter);
      return this;
    }

    /**
     * Validates the values and creates the policy.
     *
     * @throws IllegalArgumentException if {@code firstDelay} is longer than {@code longestDelay}
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
