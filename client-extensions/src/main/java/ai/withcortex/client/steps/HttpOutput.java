package ai.withcortex.client.steps;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.StepType;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The output of a step of type {@code http_request} or {@code browser}: the response of a server.
 *
 * <p>Accessors return null or an empty map for properties that are missing or have an unexpected
 * type. {@link #json()} returns the complete JSON.
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
   * Returns the response headers. Names are case-insensitive, and values that are not strings are
   * omitted.
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

  /** Returns the body, which can be a string or any other JSON value. */
  public @Nullable JsonValue body() {
    return value("body");
  }

  /**
   * Returns the error message. Always null for browser steps, because the API does not send one.
   */
  public @Nullable String error() {
    return string("error");
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return isBrowser ? visitor.visitBrowser(this) : visitor.visitHttpRequest(this);
  }

  /**
   * Returns a string with the status, counts, and sizes, but no content of the headers, body, or
   * error.
   */
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
