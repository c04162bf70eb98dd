package ai.withcortex.core;

import ai.withcortex.core.call.Deadline;
import ai.withcortex.core.http.TransientStatuses;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * The maximum number of attempts for a call and the delays between them. Immutable, and validated
 * when it is built.
 *
 * <p>GET, HEAD, OPTIONS, PUT and DELETE requests are retried after a failed or broken connection, a
 * timeout of a single attempt, or a response with one of the {@link #retriedStatuses}; a 403 with a
 * {@code Retry-After} header counts as a 429. The delay before the n-th retry is a random duration
 * between zero and {@code firstDelay} times 2 to the power of n - 1, capped at {@code
 * longestDelay}. A {@code Retry-After} header can make the delay longer, but never shorter. {@code
 * retry-after-ms} counts as {@code Retry-After}, and so does {@code RateLimit-Reset} with a 429.
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

  /**
   * Returns a policy that makes one attempt and never retries. As with every policy, a client with
   * a credentials supplier makes one more attempt after a 401, with the key that it supplies then.
   */
  public static RetryPolicy none() {
    return NONE;
  }

  /**
   * Returns a builder with the defaults: 4 attempts, a first delay of up to 200 ms, later delays of
   * up to 20 s, a {@code Retry-After} of up to 60 s, and the default {@link #retriedStatuses}.
   */
  public static Builder builder() {
    return new Builder();
  }

  private final int maxAttempts;
  private final Duration firstDelay;
  private final Duration longestDelay;
  private final Duration longestRetryAfter;
  private final Set<Integer> retriedStatuses;

  private RetryPolicy(Builder builder) {
    maxAttempts = builder.maxAttempts;
    firstDelay = builder.firstDelay;
    longestDelay = builder.longestDelay;
    longestRetryAfter = builder.longestRetryAfter;
    retriedStatuses = builder.retriedStatuses;
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

  /**
   * Returns the statuses after which a call is retried, as an unmodifiable set in ascending order.
   * By default, these are the transient statuses 408, 421, 425, 429, 500, 502, 503 and 504, and the
   * gateway statuses 520 to 524, 529 and 530. Before the retry after a 421, the client closes its
   * idle connections, because only another connection can lead to the right server.
   */
  public Set<Integer> retriedStatuses() {
    return retriedStatuses;
  }

  /** Returns a builder with the values of this policy. */
  public Builder toBuilder() {
    return builder()
        .maxAttempts(maxAttempts)
        .firstDelay(firstDelay)
        .longestDelay(longestDelay)
        .longestRetryAfter(longestRetryAfter)
        .retriedStatuses(retriedStatuses);
  }

  /** Builds a {@link RetryPolicy}. Not thread-safe. */
  public static final class Builder {
    private int maxAttempts = 4;
    private Duration firstDelay = Duration.ofMillis(200);
    private Duration longestDelay = Duration.ofSeconds(20);
    private Duration longestRetryAfter = Duration.ofSeconds(60);
    private Set<Integer> retriedStatuses = TransientStatuses.DEFAULT;

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
     * Sets the statuses after which a call is retried. This replaces the previous set; an empty set
     * means that no status is retried. To add a status, start with the set of an existing policy:
     *
     * <pre>{@code
     * Set<Integer> statuses = new TreeSet<>(RetryPolicy.standard().retriedStatuses());
     * statuses.add(409);
     * RetryPolicy policy = RetryPolicy.builder().retriedStatuses(statuses).build();
     * }</pre>
     *
     * @param statuses statuses of responses that are errors, from 300 to 999
     */
    public Builder retriedStatuses(Collection<Integer> statuses) {
      for (int status : statuses) {
        if (status < 300 || status > 999) {
          throw new IllegalArgumentException(
              "Expected retriedStatuses from 300 to 999, found "
                  + status
                  + "; leave it out, since only an error is retried.");
        }
      }
      this.retriedStatuses = Collections.unmodifiableSet(new TreeSet<>(statuses));
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
