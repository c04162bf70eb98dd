package ai.withcortex.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.model.OperationMap;

/** Turns the operations of one tag into the Retrofit interface to write. */
final class ApiTranslator {
  private static final Map<String, String> PRIMITIVES =
      Map.of(
          "Boolean", "boolean",
          "Integer", "int",
          "Long", "long",
          "Float", "float",
          "Double", "double");

  private static final List<String> METHODS =
      List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");

  private final OpenAPI spec;

  ApiTranslator(OpenAPI spec) {
    this.spec = spec;
  }

  GeneratedApi translate(OperationMap operations) {
    List<CodegenOperation> all = operations.getOperation();
    String tag = all.get(0).tags.get(0).getName();
    return new GeneratedApi(
        operations.getClassname(),
        Javadoc.of(tagDescription(tag).orElse("The operations tagged `" + tag + "`.")).toString(),
        all.stream().map(ApiTranslator::method).toList());
  }

  private Optional<String> tagDescription(String name) {
    return Optional.ofNullable(spec.getTags()).orElse(List.of()).stream()
        .filter(tag -> tag.getName().equals(name))
        .map(Tag::getDescription)
        .filter(description -> description != null)
        .findFirst();
  }

  private static GeneratedApi.Method method(CodegenOperation operation) {
    if (operation.getHasFormParams()) {
      throw unsupported(operation, "takes a form", "Take a JSON body.");
    }
    if (!METHODS.contains(operation.httpMethod)) {
      throw unsupported(operation, "uses " + operation.httpMethod, "Retrofit has " + METHODS + ".");
    }
    if ((operation.returnType != null && !isJson(operation.produces))
        || (operation.bodyParam != null && !isJson(operation.consumes))) {
      throw unsupported(operation, "has a body that is not JSON", "Use application/json.");
    }
    return new GeneratedApi.Method(
        operation.operationId,
        javadoc(operation),
        operation.httpMethod,
        operation.path.substring(1),
        operation.returnType == null ? "Void" : operation.returnType,
        operation.isDeprecated,
        operation.allParams.stream().map(parameter -> parameter(operation, parameter)).toList());
  }

  private static boolean isJson(@Nullable List<Map<String, String>> mediaTypes) {
    return mediaTypes != null
        && mediaTypes.stream()
            .anyMatch(type -> type.getOrDefault("mediaType", "").contains("json"));
  }

  private static String javadoc(CodegenOperation operation) {
    Javadoc javadoc = Javadoc.of(operation.summary).and(operation.notes);
    for (CodegenParameter parameter : operation.allParams) {
      javadoc.tag("param " + parameter.paramName, description(parameter));
    }
    return javadoc.toString();
  }

  private static String description(CodegenParameter parameter) {
    String text =
        parameter.description == null ? "`" + parameter.baseName + "`" : parameter.description;
    return parameter.required ? text : text + " Null leaves it out.";
  }

  private static GeneratedApi.Parameter parameter(
      CodegenOperation operation, CodegenParameter parameter) {
    JavaNames.requirePlain("Parameter", parameter.baseName);
    requireText(operation, parameter);
    boolean repeated = parameter.isQueryParam && "multi".equals(parameter.collectionFormat);
    if (parameter.isArray && !parameter.isBodyParam && !repeated) {
      throw unsupported(
          operation,
          "has the list parameter '" + parameter.baseName + "', which is not a repeated one",
          "Put it into the query with style form and explode true.");
    }
    String type =
        parameter.required
            ? PRIMITIVES.getOrDefault(parameter.dataType, parameter.dataType)
            : "@Nullable " + parameter.dataType;
    return new GeneratedApi.Parameter(annotation(operation, parameter), type, parameter.paramName);
  }

  /** What does not go into the body is sent as text, so it must have one. */
  private static void requireText(CodegenOperation operation, CodegenParameter parameter) {
    if (parameter.isBodyParam) {
      return;
    }
    CodegenProperty items = parameter.items;
    if ((parameter.isEnum && !parameter.isEnumRef) || (items != null && items.isInnerEnum)) {
      throw unsupported(
          operation,
          "has the parameter '" + parameter.baseName + "' with an enum of its own",
          "Give the enum a name under components/schemas and refer to it.");
    }
    if (parameter.isModel || parameter.isMap || parameter.isAnyType || parameter.isFreeFormObject) {
      throw unsupported(
          operation,
          "has the parameter '" + parameter.baseName + "', which is an object or any value",
          "Use a string, a number, a boolean or a named enum.");
    }
  }

  private static String annotation(CodegenOperation operation, CodegenParameter parameter) {
    if (parameter.isBodyParam) {
      return "@Body";
    }
    String name = "(\"" + parameter.baseName + "\")";
    if (parameter.isPathParam) {
      return "@Path" + name;
    }
    if (parameter.isQueryParam) {
      return "@Query" + name;
    }
    if (parameter.isHeaderParam) {
      return "@Header" + name;
    }
    throw unsupported(
        operation,
        "has the parameter '" + parameter.baseName + "' in a place that is not supported",
        "Put it into the path, the query or a header.");
  }

  private static SpecException unsupported(CodegenOperation operation, String what, String remedy) {
    return new SpecException(
        "Operation '" + operation.operationIdOriginal + "' " + what + ". " + remedy);
  }
}
