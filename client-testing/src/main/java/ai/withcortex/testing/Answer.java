package ai.withcortex.testing;

import ai.withcortex.client.CortexJson;
import ai.withcortex.model.ErrorResponse;
import ai.withcortex.model.ValidationError;
import com.squareup.moshi.JsonAdapter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the server answers: a status, headers and JSON. */
final class Answer {
  private static final JsonAdapter<ErrorResponse> ERROR_JSON =
      CortexJson.moshi().adapter(ErrorResponse.class);

  private final int status;
  private final byte[] body;
  private final Map<String, String> headers = new LinkedHashMap<>();

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

  /** Adds a header to this answer. */
  Answer header(String name, Object value) {
    headers.put(name, value.toString());
    return this;
  }

  int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }
}
