package ai.withcortex.core;

import ai.withcortex.core.call.Attempt;
import ai.withcortex.core.call.Deadline;
import ai.withcortex.core.call.RateLimit;
import ai.withcortex.core.call.RateLimit.Purpose;
import ai.withcortex.core.error.CortexException;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * The wait of one call for its turns under a rate limit, one turn or more for each attempt. Without
 * a rate limit, every attempt may start immediately.
 */
final class TurnWait {
  private final CallContext policies;
  private final @Nullable RateLimit rate;
  private final Deadline deadline;
  private final Request request;
  private volatile RateLimit.@Nullable Turn turn;
  private volatile boolean isWaiting;

  /** How long the attempt has waited for its turns. */
  private long nanos;

  TurnWait(CallContext policies, Deadline deadline, Request request) {
    this.policies = policies;
    this.rate = policies.rateLimit;
    this.deadline = deadline;
    this.request = request;
  }

  boolean isLimited() {
    return rate != null;
  }

  /** Returns whether the next turn is expected after the time of the call. */
  boolean isTooLate() {
    return rate != null
        && isTooLate(rate.turn(Purpose.SEND, request, waited -> {}).expectedNanos());
  }

  /** A walk with a time limit waits until it has elapsed, because its other requests may end. */
  private boolean isTooLate(long expected) {
    return expected >= deadline.remainingNanos()
        && deadline.totalNanos() == policies.total.toNanos();
  }

  /**
   * Returns true if the turn of the next attempt has come. Otherwise, the action runs on the
   * timer's thread when it comes.
   *
   * @param attempt the latest attempt
   * @param failure its failure, which is thrown if the time of the call ends before the turn
   */
  boolean take(
      Purpose purpose, Attempt<?> attempt, @Nullable CortexException failure, Runnable start) {
    if (rate == null) {
      return true;
    }
    RateLimit.Turn next =
        rate.turn(
            purpose,
            request,
            waited -> {
              nanos += waited;
              isWaiting = false;
              start.run();
            });
    long expected = next.expectedNanos();
    if (isTooLate(expected)) {
      throw failure == null
          ? policies.failures.delayed(attempt, deadline, expected, rate.requestsPerSecond)
          : failure;
    }
    RateLimit.Turn asked = turn;
    turn = next;
    isWaiting = true;
    boolean hasCome = next.take();
    if (asked != null) {
      // Only now, so that the workflow keeps its place.
      asked.leave();
    }
    if (hasCome) {
      isWaiting = false;
    }
    return hasCome;
  }

  /** Returns the exception for a call that has run out of time; null if it was not waiting. */
  @Nullable CortexException outOfTime(Attempt<?> attempt) {
    return rate != null && isWaiting
        ? policies.failures.delayed(attempt, deadline, rate.requestsPerSecond)
        : null;
  }

  /** Gives up the turn, unless it has been used. */
  void leave() {
    RateLimit.Turn latest = turn;
    if (latest != null) {
      latest.leave();
    }
  }

  long waitedNanos() {
    return nanos;
  }

  /** Uses the turn for the request of an attempt. */
  void use(Request sent) {
    RateLimit.Turn latest = turn;
    if (latest != null) {
      latest.sends(sent);
    }
    nanos = 0;
  }
}
