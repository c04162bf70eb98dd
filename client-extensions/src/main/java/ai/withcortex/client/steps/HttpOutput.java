package ai.withcortex.client.steps;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.StepType;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a server answered: the output of a step of type {@code http_request} or {@code browser}.
 *
 * <p>A property that is missing or of another kind is null or empty; {@link #json()} has it all.
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

  /** Whether the request succeeded. */
  public @Nullable Boolean ok() {
    return bool("ok");
  }

  /** The status code, such as 200. */
  public @Nullable Integer status() {
    return integer("status");
  }

  /** The response headers by name without regard to case; without those that are no strings. */
  public Map<String, String> headers() {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    members(valueOrNull("headers"))
        .forEach(
            (name, value) -> {
              if (value.kind() == JsonValue.Kind.STRING) {
                headers.put(name, value.asString());
              }
            });
    return Collections.unmodifiableMap(headers);
  }

  /** The body, a string or any other JSON value. */
  public @Nullable JsonValue body() {
    return value("body");
  }

  /** What went wrong, in words; always null for a browser, of which the API does not tell. */
  public @Nullable String error() {
    return string("error");
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return isBrowser ? visitor.visitBrowser(this) : visitor.visitHttpRequest(this);
  }

  /** Shows the status, counts and sizes, but nothing of headers, body and error. */
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
