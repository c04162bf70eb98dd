package ai.withcortex.core;

import ai.withcortex.core.body.ReadList;
import ai.withcortex.core.body.ResponseBodies;
import ai.withcortex.core.body.UnreadableBodyException;
import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.http.RequestName;
import ai.withcortex.core.http.ResponseHeaders;
import java.util.List;
import java.util.Map;
import kotlin.Unit;
import okhttp3.Headers;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/**
 * A successful response: its status, headers and decoded body.
 *
 * @param <T> the type of the decoded body
 */
public final class ApiResponse<T extends @Nullable Object> {
  /**
   * Returns the successful response to a call's attempt.
   *
   * @throws CortexDataException if its body is not what the call returns
   */
  static <T> ApiResponse<T> of(
      Response<T> response, Request request, int attempt, CallLimits limits) {
    T body = accepted(bodyOf(response, request, attempt), request, attempt, limits);
    return new ApiResponse<>(response.code(), response.headers(), body);
  }

  // The body is null only for Call<Void>, which has no other value, and T is the type of Unit.
  @SuppressWarnings({"NullAway", "unchecked"})
  private static <T> T bodyOf(Response<T> response, Request request, int attempt) {
    T body = response.body();
    if (body == null && ResponseBodies.isOf(Unit.class, request)) {
      return (T) Unit.INSTANCE;
    }
    if (body == null && !ResponseBodies.isOf(Void.class, request)) {
      throw new CortexDataException(
          "Cannot read the response to "
              + RequestName.of(request)
              + ": expected JSON, found an empty body or null (HTTP "
              + response.code()
              + ")"
              + RequestName.attempts(attempt),
          null,
          null,
          "",
          attempt);
    }
    return body;
  }

  @SuppressWarnings("unchecked") // T is a list type.
  private static <T> T accepted(T body, Request request, int attempt, CallLimits limits) {
    if (!(body instanceof ReadList)) {
      return body;
    }
    if (limits.acceptsUnread) {
      return (T) PartialList.of((ReadList<?>) body, request, attempt);
    }
    UnreadableBodyException problem = ReadList.problemIn(body);
    if (problem != null) {
      throw problem.toDataException(RequestName.of(request), attempt);
    }
    return body;
  }

  private final int status;
  private final Headers headers;
  private final T body;

  ApiResponse(int status, Headers headers, T body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /** Returns the HTTP status code, from 200 to 299. */
  public int status() {
    return status;
  }

  /** Returns the headers in a new unmodifiable map with case-insensitive names. */
  public Map<String, List<String>> headers() {
    return ResponseHeaders.toMap(headers);
  }

  /**
   * Returns the first value of the header with the given case-insensitive name, or null if there is
   * none.
   */
  public @Nullable String header(String name) {
    return ResponseHeaders.first(headers, name);
  }

  /** Returns the decoded body; null only for calls that return {@code Void}. */
  public T body() {
    return body;
  }
}
