package ai.withcortex.codegen.operation;

import ai.withcortex.codegen.spec.MediaTypes;
import java.util.Optional;
import org.openapitools.codegen.CodegenOperation;

/** The request body of one operation: none, JSON or a form. */
final class BodyTranslator {
  private final CodegenOperation operation;

  BodyTranslator(CodegenOperation operation) {
    this.operation = operation;
  }

  /** Whether a JSON body is optional. */
  boolean isOptional() {
    return operation.bodyParam != null && !operation.bodyParam.required;
  }

  /** The media type of a JSON body; empty if there is none. */
  Optional<String> json() {
    return Optional.ofNullable(operation.bodyParam)
        .flatMap(body -> MediaTypes.json(body.getContent().keySet()));
  }

  /** The annotation for a form; empty if there is none. */
  Optional<String> form() {
    return operation.getHasFormParams()
        ? Optional.of(operation.isMultipart ? "@Multipart" : "@FormUrlEncoded")
        : Optional.empty();
  }
}
