package ai.withcortex.core;

import ai.withcortex.core.call.Deadline;
import ai.withcortex.core.call.Retry;
import ai.withcortex.core.call.RetryBudget;
import ai.withcortex.core.call.TimeSource;
import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.CortexConnectionException;
import ai.withcortex.core.error.CortexException;
import ai.withcortex.core.error.CortexTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides whether, and after what delay, to retry a failed attempt. */
final class RetryStrategy {
  /** The idempotent methods of RFC 9110, section 9.2.2, without TRACE. */
  private static final Set<String> REPEATABLE =
      Collections.unmodifiableSet(
          new HashSet<>(Arrays.asList("GET", "HEAD", "OPTIONS", "PUT", "DELETE")));

  private final RetryPolicy policy;
  private final RetryBudget budget;
  private final TimeSource time;

  RetryStrategy(RetryPolicy policy, TimeSource time) {
    this.policy = policy;
    this.budget = new RetryBudget();
    this.time = time;
  }

  /** Returns whether requests with a method may be repeated, whatever became of the first one. */
  static boolean isRepeatable(String method) {
    return REPEATABLE.contains(method);
  }

  /** Records a successful call. */
  void succeeded() {
    budget.giveBack();
  }

  /**
   * Returns whether to ask for another key and retry. After a 401, the server has done nothing, so
   * a request with any method may be resent.
   */
  boolean wantsOtherKey(CortexException failure) {
    return failure instanceof CortexApiException
        && ((CortexApiException) failure).status() == 401
        && budget.take(failure);
  }

  /**
   * Returns the retry to make, or null if there is none. Checks the budget last, because the check
   * takes tokens from it.
   *
   * @param mayRepeat whether repeating the request does no harm
   */
  @Nullable Retry decide(
      boolean mayRepeat, int attempts, Deadline deadline, CortexException failure) {
    String reason = reason(failure);
    if (reason == null || !mayRepeat || attempts >= policy.maxAttempts()) {
      return null;
    }
    Duration asked = untilRetryAfter(failure);
    if (asked.compareTo(policy.longestRetryAfter()) > 0) {
      return null;
    }
    long delay = Math.max(asked.toNanos(), backoffNanos(attempts));
    if (delay >= deadline.remainingNanos() || !budget.take(failure)) {
      return null;
    }
    return new Retry(reason, delay);
  }

  /**
   * Returns the exponential delay after the given number of attempts, with full jitter and a cap.
   */
  long backoffNanos(int attempts) {
    double cap = policy.longestDelay().toNanos();
    double doubled = policy.firstDelay().toNanos() * Math.pow(2, attempts - 1);
    return (long) (Math.min(cap, doubled) * time.chance());
  }

  private static @Nullable String reason(CortexException failure) {
    if (failure instanceof CortexApiException) {
      CortexApiException answer = (CortexApiException) failure;
      return answer.isRetryable() ? "HTTP " + answer.status() : null;
    }
    if (failure instanceof CortexTimeoutException) {
      CortexTimeoutException timeout = (CortexTimeoutException) failure;
      return timeout.isRetryable()
          ? timeout.limit().name().toLowerCase(Locale.ROOT) + " timeout"
          : null;
    }
    return failure instanceof CortexConnectionException
            && ((CortexConnectionException) failure).isRetryable()
        ? "connection failure"
        : null;
  }

  /** Returns the delay that the server asked for; zero if there is none or the time has passed. */
  private Duration untilRetryAfter(CortexException failure) {
    Instant retryAfter =
        failure instanceof CortexApiException ? ((CortexApiException) failure).retryAfter() : null;
    if (retryAfter == null) {
      return Duration.ZERO;
    }
    Duration asked = Duration.between(time.now(), retryAfter);
    return asked.isNegative() ? Duration.ZERO : asked;
  }
}
