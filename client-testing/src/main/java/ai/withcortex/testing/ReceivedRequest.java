package ai.withcortex.testing;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request that the sandbox received, with the status of its response. Immutable. */
public final class ReceivedRequest {
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
      int status,
      @Nullable Fault fault) {
    this.method = method;
    this.path = path;
    this.query = copy(query, new LinkedHashMap<>());
    this.headers = redacted(headers);
    this.status = status;
    this.fault = fault;
  }

  /** Returns the method, such as {@code GET}. */
  public String method() {
    return method;
  }

  /** Returns the percent-encoded path, as sent. */
  public String path() {
    return path;
  }

  /**
   * Returns the decoded query values by decoded name, in the order received. Text that is not
   * percent-encoded UTF-8 is left unchanged.
   */
  public Map<String, List<String>> query() {
    return query;
  }

  /**
   * Returns the decoded value of a query parameter, or null if it was not sent. If the parameter
   * was repeated, the first value is returned.
   */
  public @Nullable String query(String name) {
    return first(query.get(requireNonNull(name, "name == null")));
  }

  /**
   * Returns the headers. Lookups are case-insensitive. The value of {@code Authorization} is
   * replaced with {@code [redacted]}.
   */
  public Map<String, List<String>> headers() {
    return headers;
  }

  /**
   * Returns the first value of the header with the given case-insensitive name, or null if there is
   * none.
   */
  public @Nullable String header(String name) {
    return first(headers.get(requireNonNull(name, "name == null")));
  }

  /** Returns the HTTP status of the response, or 0 if a fault kept it from reaching the caller. */
  public int status() {
    return status;
  }

  /**
   * Returns the fault that affected the request, or null if there was none. The fault is the same
   * instance as in the script.
   */
  public @Nullable Fault fault() {
    return fault;
  }

  /** Returns the method, the path, the status, and the fault, if any. */
  @Override
  public String toString() {
    String text = method + " " + path + " -> " + status;
    return fault == null ? text : text + " (" + fault + ")";
  }

  private static Map<String, List<String>> redacted(Map<String, List<String>> headers) {
    Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(headers);
    copy.replace("Authorization", Collections.singletonList("[redacted]"));
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
