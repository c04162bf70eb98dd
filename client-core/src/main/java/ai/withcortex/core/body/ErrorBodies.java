package ai.withcortex.core.body;

import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.ValidationError;
import ai.withcortex.core.http.ContentEncoding;
import ai.withcortex.core.http.ContentType;
import ai.withcortex.core.http.RequestName;
import ai.withcortex.core.http.ResponseHeaders;
import ai.withcortex.core.http.RetryAfter;
import ai.withcortex.core.http.SentRequest;
import ai.withcortex.core.http.TransientStatuses;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.text.OneLine;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.Headers;
import okhttp3.Request;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/** Turns an error response with any body into the exception for its status. */
public final class ErrorBodies {
  private static final int LONGEST_MESSAGE = 512;
  private static final int LONGEST_REQUEST_ID = 128;

  /**
   * Reads the whole response.
   *
   * @param retried the statuses that the client retries
   */
  public static CortexApiException read(
      Request request, Response<?> response, int attempts, Instant now, Set<Integer> retried) {
    ResponseBody body = response.errorBody();
    Request sent = response.raw().request();
    Headers headers = response.headers();
    String received = body == null ? "" : text(body, sent);
    String encoding = ContentEncoding.left(headers, received);
    // Bytes that are no text would only be noise.
    String text = encoding == null ? received : "";
    JsonValue error = parse(text);
    String message = error == null ? null : string(error, "message");
    List<ValidationError> errors =
        error == null ? Collections.emptyList() : validationErrors(error);
    String requestId = requestId(headers, sent);
    Instant retryAfter = RetryAfter.read(response.code(), headers, now);
    String words =
        message != null
            ? message
            : SentRequest.withoutKey(withoutMessage(response, body, text, error, encoding), sent);
    String name = RequestName.of(request);
    String described =
        "HTTP "
            + response.code()
            + " from "
            + name
            + ": "
            + OneLine.of(words + listed(errors), LONGEST_MESSAGE)
            + (requestId == null
                ? ""
                : " [request id " + OneLine.of(requestId, LONGEST_REQUEST_ID) + "]")
            + (retryAfter == null
                ? ""
                : " [retry after " + retryAfter.truncatedTo(ChronoUnit.MILLIS) + "]")
            + RequestName.attempts(attempts);
    return CortexApiException.builder(name, response.code(), described)
        .validationErrors(errors)
        .requestId(requestId)
        .headers(ResponseHeaders.toMap(headers))
        .body(text)
        .attempts(attempts)
        .retryAfter(retryAfter)
        .retryable(TransientStatuses.include(retried, response.code(), retryAfter != null))
        .build();
  }

  private static String listed(List<ValidationError> errors) {
    return errors.isEmpty()
        ? ""
        : errors.stream()
            .map(ValidationError::toString)
            .collect(Collectors.joining("; ", " (", ")"));
  }

  private static String text(ResponseBody body, Request sent) {
    try {
      return SentRequest.withoutKey(body.string(), sent);
    } catch (IOException e) {
      // Retrofit keeps error bodies in memory. If that changes, the status is still reported.
      return "";
    }
  }

  private static @Nullable String requestId(Headers headers, Request sent) {
    String id = ResponseHeaders.requestId(headers);
    return id == null ? null : SentRequest.withoutKey(id, sent);
  }

  private static @Nullable JsonValue parse(String text) {
    try {
      JsonValue value = JsonValue.parse(text);
      return value.kind() == JsonValue.Kind.OBJECT ? value : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static String withoutMessage(
      Response<?> response,
      @Nullable ResponseBody body,
      String text,
      @Nullable JsonValue error,
      @Nullable String encoding) {
    if (response.code() / 100 == 3 && response.headers().get("Location") != null) {
      return "received a redirect that was not followed";
    }
    if (error != null) {
      return "received a JSON error without a message";
    }
    if (encoding != null) {
      return "answered with a body that is still encoded as "
          + encoding
          + " instead of a JSON error";
    }
    if (body == null || text.trim().isEmpty()) {
      return "received an empty body instead of a JSON error";
    }
    return "received " + ContentType.nameOf(body.contentType()) + " instead of a JSON error";
  }

  private static List<ValidationError> validationErrors(JsonValue error) {
    List<ValidationError> found = new ArrayList<>();
    for (JsonValue item : list(error, "errors")) {
      if (item.kind() == JsonValue.Kind.OBJECT) {
        List<String> path = new ArrayList<>();
        for (JsonValue part : list(item, "path")) {
          path.add(part.kind() == JsonValue.Kind.STRING ? part.asString() : part.json());
        }
        found.add(
            new ValidationError(
                string(item, "validation"), string(item, "code"), string(item, "message"), path));
      }
    }
    return Collections.unmodifiableList(found);
  }

  private static List<JsonValue> list(JsonValue object, String key) {
    JsonValue value = object.get(key);
    return value != null && value.kind() == JsonValue.Kind.ARRAY
        ? value.asList()
        : Collections.emptyList();
  }

  /** Returns the string with the given key, or null if it is missing or blank. */
  private static @Nullable String string(JsonValue object, String key) {
    JsonValue value = object.get(key);
    if (value == null || value.kind() != JsonValue.Kind.STRING) {
      return null;
    }
    String string = value.asString();
    return string.trim().isEmpty() ? null : string;
  }

  private ErrorBodies() {}
}
