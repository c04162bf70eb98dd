package ai.withcortex.codegen.operation;

import ai.withcortex.codegen.source.Javadoc;
import ai.withcortex.codegen.spec.MediaTypes;
import ai.withcortex.codegen.spec.SpecDocument;
import ai.withcortex.codegen.spec.SpecException;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;
import org.openapitools.codegen.model.OperationMap;

/** Translates the operations of one tag into a Retrofit interface. */
public final class ApiTranslator {
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");

  private final OpenAPI spec;
  private final UnaryOperator<String> interfaceName;

  /**
   * @param interfaceName returns the interface name for a tag
   */
  public ApiTranslator(OpenAPI spec, UnaryOperator<String> interfaceName) {
    this.spec = spec;
    this.interfaceName = interfaceName;
  }

  public GeneratedApi translate(OperationMap operations) {
    List<CodegenOperation> all = operations.getOperation();
    String name = operations.getClassname();
    String tag = tag(name, all);
    return new GeneratedApi(
        name,
        Javadoc.of(description(tag)).toString(),
        all.stream().flatMap(operation -> methods(operation).stream()).toList());
  }

  /** Returns the tag after which an interface is named. Its operations may have other tags, too. */
  private String tag(String name, List<CodegenOperation> operations) {
    return operations.stream()
        .flatMap(operation -> operation.tags.stream())
        .map(Tag::getName)
        .filter(tag -> interfaceName.apply(tag).equals(name))
        .findFirst()
        .orElseThrow();
  }

  private String description(String tag) {
    String undescribed =
        tag.equals(SpecDocument.NO_TAG)
            ? "The operations without a tag."
            : "The operations tagged `" + tag + "`.";
    return Optional.ofNullable(spec.getTags()).orElse(List.of()).stream()
        .filter(listed -> listed.getName().equals(tag))
        .map(Tag::getDescription)
        .filter(description -> description != null)
        .findFirst()
        .orElse(undescribed);
  }

  /**
   * Returns the methods of an operation. Retrofit has no optional bodies, so if the body is
   * optional, there is an additional method without the body.
   */
  private List<GeneratedApi.Method> methods(CodegenOperation operation) {
    if (!METHODS.contains(operation.httpMethod)) {
      throw new SpecException(
          operation,
          "uses " + operation.httpMethod,
          "Use one of " + METHODS + ", which Retrofit supports.");
    }
    BodyTranslator body = new BodyTranslator(operation);
    List<GeneratedApi.Method> methods = new ArrayList<>();
    for (Overloads.Overload overload : Overloads.of(operation)) {
      methods.add(method(operation, body, overload.since(), overload.parameters()));
      if (body.isOptional()) {
        List<CodegenParameter> others =
            overload.parameters().stream().filter(parameter -> !parameter.isBodyParam).toList();
        methods.add(method(operation, body, overload.since(), others));
      }
    }
    requireOwnParameters(operation, methods);
    return methods;
  }

  /**
   * Rejects methods with the same parameter types. Omitting the body may have the same result as
   * omitting later parameters.
   */
  private static void requireOwnParameters(
      CodegenOperation operation, List<GeneratedApi.Method> methods) {
    Set<List<String>> known = new HashSet<>();
    for (GeneratedApi.Method method : methods) {
      List<String> types = method.parameters().stream().map(ApiTranslator::erased).toList();
      if (!known.add(types)) {
        throw new SpecException(
            operation,
            "becomes two methods "
                + method.name()
                + "("
                + String.join(", ", types)
                + "): one without the optional body, and one without the parameters with '"
                + SpecDocument.SINCE
                + "'",
            "Make the body required, or give the parameter a different type.");
      }
    }
  }

  /** Returns the erased type of a parameter, by which the JVM distinguishes overloads. */
  private static String erased(GeneratedApi.Parameter parameter) {
    return parameter.type().replace("@Nullable ", "").replaceFirst("<.*>", "");
  }

  private static GeneratedApi.Method method(
      CodegenOperation operation,
      BodyTranslator body,
      @Nullable String since,
      List<CodegenParameter> parameters) {
    ResponseTranslator answers = new ResponseTranslator(operation);
    ParameterTranslator translator = new ParameterTranslator(operation);
    boolean sendsJson = parameters.stream().anyMatch(parameter -> parameter.isBodyParam);
    Javadoc javadoc = Javadoc.of(operation.summary).and(operation.notes).and(answers.description());
    for (CodegenParameter parameter : parameters) {
      javadoc.tag("param " + parameter.paramName, ParameterTranslator.description(parameter));
    }
    if (since != null) {
      javadoc.tag("since", since);
    }
    return new GeneratedApi.Method(
        operation.operationId,
        javadoc.toString(),
        annotations(
            operation,
            body.form(),
            sendsJson ? body.json() : Optional.empty(),
            answers.mediaType()),
        answers.returnType(),
        parameters.stream().map(translator::translate).toList());
  }

  private static List<String> annotations(
      CodegenOperation operation,
      Optional<String> form,
      Optional<String> sent,
      Optional<String> accepted) {
    List<String> annotations = new ArrayList<>();
    if (operation.isDeprecated) {
      annotations.add("@Deprecated");
    }
    form.ifPresent(annotations::add);
    List<String> headers = new ArrayList<>();
    addUnlessUsual(headers, "Accept", accepted);
    addUnlessUsual(headers, "Content-Type", sent);
    if (!headers.isEmpty()) {
      String list = String.join(", ", headers);
      annotations.add("@Headers(" + (headers.size() == 1 ? list : "{" + list + "}") + ")");
    }
    annotations.add("@" + operation.httpMethod + "(\"" + operation.path.substring(1) + "\")");
    return annotations;
  }

  /** Adds a header unless its media type is {@code application/json}, the client's default. */
  private static void addUnlessUsual(
      List<String> headers, String name, Optional<String> mediaType) {
    mediaType
        .filter(type -> !type.equals(MediaTypes.JSON))
        .ifPresent(type -> headers.add("\"" + name + ": " + type + "\""));
  }
}
