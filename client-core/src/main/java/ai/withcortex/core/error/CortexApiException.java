package ai.withcortex.core.error;

import static java.util.Objects.requireNonNull;

import ai.withcortex.core.http.RefusingStatuses;
import ai.withcortex.core.http.TransientStatuses;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when the API, or a gateway in front of it, responds with a status other than 2xx.
 *
 * <p>The message contains the status, the method, the path, the error text of the response, and the
 * request id. It never contains query values, headers, the API key, or the rest of the body.
 *
 * <p>To test your error handling, create an exception with {@link #builder}.
 */
public class CortexApiException extends CortexException {
  private static final int EXCERPT_LENGTH = 512;

  /**
   * Returns a builder for the exception that describes an error response.
   *
   * @param request the method and the path, such as {@code GET /apps/app_1/things}
   * @param status the HTTP status code
   * @param message the message of the exception
   */
  public static Builder builder(String request, int status, String message) {
    return new Builder(request, status, message);
  }

  private final String request;
  private final int status;
  private final List<ValidationError> validationErrors;
  private final @Nullable String requestId;
  private final Map<String, List<String>> headers;
  private final String body;
  private final int attempts;
  private final @Nullable Instant retryAfter;
  private final boolean retryable;

  CortexApiException(Builder response) {
    super(response.message, null);
    request = response.request;
    status = response.status;
    validationErrors = response.validationErrors;
    requestId = response.requestId;
    headers = response.headers;
    body = response.body;
    attempts = response.attempts;
    retryAfter = response.retryAfter;
    retryable = response.isRetryable();
    setMayHaveArrived(!RefusingStatuses.include(status));
  }

  /** Returns the method and the path of the request, such as {@code GET /apps/app_1/things}. */
  public final String request() {
    return request;
  }

  /** Returns the HTTP status code. */
  public final int status() {
    return status;
  }

  /** Returns the problems found in the request; empty if the response lists none. */
  public final List<ValidationError> validationErrors() {
    return validationErrors;
  }

  /**
   * Returns the request id to quote when you contact support, or null if the response has none.
   *
   * <p>The id comes from the first non-empty header among {@code x-request-id}, {@code request-id},
   * {@code x-amzn-requestid} and {@code cf-ray}.
   */
  public final @Nullable String requestId() {
    return requestId;
  }

  /** Returns the response headers in an unmodifiable map with case-insensitive names. */
  public final Map<String, List<String>> headers() {
    return headers;
  }

  /**
   * Returns the body, which may be in any format, with the API key removed; empty if there is none.
   * A body of more than 64 KiB is truncated.
   */
  public final String body() {
    return body;
  }

  /**
   * Returns the first 512 characters of the body, which may be in any format; empty if there is
   * none. {@link #body} returns a longer part.
   */
  public final String bodyExcerpt() {
    if (body.length() <= EXCERPT_LENGTH) {
      return body;
    }
    boolean splitsPair = Character.isHighSurrogate(body.charAt(EXCERPT_LENGTH - 1));
    return body.substring(0, splitsPair ? EXCERPT_LENGTH - 1 : EXCERPT_LENGTH);
  }

  /** Returns the number of attempts, including the one that got this response. */
  public final int attempts() {
    return attempts;
  }

  /**
   * Returns the time after which the server accepts a retry, or null if the server sent no valid
   * time.
   *
   * <p>The time comes from the first valid header of these:
   *
   * <ul>
   *   <li>{@code retry-after-ms}, in milliseconds
   *   <li>{@code Retry-After} (RFC 9110, section 10.2.3), in seconds or as a date. The delay until
   *       a date is counted from the {@code Date} of the same response, so the clocks of client and
   *       server can differ; without {@code Date}, the date is returned unchanged.
   *   <li>{@code RateLimit-Reset}, in seconds from now, only with status 429. A time since 1970 is
   *       ignored.
   * </ul>
   *
   * <p>Numbers can have a fraction, and delays are capped at about 31 years. A date before {@code
   * Date} results in a time in the past.
   */
  public final @Nullable Instant retryAfter() {
    return retryAfter;
  }

  /**
   * Returns whether the same request may succeed later, which is the case if the status is one of
   * the retry policy's {@link ai.withcortex.core.RetryPolicy#retriedStatuses retriedStatuses()}, or
   * if it is a 403 with a {@code Retry-After} header, which counts as a 429. Neither the method nor
   * the number of attempts matters.
   */
  public final boolean isRetryable() {
    return retryable;
  }

  /**
   * Builds an exception that describes an error response. Values that are not set are empty or
   * null, and the number of attempts is 1.
   */
  public static final class Builder {
    private final String request;
    private final int status;
    private final String message;
    private List<ValidationError> validationErrors = Collections.emptyList();
    private @Nullable String requestId;
    private Map<String, List<String>> headers = Collections.emptyMap();
    private String body = "";
    private int attempts = 1;
    private @Nullable Instant retryAfter;
    private @Nullable Boolean retryable;

    private Builder(String request, int status, String message) {
      this.request = requireNonNull(request, "request == null");
      this.status = status;
      this.message = requireNonNull(message, "message == null");
    }

    /** Sets the problems found in the request. */
    public Builder validationErrors(List<ValidationError> validationErrors) {
      this.validationErrors = Collections.unmodifiableList(new ArrayList<>(validationErrors));
      return this;
    }

    /** Sets the id of the request; null if there is none. */
    public Builder requestId(@Nullable String requestId) {
      this.requestId = requestId;
      return this;
    }

    /** Sets the headers, whose names are case-insensitive. */
    public Builder headers(Map<String, List<String>> headers) {
      Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      copy.putAll(headers);
      this.headers = Collections.unmodifiableMap(copy);
      return this;
    }

    /** Sets the body, which may be truncated. */
    public Builder body(String body) {
      this.body = requireNonNull(body, "body == null");
      return this;
    }

    /** Sets the number of attempts, at least 1. */
    public Builder attempts(int attempts) {
      this.attempts = attempts;
      return this;
    }

    /** Sets the time after which a retry is accepted; null if there is none. */
    public Builder retryAfter(@Nullable Instant retryAfter) {
      this.retryAfter = retryAfter;
      return this;
    }

    /**
     * Sets whether the same request may succeed later; by default, this depends on the status and
     * {@link #retryAfter}, as in the {@linkplain ai.withcortex.core.RetryPolicy#standard default
     * retry policy}.
     */
    public Builder retryable(boolean retryable) {
      this.retryable = retryable;
      return this;
    }

    /** Returns an exception of the class that matches the status and {@link #retryAfter}. */
    public CortexApiException build() {
      boolean asksToWait = retryAfter != null;
      if (status == 401 || (status == 403 && !asksToWait)) {
        return new AuthenticationException(this);
      }
      if (status == 404) {
        return new NotFoundException(this);
      }
      if (status == 429 || (asksToWait && (status == 403 || isRetryable()))) {
        return new RateLimitedException(this);
      }
      return new CortexApiException(this);
    }

    private boolean isRetryable() {
      return retryable == null
          ? TransientStatuses.include(TransientStatuses.DEFAULT, status, retryAfter != null)
          : retryable;
    }
  }
}
