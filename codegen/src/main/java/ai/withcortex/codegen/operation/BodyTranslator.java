package ai.withcortex.codegen.operation;

import ai.withcortex.codegen.spec.MediaTypes;
import java.util.List;
import java.util.Optional;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;

/** Translates the request body of one operation: JSON, a form, or no body. */
public final class BodyTranslator {
  /**
   * Marks operations whose body is optional, which OpenAPI Generator does not pass on for forms. No
   * extension of a spec has this name.
   */
  private static final String OPTIONAL = "optionalBody";

  private final CodegenOperation operation;

  BodyTranslator(CodegenOperation operation) {
    this.operation = operation;
  }

  /** Notes that the spec does not require the body of the operation. */
  public static void markOptional(CodegenOperation operation) {
    operation.vendorExtensions.put(OPTIONAL, true);
  }

  /**
   * Returns whether there is also a method without the body. A form of fields needs none, because
   * it may be empty.
   */
  boolean isOptional() {
    return operation.vendorExtensions.containsKey(OPTIONAL)
        && (operation.bodyParam != null || operation.isMultipart);
  }

  /** Returns the parameters that are not part of the body. */
  static List<CodegenParameter> others(List<CodegenParameter> parameters) {
    return parameters.stream()
        .filter(parameter -> !parameter.isBodyParam && !parameter.isFormParam)
        .toList();
  }

  /** Returns the media type of a JSON body; empty if there is no JSON body. */
  Optional<String> json() {
    return Optional.ofNullable(operation.bodyParam)
        .flatMap(body -> MediaTypes.json(body.getContent().keySet()));
  }

  /** Returns the annotation for a form with the given parameters; empty if none is a field. */
  Optional<String> form(List<CodegenParameter> parameters) {
    return parameters.stream().anyMatch(parameter -> parameter.isFormParam)
        ? Optional.of(operation.isMultipart ? "@Multipart" : "@FormUrlEncoded")
        : Optional.empty();
  }

  /** Returns what callers must know about these parameters; empty if nothing. */
  String description(List<CodegenParameter> parameters) {
    boolean mayBeEmpty =
        parameters.stream()
            .filter(parameter -> parameter.isFormParam)
            .allMatch(parameter -> !parameter.required || parameter.isArray);
    return operation.isMultipart && form(parameters).isPresent() && mayBeEmpty
        ? "Set at least one part, because a multipart body cannot be empty."
        : "";
  }
}
