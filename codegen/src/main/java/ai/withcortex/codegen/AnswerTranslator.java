package ai.withcortex.codegen;

import static ai.withcortex.codegen.ApiTranslator.unsupported;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.CodegenResponse;

/** What an operation answers with: the type of the method, and the words about each status. */
final class AnswerTranslator {
  private final CodegenOperation operation;

  /** The answers that are no errors. */
  private final List<CodegenResponse> successes;

  AnswerTranslator(CodegenOperation operation) {
    this.operation = operation;
    List<CodegenResponse> listed =
        operation.responses.stream().filter(response -> response.is2xx).toList();
    this.successes =
        listed.isEmpty()
            ? operation.responses.stream().filter(response -> response.isDefault).toList()
            : listed;
  }

  /** What the body is read as, for any status that is no error. */
  String returnType() {
    if (operation.httpMethod.equals("HEAD")) {
      return "Void";
    }
    Set<String> types = new TreeSet<>();
    for (CodegenResponse success : successes) {
      types.add(success.dataType == null ? "Void" : success.dataType);
      if (isNullable(success)) {
        throw unsupported(
            operation,
            "may answer " + success.code + " with null",
            "Answer with another status where there is nothing, such as 204.");
      }
    }
    if (types.size() > 1) {
      throw unsupported(
          operation,
          "succeeds with bodies of several types, " + String.join(" and ", types),
          "Give all 2xx answers the same schema.");
    }
    return types.isEmpty() ? "Void" : types.iterator().next();
  }

  /** What to ask for; empty if there is no body. */
  Optional<String> mediaType() {
    Optional<String> found = Optional.empty();
    for (CodegenResponse success : successes) {
      if (hasBody(success)) {
        found = MediaTypes.json(success.getContent().keySet());
        if (found.isEmpty()) {
          throw unsupported(operation, "has a body that is not JSON", "Use application/json.");
        }
        if (success.dataType == null) {
          throw unsupported(
              operation,
              "answers " + success.code + " with a body of no schema",
              "Give it one; {} stands for any JSON.");
        }
      }
    }
    return found;
  }

  private boolean hasBody(CodegenResponse response) {
    return !operation.httpMethod.equals("HEAD")
        && response.getContent() != null
        && !response.getContent().isEmpty();
  }

  private static boolean isNullable(CodegenResponse response) {
    CodegenProperty body = response.returnProperty;
    return body != null && body.isNullable;
  }

  /** Paragraphs about each status, in Markdown. */
  String description() {
    return operation.responses.isEmpty()
        ? ""
        : "Answers by status:\n\n"
            + operation.responses.stream()
                .map(AnswerTranslator::item)
                .collect(Collectors.joining("\n"));
  }

  private static String item(CodegenResponse response) {
    String type = response.dataType == null ? "" : " `" + response.dataType + "`";
    String headers =
        response.headers.stream()
            .map(header -> "`" + header.baseName + "`")
            .collect(Collectors.joining(", "));
    return "- "
        + (response.isDefault ? "others" : response.code)
        + type
        + ": "
        + String.valueOf(response.message).strip().replaceAll("\\s+", " ")
        + (headers.isEmpty() ? "" : " Headers: " + headers + ".");
  }
}
