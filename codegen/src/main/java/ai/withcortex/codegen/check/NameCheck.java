package ai.withcortex.codegen.check;

import ai.withcortex.codegen.source.JavaNames;
import ai.withcortex.codegen.spec.Faults;
import ai.withcortex.codegen.spec.SpecDocument;
import ai.withcortex.codegen.spec.SpecException;
import ai.withcortex.codegen.spec.SpecPlace;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.openapitools.codegen.languages.AbstractJavaCodegen;

/**
 * Checks the Java names derived from the spec. Names that are not valid in Java are rejected rather
 * than changed: users of the client would see the change, so the author of the spec decides.
 */
final class NameCheck {
  private final SpecDocument spec;
  private final AbstractJavaCodegen codegen;
  private final Faults faults;

  /** The reason why each class is needed, by lower-case class name. */
  private final Map<String, String> owners = new HashMap<>();

  NameCheck(SpecDocument spec, AbstractJavaCodegen codegen, Faults faults) {
    this.spec = spec;
    this.codegen = codegen;
    this.faults = faults;
  }

  /**
   * Rejects names that need escaping, because JSON and HTTP names appear unescaped in Java
   * literals.
   */
  static void requirePlain(SpecPlace place, String text) {
    if (text.chars().anyMatch(c -> c == '"' || c == '\\' || c < ' ')) {
      throw new SpecException(
          place,
          "has the name '" + text + "', which contains a quote, a backslash or a control character",
          "Use a different name.");
    }
  }

  void requireAccessor(SpecPlace place, String property) {
    requirePlain(place, property);
    String method = codegen.toVarName(property);
    String other = method.isEmpty() ? "name" : method + "Value";
    requireMethod(place, method, suggestion("nameMapping", property, other));
  }

  private static void requireMethod(SpecPlace place, String method, String remedy) {
    if (method.isEmpty()) {
      throw new SpecException(
          place, "has no letter or digit, so it cannot become a method name", remedy);
    }
    if (!JavaNames.isName(method) || JavaNames.isTakenMethod(method)) {
      throw takenMethod(place, method, remedy);
    }
  }

  private static SpecException takenMethod(SpecPlace place, String method, String remedy) {
    return new SpecException(
        place,
        "would become the method '" + method + "', but that name is taken or not valid in Java",
        remedy);
  }

  void requireOperation(SpecPlace place, String operationId) {
    if (!operationId.matches("[A-Za-z][A-Za-z0-9 _.-]*")) {
      throw new SpecException(
          place,
          "is '" + operationId + "', which cannot become a method name",
          "Start with a letter, and use only letters, digits, '_', '-' and '.'.");
    }
    String method = codegen.toOperationId(operationId);
    if (!JavaNames.isName(method) || JavaNames.isMethodOfObject(method)) {
      throw takenMethod(place, method, "Choose a different operationId.");
    }
  }

  /**
   * @param in where the parameter is sent, as in the spec; {@code form} for a field of a form
   */
  void requireParameter(SpecPlace place, String in, String parameter) {
    requirePlain(place, parameter);
    String name = parameter(in, parameter);
    if (!JavaNames.isName(name)) {
      throw new SpecException(
          place,
          "would become the parameter '" + name + "', which is not a valid name in Java",
          suggestion("parameterNameMapping", parameter, "name"));
    }
  }

  /**
   * Checks the name of an optional parameter, which also becomes an accessor and a builder method.
   */
  void requireOption(SpecPlace place, String in, String parameter) {
    String name = parameter(in, parameter);
    if (JavaNames.isTakenOption(name)) {
      throw takenMethod(place, name, suggestion("parameterNameMapping", parameter, name + "Value"));
    }
  }

  void requireConstant(SpecPlace place, String value) {
    requirePlain(place, value);
    String name = codegen.toEnumVarName(value, "String");
    if (!JavaNames.isName(name)) {
      throw new SpecException(
          place,
          "would become the constant '" + name + "', which is not a valid name in Java",
          suggestion("enumNameMapping", value, "NAME"));
    }
  }

  /** Requires each class to have its own file name, even on file systems that ignore case. */
  void requireOwnClasses() {
    Stream.of("ApiStyle", "ModelJsonAdapterFactory", "ModelStyle")
        .forEach(name -> owners.put(name.toLowerCase(Locale.ROOT), "every client needs " + name));
    for (Map.Entry<String, JsonNode> schema : spec.schemas().properties()) {
      if (schema.getValue().has(SpecDocument.FILTER_OF)) {
        continue;
      }
      faults.collect(() -> requireOwnClass(schema.getKey(), schema.getValue()));
    }
  }

  private void requireOwnClass(String schema, JsonNode content) {
    SpecPlace place = SpecPlace.schema(schema);
    String name = codegen.toModelName(schema);
    requireClass(place, schema, name);
    requireOwn(place, schema, classes(name, content.has("oneOf")));
  }

  /** Requires the class for the optional parameters of an operation to have its own name. */
  void requireOptions(SpecPlace operation, String operationId) {
    if (operationId.isEmpty()) {
      return; // OperationCheck rejects it.
    }
    String unmapped = JavaNames.options(codegen.toOperationId(operationId));
    String name = codegen.toModelName(unmapped);
    if (!JavaNames.isName(name)) {
      throw taken(operation, unmapped, name);
    }
    requireOwn(operation, unmapped, List.of(name, "Immutable" + name));
  }

  private void requireOwn(SpecPlace place, String named, List<String> classes) {
    for (String needed : classes) {
      if (JavaNames.RESERVED_CLASSES.contains(needed.toLowerCase(Locale.ROOT))) {
        throw taken(place, named, needed);
      }
      String other =
          owners.put(
              needed.toLowerCase(Locale.ROOT),
              place.pointer() + " already uses the class " + needed);
      if (other != null) {
        throw new SpecException(
            place,
            "needs the class " + needed + ", but " + other,
            "Rename one of them with modelNameMappings; names must differ in more than case.");
      }
    }
  }

  private void requireClass(SpecPlace place, String schema, String name) {
    if (!schema.matches("[A-Za-z].*") && !codegen.modelNameMapping().containsKey(schema)) {
      throw new SpecException(
          place,
          "does not start with a letter, so it cannot become a class name",
          suggestion("modelNameMapping", schema, name));
    }
    if (!JavaNames.isName(name)) {
      throw taken(place, schema, name);
    }
  }

  private SpecException taken(SpecPlace place, String schema, String name) {
    return new SpecException(
        place,
        "would need the class '" + name + "', but that name is taken or not valid in Java",
        suggestion("modelNameMapping", schema, "Api" + codegen.toModelName(schema)));
  }

  private static List<String> classes(String name, boolean union) {
    Stream<String> named = union ? Stream.of(name, "Unknown" + name) : Stream.of(name);
    return named.flatMap(n -> Stream.of(n, n + "JsonAdapter", "Immutable" + n)).toList();
  }

  /** Returns the name of a tag's interface. */
  String api(String tag) {
    return codegen.toApiName(codegen.sanitizeTag(tag));
  }

  String method(String operationId) {
    return codegen.toOperationId(operationId);
  }

  String parameter(String in, String name) {
    return JavaNames.parameter(codegen.parameterNameMapping(), in, name);
  }

  /**
   * Suggests a mapping. An empty name cannot be mapped, and its property can be removed because the
   * client keeps unlisted properties.
   */
  private static String suggestion(String mapping, String name, String java) {
    return name.isEmpty()
        ? "Remove it, or give it a name."
        : "Choose a name with " + mapping + "s, such as " + name + "=" + java + ".";
  }
}
