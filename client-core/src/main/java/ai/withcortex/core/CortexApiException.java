package ai.withcortex.core;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when the API, or a gateway in front of it, responds with a status other than 2xx.
 *
 * <p>The message contains the status, the method, the path, the error text of the response, and the
 * request id. It never contains query values, headers, the API key, or the rest of the body.
 */
public class CortexApiException extends CortexException {
  private static final int EXCERPT_LENGTH = 512;

  final ErrorAnswer answer;

  CortexApiException(ErrorAnswer answer) {
    super(answer.describe(), null);
    this.answer = answer;
  }

  /** Returns the HTTP status code. */
  public final int status() {
    return answer.status;
  }

  /** Returns the problems in each part of the request; empty if the response names none. */
  public final List<ValidationError> validationErrors() {
    return answer.validationErrors;
  }

  /**
   * Returns the id to quote to support, or null if the response has none.
   *
   * <p>It comes from the first non-empty header of {@code x-request-id}, {@code request-id}, {@code
   * x-amzn-requestid} and {@code cf-ray}.
   */
  public final @Nullable String requestId() {
    return answer.requestId;
  }

  /** Returns the response headers in an unmodifiable map with case-insensitive names. */
  public final Map<String, List<String>> headers() {
    return answer.headers;
  }

  /**
   * Returns the first 512 characters of the body, in any format; empty if there is none. {@link
   * CortexTransport#errorBody} reads all of it.
   */
  public final String bodyExcerpt() {
    return OneLine.cut(answer.body, EXCERPT_LENGTH);
  }

  /** Returns the number of attempts, including the one that got this response. */
  public final int attempts() {
    return answer.attempts;
  }

  /**
   * Returns the time after which the server accepts a retry, or null if it sent no valid one.
   *
   * <p>It comes from the header {@code Retry-After} (RFC 9110, section 10.2.3; fractions of a
   * second are accepted too). A date in the past is returned unchanged; a delay in seconds is
   * capped at about 31 years.
   */
  public final @Nullable Instant retryAfter() {
    return answer.retryAfter;
  }

  /** Returns whether the same request may succeed later: status 408, 429, 500, 502, 503 or 504. */
  public final boolean isRetryable() {
    return answer.isRetryable();
  }
}
