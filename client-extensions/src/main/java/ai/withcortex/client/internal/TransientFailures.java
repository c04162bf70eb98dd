package ai.withcortex.client.internal;

import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.CortexConnectionException;
import ai.withcortex.core.error.CortexTimeoutException;
import java.time.Duration;
import java.time.Instant;

/** Tells which failures may pass, and when the server accepts the next request. */
public final class TransientFailures {
  private TransientFailures() {}

  /** Returns whether the same request may succeed later. */
  public static boolean include(Throwable failure) {
    if (failure instanceof CortexApiException) {
      return ((CortexApiException) failure).isRetryable();
    }
    if (failure instanceof CortexTimeoutException) {
      CortexTimeoutException timeout = (CortexTimeoutException) failure;
      return timeout.isRetryable() || timeout.limit() == CortexTimeoutException.Limit.TOTAL;
    }
    return failure instanceof CortexConnectionException
        && ((CortexConnectionException) failure).isRetryable();
  }

  /** Returns how long the server asks to wait; zero if it does not, or the time has passed. */
  public static Duration untilRetryAfter(Throwable failure, Instant now) {
    Instant retryAfter =
        failure instanceof CortexApiException ? ((CortexApiException) failure).retryAfter() : null;
    Duration asked = retryAfter == null ? Duration.ZERO : Duration.between(now, retryAfter);
    return asked.isNegative() ? Duration.ZERO : asked;
  }
}
