package ai.withcortex.core;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when the API, or a gateway before it, answers with another status than 2xx.
 *
 * <p>The message holds the status, the method, the path, what the error itself says, and the
 * request id; never query values, headers, the API key, or the rest of the body.
 */
public class CortexApiException extends CortexException {
  private static final int EXCERPT_LENGTH = 512;

  final ErrorAnswer answer;

  CortexApiException(ErrorAnswer answer) {
    super(answer.describe(), null);
    this.answer = answer;
  }

  /** The HTTP status code. */
  public final int status() {
    return answer.status;
  }

  /** What is wrong with which part of the request; empty if the answer does not say. */
  public final List<ValidationError> validationErrors() {
    return answer.validationErrors;
  }

  /**
   * The id to quote to support, or null if the answer has none.
   *
   * <p>It is the first of the headers {@code x-request-id}, {@code request-id}, {@code
   * x-amzn-requestid} and {@code cf-ray} that is there.
   */
  public final @Nullable String requestId() {
    return answer.requestId;
  }

  /** The headers of the answer by name in any case; unmodifiable. */
  public final Map<String, List<String>> headers() {
    return answer.headers;
  }

  /**
   * The first 512 characters of the body, whatever it is; empty if there is none. {@link
   * CortexTransport#errorBody} reads all of it.
   */
  public final String bodyExcerpt() {
    return OneLine.cut(answer.body, EXCERPT_LENGTH);
  }

  /** How many attempts were made, the one that had this answer included. */
  public final int attempts() {
    return answer.attempts;
  }

  /**
   * When the server wants to be asked again, or null if it did not say so in a way that is valid.
   *
   * <p>It comes from the header {@code Retry-After} (RFC 9110, section 10.2.3; fractions of a
   * second are read too). A date in the past is returned as it is; what is over 31 years ahead
   * counts as 31 years.
   */
  public final @Nullable Instant retryAfter() {
    return answer.retryAfter;
  }

  /** Whether the same request may succeed later: status 408, 429, 500, 502, 503 or 504. */
  public final boolean isRetryable() {
    return answer.isRetryable();
  }
}
