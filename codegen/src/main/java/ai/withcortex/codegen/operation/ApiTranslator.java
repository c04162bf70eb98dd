package ai.withcortex.codegen.operation;

import ai.withcortex.codegen.source.Javadoc;
import ai.withcortex.codegen.source.NameMark;
import ai.withcortex.codegen.spec.MediaTypes;
import ai.withcortex.codegen.spec.SpecDocument;
import ai.withcortex.codegen.spec.SpecException;
import ai.withcortex.codegen.spec.SpecKeywords;
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

  /** The JVM's limit, without the object itself. */
  private static final int MAX_PARAMETERS = 254;

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
      add(methods, method(operation, body, overload.since(), overload.parameters()));
      if (body.isOptional()) {
        List<CodegenParameter> others = BodyTranslator.others(overload.parameters());
        add(methods, method(operation, body, overload.since(), others));
      }
    }
    requireOwnParameters(operation, methods);
    methods.forEach(method -> requireFewParameters(operation, method));
    return methods;
  }

  /** Adds a method. It replaces a later version's method with the same parameters. */
  private static void add(List<GeneratedApi.Method> methods, GeneratedApi.Method added) {
    methods.removeIf(method -> method.parameters().equals(added.parameters()));
    methods.add(added);
  }

  private static void requireFewParameters(CodegenOperation operation, GeneratedApi.Method method) {
    int size =
        method.parameters().stream()
            .mapToInt(parameter -> parameter.type().matches("long|double") ? 2 : 1)
            .sum();
    if (size > MAX_PARAMETERS) {
      throw new SpecException(
          operation,
          "has parameters of size "
              + size
              + " (2 for each long or double, 1 for any other), and Java methods can have "
              + MAX_PARAMETERS,
          "Remove optional ones, or send them in a JSON body.");
    }
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
                + NameMark.plain(String.join(", ", types))
                + "): one without the optional body, and one without the parameters with '"
                + SpecKeywords.SINCE
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
    Javadoc javadoc =
        Javadoc.of(operation.summary)
            .and(operation.notes)
            .and(body.description(parameters))
            .and(answers.description());
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
            body.form(parameters),
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
    annotations.add("@" + operation.httpMethod + "(\"" + relative(operation.path) + "\")");
    return annotations;
  }

  /**
   * Returns a path as a relative URL, because an absolute path would drop the path prefix of the
   * base URL. If the first segment is empty or may contain a colon, the URL starts with a dot
   * segment (RFC 3986, section 4.2). Otherwise, {@code emails:send} would be a URL with a scheme,
   * and an argument such as {@code http:} could send the request to another host.
   *
   * <p>Spaces and brackets are encoded here, because OkHttp drops spaces at both ends and sends
   * brackets as they are, which some servers reject.
   *
   * <p>Retrofit rejects dot segments in paths with parameters, because it does not know whether
   * they come from an argument. It does not recognize one with a tab, which URL parsers remove.
   */
  private static String relative(String path) {
    String rest = path.substring(1).replace(" ", "%20").replace("[", "%5B").replace("]", "%5D");
    if (rest.matches("[^/:{]+(/.*)?")) {
      return rest;
    }
    return (path.contains("{") ? ".\\t/" : "./") + rest;
  }

  /** Adds a header unless its media type is {@code application/json}, the client's default. */
  private static void addUnlessUsual(
      List<String> headers, String name, Optional<String> mediaType) {
    mediaType
        .filter(type -> !type.equals(MediaTypes.JSON))
        .map(type -> type.replace("\"", "\\\""))
        .ifPresent(type -> headers.add("\"" + name + ": " + type + "\""));
  }
}
