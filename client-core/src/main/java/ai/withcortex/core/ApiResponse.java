package ai.withcortex.core;

import java.util.List;
import java.util.Map;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A successful answer: its status, its headers and what its body was read as.
 *
 * @param <T> what the body was read as
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

  /** The HTTP status code, from 200 to 299. */
  public int status() {
    return status;
  }

  /** The headers by name in any case; unmodifiable, and made anew at each call. */
  public Map<String, List<String>> headers() {
    return ResponseHeaders.toMap(headers);
  }

  /** The first value of a header by its name in any case, or null if the answer has none. */
  public @Nullable String header(String name) {
    return ResponseHeaders.first(headers, name);
  }

  /** What the body was read as; null only for calls that answer with {@code Void}. */
  public T body() {
    return body;
  }
}
