package ai.withcortex.testing;

import ai.withcortex.client.CortexJson;
import ai.withcortex.model.ErrorResponse;
import ai.withcortex.model.ValidationError;
import com.squareup.moshi.JsonAdapter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An answer of the server: a status, headers and, unless a fault has changed it, a JSON body. */
final class Answer {
  private static final JsonAdapter<ErrorResponse> ERROR_JSON =
      CortexJson.moshi().adapter(ErrorResponse.class);

  private static final String PAGINATION = "pagination-";

  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private int status;
  private byte[] body;
  private @Nullable String statusLine;

  private Answer(int status, String json) {
    this.status = status;
    this.body = json.getBytes(StandardCharsets.UTF_8);
    headers.put("Content-Type", "application/json");
  }

  static Answer ok(String json) {
    return new Answer(200, json);
  }

  static Answer error(int status, String message) {
    return error(ErrorResponse.builder().status(status).message(message).build());
  }

  static Answer invalid(List<ValidationError> errors) {
    return error(
        ErrorResponse.builder().status(422).message("Validation failed").errors(errors).build());
  }

  private static Answer error(ErrorResponse response) {
    return new Answer(response.status(), ERROR_JSON.toJson(response));
  }

  /** Changes the status, and replaces the body and the headers by those that belong to it. */
  Answer become(int status) {
    Answer other = error(status, "A fault of the test's script");
    this.status = status;
    body = status < 400 ? new byte[0] : other.body;
    headers.clear();
    if (status >= 400) {
      headers.putAll(other.headers);
    }
    return this;
  }

  /** Sets a header of this answer. */
  Answer header(String name, Object value) {
    headers.put(name, value.toString());
    return this;
  }

  void withoutHeader(String name) {
    headers.remove(name);
  }

  /** Removes the pagination headers. */
  void withoutPagination() {
    headers.keySet().removeIf(name -> name.startsWith(PAGINATION));
  }

  /** Replaces the body; the array is not copied. */
  void body(byte[] body) {
    this.body = body;
  }

  /** Sets a text that only a socket can send. */
  void statusLine(String statusLine) {
    this.statusLine = statusLine;
  }

  int status() {
    return status;
  }

  String statusLine() {
    return statusLine == null ? "HTTP/1.1 " + status + " " : statusLine;
  }

  /** Returns whether an answer with this status may have a body (RFC 9110, section 6.4.1). */
  boolean mayHaveBody() {
    return status != 204 && status != 304;
  }

  Map<String, String> headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }
}
