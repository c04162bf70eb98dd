package ai.withcortex.core;

import ai.withcortex.core.call.RateLimit;
import ai.withcortex.core.error.CortexException;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** The wait of one call for its turns under a rate limit, one turn for each attempt. */
final class TurnWait {
  private final RateLimit rate;
  private final Request request;
  private final ClientCall<?> call;
  private volatile RateLimit.@Nullable Turn turn;

  /** How long the latest turn was waited for. */
  long nanos;

  TurnWait(RateLimit rate, Request request, ClientCall<?> call) {
    this.rate = rate;
    this.request = request;
    this.call = call;
  }

  /**
   * Runs the action in turn: immediately on this thread, or later on the timer's.
   *
   * @throws CortexException if the time of the call ends before that
   */
  void take(Runnable start) {
    RateLimit.Turn next =
        rate.turn(
            request,
            waited -> {
              nanos = waited;
              start.run();
            });
    call.requireTimeFor(next.expectedNanos(), rate.requestsPerSecond);
    turn = next;
    next.take();
    if (call.isEnded()) {
      next.leave();
    }
  }

  /** Gives up the turn, unless it has come. */
  void leave() {
    RateLimit.Turn waiting = turn;
    if (waiting != null) {
      waiting.leave();
    }
  }
}
