package ai.withcortex.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Thrown when the API asks to slow down (429). */
public final class RateLimitedException extends CortexApiException {
  private final @Nullable Instant retryAfter;

  RateLimitedException(ErrorAnswer answer, @Nullable Instant retryAfter) {
    super(answer);
    this.retryAfter = retryAfter;
  }

  /**
   * When the server wants to be asked again, or null if it did not say so in a way that is valid.
   *
   * <p>It comes from the header {@code Retry-After} (RFC 9110, section 10.2.3; fractions of a
   * second are read too). A date in the past is returned as it is.
   */
  public @Nullable Instant retryAfter() {
    return retryAfter;
  }
}
