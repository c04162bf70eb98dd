package ai.withcortex.testing;

import static java.util.Objects.requireNonNull;

import ai.withcortex.testing.server.SandboxRequest;
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
  private final @Nullable String operation;
  private final String body;
  private final int status;
  private final @Nullable Fault fault;

  ReceivedRequest(SandboxRequest request, int status, @Nullable Fault fault) {
    Operation asked = Route.of(request).operation();
    this.method = request.method();
    this.path = request.path();
    this.query = copy(request.query(), new LinkedHashMap<>());
    this.headers = redacted(request.headers());
    this.operation = asked == null ? null : asked.id();
    this.body = request.body();
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

  /**
   * Returns the {@code operationId} in the spec, such as {@code startRun}, or null if the spec has
   * no operation with this method and path. A request counts as a request for an operation even if
   * it was rejected, or if a fault kept it from being carried out.
   */
  public @Nullable String operation() {
    return operation;
  }

  /**
   * Returns the body, or an empty string if there was none or {@link Fault#resetDuringRequest} kept
   * the sandbox from reading it.
   */
  public String body() {
    return body;
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

  /** Returns the method, the path, the status, and the fault, if any, but not the body. */
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
