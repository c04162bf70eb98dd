package ai.withcortex.client.steps;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.StepType;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a server: the output of a step of type {@code http_request} or {@code browser}.
 *
 * <p>A missing property, or one of an unexpected kind, is null or empty; {@link #json()} has
 * everything.
 */
public final class HttpOutput extends JsonView implements TypedOutput {
  private final boolean isBrowser;

  HttpOutput(JsonValue json, boolean isBrowser) {
    super(json, isBrowser);
    this.isBrowser = isBrowser;
  }

  @Override
  public StepType type() {
    return isBrowser ? StepType.BROWSER : StepType.HTTP_REQUEST;
  }

  /** Returns whether the request succeeded. */
  public @Nullable Boolean ok() {
    return bool("ok");
  }

  /** Returns the status code, such as 200. */
  public @Nullable Integer status() {
    return integer("status");
  }

  /**
   * Returns the response headers, with case-insensitive names; values that are not strings are left
   * out.
   */
  public Map<String, String> headers() {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Map.Entry<String, JsonValue> header : members(valueOrNull("headers")).entrySet()) {
      if (header.getValue().kind() == JsonValue.Kind.STRING) {
        headers.put(header.getKey(), header.getValue().asString());
      }
    }
    return Collections.unmodifiableMap(headers);
  }

  /** Returns the body, a string or any other JSON value. */
  public @Nullable JsonValue body() {
    return value("body");
  }

  /** Returns the error message; always null for a browser step, for which the API sends none. */
  public @Nullable String error() {
    return string("error");
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return isBrowser ? visitor.visitBrowser(this) : visitor.visitHttpRequest(this);
  }

  /** Returns the status, counts and sizes, but no content of headers, body or error. */
  @Override
  public String toString() {
    return describe(
        "type", type(),
        "ok", ok(),
        "status", status(),
        "headers", headers().size(),
        "body", body(),
        "error", value("error"));
  }
}
