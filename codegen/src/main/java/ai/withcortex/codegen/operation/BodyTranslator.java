package ai.withcortex.codegen.operation;

import ai.withcortex.codegen.spec.MediaTypes;
import java.util.Optional;
import org.openapitools.codegen.CodegenOperation;

/** Translates the request body of one operation: JSON, a form, or no body. */
final class BodyTranslator {
  private final CodegenOperation operation;

  BodyTranslator(CodegenOperation operation) {
    this.operation = operation;
  }

  /** Returns whether there is a JSON body and it is optional. */
  boolean isOptional() {
    return operation.bodyParam != null && !operation.bodyParam.required;
  }

  /** Returns the media type of a JSON body; empty if there is no JSON body. */
  Optional<String> json() {
    return Optional.ofNullable(operation.bodyParam)
        .flatMap(body -> MediaTypes.json(body.getContent().keySet()));
  }

  /** Returns the annotation for a form; empty if the body is not a form. */
  Optional<String> form() {
    return operation.getHasFormParams()
        ? Optional.of(operation.isMultipart ? "@Multipart" : "@FormUrlEncoded")
        : Optional.empty();
  }
}
