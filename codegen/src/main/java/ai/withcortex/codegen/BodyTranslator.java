package ai.withcortex.codegen;

import static ai.withcortex.codegen.ApiTranslator.unsupported;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;

/** What one operation takes in the body of its request: nothing, JSON or a form. */
final class BodyTranslator {
  private static final Set<String> METHODS = Set.of("POST", "PUT", "PATCH");

  private static final Map<String, String> FORMS =
      Map.of(
          "application/x-www-form-urlencoded", "@FormUrlEncoded",
          "multipart/form-data", "@Multipart");

  private final JsonNode spec;
  private final CodegenOperation operation;

  BodyTranslator(JsonNode spec, CodegenOperation operation) {
    this.spec = spec;
    this.operation = operation;
    if (operation.consumes != null
        && !operation.consumes.isEmpty()
        && !METHODS.contains(operation.httpMethod)) {
      throw unsupported(
          operation,
          "has a body, which " + operation.httpMethod + " does not take",
          "Use POST, PUT or PATCH, or put it into the query.");
    }
  }

  /** Whether the caller may leave a JSON body out. */
  boolean isOptional() {
    return operation.bodyParam != null && !operation.bodyParam.required;
  }

  /** The media type of a JSON body; empty if there is none. */
  Optional<String> json() {
    if (operation.bodyParam == null) {
      return Optional.empty();
    }
    Optional<String> json = MediaTypes.json(operation.bodyParam.getContent().keySet());
    if (json.isEmpty()) {
      throw unsupported(
          operation, "has a body that is not JSON", "Use application/json, or a form.");
    }
    return json;
  }

  /** The annotation for a form; empty if there is none. */
  Optional<String> form() {
    if (operation.bodyParam != null || operation.consumes == null || operation.consumes.isEmpty()) {
      return Optional.empty();
    }
    String mediaType = operation.consumes.get(0).getOrDefault("mediaType", "");
    String annotation = FORMS.get(mediaType);
    if (annotation == null) {
      throw unsupported(
          operation,
          "takes a form of " + mediaType,
          "Use application/x-www-form-urlencoded or multipart/form-data.");
    }
    if (!operation.getHasFormParams()) {
      throw unsupported(
          operation,
          "takes a form without listed fields",
          "List the fields as properties of its schema.");
    }
    requireUsualEncoding(mediaType);
    return Optional.of(annotation);
  }

  /** A file says its media type itself, and other fields have the one that OpenAPI says. */
  private void requireUsualEncoding(String mediaType) {
    JsonNode encodings = requestBody().path("content").path(mediaType).path("encoding");
    for (CodegenParameter field : operation.formParams) {
      if (encodings.has(field.baseName) && !field.isFile) {
        throw unsupported(
            operation,
            "has the field '" + field.baseName + "' with an encoding of its own",
            "Leave the encoding out.");
      }
    }
  }

  private JsonNode requestBody() {
    String method = operation.httpMethod.toLowerCase(Locale.ROOT);
    JsonNode body = spec.path("paths").path(operation.path).path(method).path("requestBody");
    return body.has("$ref") ? spec.at(body.path("$ref").asText().substring(1)) : body;
  }
}
