package ai.withcortex.codegen.operation;

import ai.withcortex.codegen.spec.MediaTypes;
import ai.withcortex.codegen.spec.SpecException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.CodegenResponse;

/**
 * Translates the responses of an operation into the return type of its method and a description of
 * each status.
 */
final class ResponseTranslator {
  private final CodegenOperation operation;

  /** The successful responses, which all have the same body. */
  private final List<CodegenResponse> successes;

  ResponseTranslator(CodegenOperation operation) {
    this.operation = operation;
    this.successes = operation.responses.stream().filter(response -> response.is2xx).toList();
  }

  /** Returns the body type of all successful responses. */
  String returnType() {
    for (CodegenResponse success : successes) {
      if (isNullable(success)) {
        throw new SpecException(
            operation,
            "may return null with status " + success.code,
            "Remove 'nullable', or write 'schema: {}', which allows any value.");
      }
    }
    String type = successes.get(0).dataType;
    return type == null ? "@Nullable Void" : type;
  }

  /** Returns the media type to accept; empty if there is no body. */
  Optional<String> mediaType() {
    return successes.stream()
        .map(CodegenResponse::getContent)
        .filter(content -> content != null)
        .findFirst()
        .flatMap(content -> MediaTypes.json(content.keySet()));
  }

  private static boolean isNullable(CodegenResponse response) {
    CodegenProperty body = response.returnProperty;
    return body != null && body.isNullable && !body.isAnyType;
  }

  /** Returns a description of each status, in Markdown. */
  String description() {
    return operation.responses.isEmpty()
        ? ""
        : "Responses by status:\n\n"
            + operation.responses.stream()
                .map(ResponseTranslator::item)
                .collect(Collectors.joining("\n"));
  }

  private static String item(CodegenResponse response) {
    String type = response.dataType == null ? "" : " `" + response.dataType + "`";
    String headers =
        response.headers.stream()
            .map(header -> "`" + header.baseName + "`")
            .collect(Collectors.joining(", "));
    return "- "
        + (response.isDefault ? "other" : response.code)
        + type
        + ": "
        + String.valueOf(response.message).strip().replaceAll("\\s+", " ")
        + (headers.isEmpty() ? "" : " Headers: " + headers + ".");
  }
}
