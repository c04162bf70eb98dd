package ai.withcortex.testing;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request that the sandbox received, and the status it answered. Immutable. */
public final class ReceivedRequest {
  private static final String AUTHORIZATION = "Authorization";

  private final String method;
  private final String path;
  private final Map<String, List<String>> query;
  private final Map<String, List<String>> headers;
  private final int status;
  private final @Nullable Fault fault;

  ReceivedRequest(
      String method,
      String path,
      Map<String, List<String>> query,
      Map<String, List<String>> headers,
      int status) {
    this(method, path, query, headers, status, null);
  }

  ReceivedRequest(
      String method,
      String path,
      Map<String, List<String>> query,
      Map<String, List<String>> headers,
      int status,
      @Nullable Fault fault) {
    this.method = method;
    this.path = path;
    this.query = copy(query, new LinkedHashMap<>());
    this.headers = redacted(headers);
    this.status = status;
    this.fault = fault;
  }

  /** The method, such as {@code GET}. */
  public String method() {
    return method;
  }

  /** The path as it was sent, so percent-encoded. */
  public String path() {
    return path;
  }

  /**
   * The decoded values of the query by decoded name, all in the order they came; what is not
   * percent-encoded UTF-8 stands as it came.
   */
  public Map<String, List<String>> query() {
    return query;
  }

  /** The decoded value of a query parameter, the first if it came repeatedly; null if none came. */
  public @Nullable String query(String name) {
    return first(query.get(requireNonNull(name, "name == null")));
  }

  /** The headers; lookups ignore case. {@code Authorization} has the value {@code [redacted]}. */
  public Map<String, List<String>> headers() {
    return headers;
  }

  /** The value of a header, whose name may be in any case; the first of several, null if none. */
  public @Nullable String header(String name) {
    return first(headers.get(requireNonNull(name, "name == null")));
  }

  /** The HTTP status that was answered; 0 if a fault let none out. */
  public int status() {
    return status;
  }

  /** The fault that the request met, the very one of the script; null if all was well. */
  public @Nullable Fault fault() {
    return fault;
  }

  /** Tells the method, the path, the status and, if there was one, the fault. */
  @Override
  public String toString() {
    String text = method + " " + path + " -> " + status;
    return fault == null ? text : text + " (" + fault + ")";
  }

  private static Map<String, List<String>> redacted(Map<String, List<String>> headers) {
    Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(headers);
    if (copy.containsKey(AUTHORIZATION)) {
      copy.put(AUTHORIZATION, Collections.singletonList("[redacted]"));
    }
    return copy(copy, new TreeMap<>(String.CASE_INSENSITIVE_ORDER));
  }

  private static Map<String, List<String>> copy(
      Map<String, List<String>> source, Map<String, List<String>> target) {
    source.forEach(
        (name, values) -> target.put(name, Collections.unmodifiableList(new ArrayList<>(values))));
    return Collections.unmodifiableMap(target);
  }

  private static @Nullable String first(@Nullable List<String> values) {
    return values == null || values.isEmpty() ? null : values.get(0);
  }
}
