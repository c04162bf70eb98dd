package ai.withcortex.core;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** The content of an error response and its description in messages. */
final class ErrorAnswer implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int LONGEST_MESSAGE = 512;
  private static final int LONGEST_REQUEST_ID = 128;
  private static final List<Integer> RETRYABLE =
      Collections.unmodifiableList(Arrays.asList(408, 429, 500, 502, 503, 504));

  final String requestName;
  final int status;

  /** The message of the error, or a description of the response if it has none. */
  final String words;

  final List<ValidationError> validationErrors;
  final @Nullable String requestId;
  final Map<String, List<String>> headers;

  /** The body, or the beginning of a long one. */
  final String body;

  final int attempts;
  final @Nullable Instant retryAfter;

  ErrorAnswer(
      String requestName,
      int status,
      String words,
      List<ValidationError> validationErrors,
      @Nullable String requestId,
      Map<String, List<String>> headers,
      String body,
      int attempts,
      @Nullable Instant retryAfter) {
    this.requestName = requestName;
    this.status = status;
    this.words = words;
    this.validationErrors = validationErrors;
    this.requestId = requestId;
    this.headers = headers;
    this.body = body;
    this.attempts = attempts;
    this.retryAfter = retryAfter;
  }

  boolean isRetryable() {
    return RETRYABLE.contains(status);
  }

  /** Reads the body as its expected type. */
  <T> T read(JsonBodyConverter<T> reader) {
    try {
      T value = reader.convert(ResponseBody.create(body, null));
      if (value == null) {
        throw new UnreadableBodyException("expected JSON, found an empty body or null", "$", "");
      }
      return value;
    } catch (UnreadableBodyException e) {
      throw e.toDataException(requestName, attempts);
    } catch (IOException e) {
      // The body is in memory.
      throw new UncheckedIOException(e);
    }
  }

  String describe() {
    String said = words;
    if (!validationErrors.isEmpty()) {
      said +=
          validationErrors.stream()
              .map(ValidationError::toString)
              .collect(Collectors.joining("; ", " (", ")"));
    }
    return "HTTP "
        + status
        + " from "
        + requestName
        + ": "
        + OneLine.of(said, LONGEST_MESSAGE)
        + (requestId == null
            ? ""
            : " [request id " + OneLine.of(requestId, LONGEST_REQUEST_ID) + "]")
        + RequestName.attempts(attempts);
  }
}
