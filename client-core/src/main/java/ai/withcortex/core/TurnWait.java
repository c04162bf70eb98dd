package ai.withcortex.core;

import ai.withcortex.core.call.RateLimit;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** The wait of one call for its turns under a rate limit, one turn for each attempt. */
final class TurnWait {
  final RateLimit rate;
  private final Request request;
  private volatile RateLimit.@Nullable Turn turn;

  /** How long the latest turn was waited for. */
  long nanos;

  TurnWait(RateLimit rate, Request request) {
    this.rate = rate;
    this.request = request;
  }

  /**
   * Prepares the next turn; the action then runs on the thread that takes it, or on the timer's.
   */
  RateLimit.Turn next(Runnable start) {
    RateLimit.Turn next =
        rate.turn(
            request,
            waited -> {
              nanos = waited;
              start.run();
            });
    turn = next;
    return next;
  }

  /** Gives up the turn, unless it has come. */
  void leave() {
    RateLimit.Turn waiting = turn;
    if (waiting != null) {
      waiting.leave();
    }
  }
}
