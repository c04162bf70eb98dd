package ai.withcortex.core;

import ai.withcortex.core.http.ResponseHeaders;
import java.util.List;
import java.util.Map;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A successful response: its status, headers and decoded body.
 *
 * @param <T> the type of the decoded body
 */
public final class ApiResponse<T extends @Nullable Object> {
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
