package ai.withcortex.codegen.operation;

import ai.withcortex.codegen.source.Javadoc;
import ai.withcortex.codegen.spec.SpecDocument;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;

/** Translates the optional parameters of one operation into a class. */
public final class OptionsTranslator {
  private final SpecDocument spec;
  private final List<CodegenOperation> ofEachInterface;

  /**
   * @param ofEachInterface the operation, once for each interface that declares it
   */
  public OptionsTranslator(SpecDocument spec, List<CodegenOperation> ofEachInterface) {
    this.spec = spec;
    this.ofEachInterface = ofEachInterface;
  }

  /**
   * Returns whether a parameter becomes an option. Form fields do not: they are passed as method
   * arguments.
   */
  public static boolean isOption(CodegenParameter parameter) {
    return !parameter.required && (parameter.isQueryParam || parameter.isHeaderParam);
  }

  public GeneratedOptions translate(String name) {
    CodegenOperation operation = ofEachInterface.get(0);
    return new GeneratedOptions(
        name,
        Javadoc.of("The optional parameters of `" + operation.operationId + "`.")
            .and(operation.summary)
            .toString(),
        operation.allParams.stream()
            .filter(OptionsTranslator::isOption)
            .map(parameter -> option(new ParameterTranslator(operation), parameter))
            .toList(),
        ofEachInterface.stream().flatMap(each -> callMethods(each).stream()).toList());
  }

  private GeneratedOptions.Option option(
      ParameterTranslator translator, CodegenParameter parameter) {
    translator.translate(parameter); // Rejects unsupported parameters.
    Javadoc javadoc = Javadoc.of(ParameterTranslator.optionDescription(parameter));
    String since = Overloads.since(parameter);
    if (since != null) {
      javadoc.tag("since", since);
    }
    return new GeneratedOptions.Option(
        javadoc.toString(),
        parameter.isDeprecated,
        parameter.isArray
            ? "List<" + parameter.items.dataType + ">"
            : "@Nullable " + parameter.dataType,
        parameter.paramName,
        parameter.baseName,
        rules(parameter),
        // A parameter with a name such as "key" may be a secret.
        parameter.isString && parameter.baseName.matches("id|.*_id") ? "identity" : "add");
  }

  private List<String> rules(CodegenParameter parameter) {
    List<String> rules = new ArrayList<>();
    if (parameter.isHeaderParam) {
      rules.add("inHeader()");
    }
    JsonNode schema = resolved(ParameterTranslator.schema(parameter));
    if (parameter.isArray) {
      rules.add(
          ParameterTranslator.isDelimited(parameter)
              ? "joinedBy('" + ParameterTranslator.separator(parameter) + "')"
              : "repeated()");
      if (schema.has("minItems") || schema.has("maxItems")) {
        rules.add(
            "sizes("
                + size(schema.path("minItems"), 0)
                + ", "
                + size(schema.path("maxItems"), Integer.MAX_VALUE)
                + ")");
      }
      schema = resolved(schema.path("items"));
    }
    addValueRules(rules, schema);
    return rules;
  }

  /** Returns the limit of a list's size. No list can have more than the largest one. */
  private static int size(JsonNode limit, int ifMissing) {
    return limit.isMissingNode()
        ? ifMissing
        : limit.bigIntegerValue().min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue();
  }

  private static void addValueRules(List<String> rules, JsonNode schema) {
    String type = schema.path("type").asText();
    if (schema.has("enum")) {
      rules.add(
          schema
              .path("enum")
              .valueStream()
              .map(value -> "\"" + value.asText() + "\"")
              .collect(Collectors.joining(", ", "choices(", ")")));
    } else if (type.equals("boolean")) {
      rules.add("choices(\"true\", \"false\")");
    }
    if (type.equals("integer")) {
      boolean isLong = schema.path("format").asText().equals("int64");
      rules.add("kind(OptionalParameter.Kind.INTEGER)");
      addLimit(rules, schema, "minimum", 1, isLong ? Long.MIN_VALUE : Integer.MIN_VALUE);
      addLimit(rules, schema, "maximum", -1, isLong ? Long.MAX_VALUE : Integer.MAX_VALUE);
    } else if (type.equals("number")) {
      rules.add("kind(OptionalParameter.Kind.NUMBER)");
      for (String limit : List.of("minimum", "maximum")) {
        if (schema.has(limit)) {
          rules.add(limit + "(\"" + schema.path(limit).asText() + "\")");
        }
      }
    }
  }

  /** Adds a limit. An exclusive limit becomes the nearest inclusive limit. */
  private static void addLimit(
      List<String> rules, JsonNode schema, String keyword, int next, long ofType) {
    BigDecimal limit = BigDecimal.valueOf(ofType);
    if (schema.has(keyword)) {
      boolean excluded = schema.path(keyword.replaceFirst("m", "exclusiveM")).asBoolean();
      limit = schema.path(keyword).decimalValue();
      if (excluded) {
        RoundingMode mode = next > 0 ? RoundingMode.FLOOR : RoundingMode.CEILING;
        limit = limit.setScale(0, mode).add(BigDecimal.valueOf(next));
      }
    }
    rules.add(keyword + "(\"" + limit.toPlainString() + "\")");
  }

  /** Returns the schema with its references resolved. */
  private JsonNode resolved(JsonNode schema) {
    if (schema.has("$ref")) {
      return resolved(spec.schema(SpecDocument.name(schema.path("$ref").asText())));
    }
    if (!schema.has("allOf")) {
      return schema;
    }
    ObjectNode all = schema.deepCopy();
    schema.path("allOf").forEach(part -> all.setAll((ObjectNode) resolved(part)));
    return all;
  }

  /** Returns methods that call the newest overload, which takes all parameters. */
  private static List<GeneratedOptions.CallMethod> callMethods(CodegenOperation operation) {
    List<GeneratedOptions.CallMethod> callMethods = new ArrayList<>();
    callMethods.add(callMethod(operation, operation.allParams));
    if (new BodyTranslator(operation).isOptional()) {
      callMethods.add(callMethod(operation, BodyTranslator.others(operation.allParams)));
    }
    return callMethods;
  }

  private static GeneratedOptions.CallMethod callMethod(
      CodegenOperation operation, List<CodegenParameter> parameters) {
    ParameterTranslator translator = new ParameterTranslator(operation);
    List<CodegenParameter> others = parameters.stream().filter(p -> !isOption(p)).toList();
    Set<String> taken = others.stream().map(p -> p.paramName).collect(Collectors.toSet());
    String first = "api";
    while (taken.contains(first)) {
      first = first.equals("api") ? "retrofitApi" : first + "Value";
    }
    Javadoc javadoc =
        Javadoc.of("Creates a call with these parameters without sending it.")
            .tag("param " + first, "The interface on which to create the call.");
    for (CodegenParameter parameter : others) {
      javadoc.tag("param " + parameter.paramName, ParameterTranslator.description(parameter));
    }
    List<String> declared = new ArrayList<>();
    declared.add(operation.baseName + " " + first);
    for (CodegenParameter parameter : others) {
      GeneratedApi.Parameter argument = translator.translate(parameter);
      declared.add(argument.type() + " " + argument.name());
    }
    return new GeneratedOptions.CallMethod(
        javadoc.toString(),
        operation.isDeprecated,
        new ResponseTranslator(operation).returnType(),
        operation.baseName,
        first + "." + operation.operationId,
        String.join(", ", declared),
        parameters.stream().map(OptionsTranslator::argument).collect(Collectors.joining(", ")));
  }

  private static String argument(CodegenParameter parameter) {
    if (!isOption(parameter)) {
      return parameter.paramName;
    }
    String accessor = parameter.paramName + "()";
    return ParameterTranslator.isDelimited(parameter) ? "Delimited.of(" + accessor + ")" : accessor;
  }
}
