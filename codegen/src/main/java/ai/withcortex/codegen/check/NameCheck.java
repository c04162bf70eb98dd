package ai.withcortex.codegen.check;

import ai.withcortex.codegen.source.JavaNames;
import ai.withcortex.codegen.source.NameMappings;
import ai.withcortex.codegen.source.NameMark;
import ai.withcortex.codegen.spec.Faults;
import ai.withcortex.codegen.spec.SpecDocument;
import ai.withcortex.codegen.spec.SpecException;
import ai.withcortex.codegen.spec.SpecKeywords;
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
  private static final String OPERATION_ID = "[A-Za-z][A-Za-z0-9 _.-]*";

  /** The names of files have at most 255 characters, and those of nested classes are longer. */
  private static final int MAX_CLASS_NAME = 200;

  /** Strings in class files have at most 65,535 bytes. A character has up to three. */
  private static final int MAX_LENGTH = 20_000;

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
    if (text.length() > MAX_LENGTH) {
      throw new SpecException(
          place,
          "has a name of "
              + text.length()
              + " characters, and at most "
              + MAX_LENGTH
              + " are possible",
          "Remove it, or shorten the name.");
    }
    if (!isPlain(text)) {
      throw new SpecException(
          place,
          "has the name '" + text + "', which contains a quote, a backslash or a control character",
          "Use a different name.");
    }
  }

  static boolean isPlain(String text) {
    return text.chars().noneMatch(c -> c == '"' || c == '\\' || c < ' ');
  }

  void requireAccessor(SpecPlace place, String property) {
    requirePlain(place, property);
    String method = codegen.toVarName(property);
    String other = method.isEmpty() ? spelledParameter(property) : JavaNames.other(method);
    requireMethod(place, method, NameMappings.suggest("nameMappings", property, other));
  }

  private static void requireMethod(SpecPlace place, String method, String remedy) {
    if (method.isEmpty()) {
      throw new SpecException(
          place, "has no letter or digit, so it cannot become a method name", remedy);
    }
    if (!JavaNames.isName(method) || JavaNames.isTakenMethod(method)) {
      throw takenMethod(place, method, remedy);
    }
    requireLowerCase(place, method, remedy);
  }

  /** Rejects a name that a mapping gives, and for which Immutables prints a warning. */
  private static void requireLowerCase(SpecPlace place, String method, String remedy) {
    if (Character.isUpperCase(method.charAt(0))) {
      throw new SpecException(
          place, "would become the method '" + method + "', which starts in upper case", remedy);
    }
  }

  private static SpecException takenMethod(SpecPlace place, String method, String remedy) {
    return new SpecException(
        place,
        "would become the method '" + method + "', but that name is taken or not valid in Java",
        remedy);
  }

  void requireOperation(SpecPlace place, String operationId) {
    if (!operationId.matches(OPERATION_ID)) {
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

  private static String spelledParameter(String name) {
    return JavaNames.accessor(JavaNames.spelled(name).toLowerCase(Locale.ROOT));
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
          NameMappings.suggest("parameterNameMappings", parameter, spelledParameter(parameter)));
    }
  }

  /**
   * Checks the name of an optional parameter, which also becomes an accessor and a builder method.
   */
  void requireOption(SpecPlace place, String in, String parameter) {
    String name = parameter(in, parameter);
    if (!JavaNames.isName(name)) {
      return; // requireParameter reports it.
    }
    String remedy = NameMappings.suggest("parameterNameMappings", parameter, JavaNames.other(name));
    if (JavaNames.isTakenOption(name)) {
      throw takenMethod(place, name, remedy);
    }
    requireLowerCase(place, name, remedy);
  }

  /** Requires each class to have its own file name, even on file systems that ignore case. */
  void requireOwnClasses() {
    Stream.of("ApiStyle", "ModelJsonAdapterFactory", "ModelStyle")
        .forEach(name -> owners.put(name.toLowerCase(Locale.ROOT), "every client needs " + name));
    for (Map.Entry<String, JsonNode> schema : spec.schemas().properties()) {
      if (schema.getValue().has(SpecKeywords.FILTER_OF)) {
        continue;
      }
      faults.collect(() -> requireOwnClass(schema.getKey(), schema.getValue()));
    }
  }

  private void requireOwnClass(String schema, JsonNode content) {
    SpecPlace place = SpecPlace.schema(schema);
    String name = className(schema);
    requireClass(place, schema, name);
    requireOwn(
        place,
        schema,
        classes(name, content),
        "Rename one of them with modelNameMappings, such as "
            + schema
            + "=Api"
            + name
            + "; names must differ in more than case.");
  }

  /** Rejects a variant whose method in visitors would be that for unknown variants. */
  void requireVariant(SpecPlace place, String schema) {
    if (className(schema).equals("Unknown")) {
      throw new SpecException(
          place,
          "would have the method 'visitUnknown', which is for variants that the spec does not list",
          NameMappings.suggest("modelNameMappings", schema, "ApiUnknown"));
    }
  }

  /** Requires the class for the optional parameters of an operation to have its own name. */
  void requireOptions(SpecPlace operation, String operationId) {
    if (!operationId.matches(OPERATION_ID)) {
      return; // requireOperation reports it.
    }
    String unmapped = JavaNames.options(codegen.toOperationId(operationId));
    String name = className(unmapped);
    if (!JavaNames.isName(name)) {
      throw taken(operation, unmapped, name);
    }
    if (spec.schemas().has(unmapped)) {
      throw new SpecException(
          operation.to("operationId"),
          "needs the class " + name + ", but a schema has the same name",
          "Choose a different operationId; modelNameMappings would rename both.");
    }
    requireOwn(
        operation,
        unmapped,
        List.of(name, "Immutable" + name),
        "Choose a different operationId; names must differ in more than case.");
  }

  /** Requires the interface of a tag to have a name that no schema and no options have. */
  void requireInterface(SpecPlace place, String tag, String name) {
    if (name.length() > MAX_CLASS_NAME) {
      throw tooLong(place, name, "Shorten the tag.");
    }
    String owner = "the tag '" + tag + "' already uses the interface " + name;
    String other = owners.putIfAbsent(name.toLowerCase(Locale.ROOT), owner);
    if (other != null && !other.equals(owner)) {
      throw new SpecException(
          place,
          "needs the interface " + name + ", but " + other,
          "Rename the other with modelNameMappings; names must differ in more than case.");
    }
  }

  private void requireOwn(SpecPlace place, String named, List<String> classes, String remedy) {
    for (String needed : classes) {
      if (needed.length() > MAX_CLASS_NAME) {
        throw tooLong(
            place, needed, "Choose a shorter name, or shorten it with modelNameMappings.");
      }
      if (JavaNames.RESERVED_CLASSES.contains(needed.toLowerCase(Locale.ROOT))) {
        throw taken(place, named, needed);
      }
      String other =
          owners.put(
              needed.toLowerCase(Locale.ROOT),
              place.pointer() + " already uses the class " + needed);
      if (other != null) {
        throw new SpecException(place, "needs the class " + needed + ", but " + other, remedy);
      }
    }
  }

  private static SpecException tooLong(SpecPlace place, String name, String remedy) {
    return new SpecException(
        place,
        "needs the class " + name + ", whose name is longer than " + MAX_CLASS_NAME + " characters",
        remedy);
  }

  private void requireClass(SpecPlace place, String schema, String name) {
    if (!schema.matches("[A-Za-z].*") && !codegen.modelNameMapping().containsKey(schema)) {
      throw new SpecException(
          place,
          "does not start with a letter, so it cannot become a class name",
          NameMappings.suggest("modelNameMappings", schema, name));
    }
    if (!JavaNames.isName(name)) {
      throw taken(place, schema, name);
    }
  }

  private SpecException taken(SpecPlace place, String schema, String name) {
    return new SpecException(
        place,
        "would need the class '" + name + "', but that name is taken or not valid in Java",
        NameMappings.suggest("modelNameMappings", schema, "Api" + className(schema)));
  }

  /** Returns the classes of a schema. Enums and unions have no adapter class. */
  private static List<String> classes(String name, JsonNode schema) {
    if (schema.has("oneOf")) {
      String unknown = "Unknown" + name;
      return List.of(name, unknown, unknown + "JsonAdapter", "Immutable" + unknown);
    }
    return schema.has("enum")
        ? List.of(name)
        : List.of(name, name + "JsonAdapter", "Immutable" + name);
  }

  private String className(String name) {
    return NameMark.plain(codegen.toModelName(name));
  }

  String accessor(String property) {
    return codegen.toVarName(property);
  }

  Map<String, String> constantMappings() {
    return codegen.enumNameMapping();
  }

  /** Returns the name of a tag's interface. */
  String api(String tag) {
    return NameMark.plain(codegen.toApiName(codegen.sanitizeTag(tag)));
  }

  String method(String operationId) {
    return codegen.toOperationId(operationId);
  }

  String parameter(String in, String name) {
    return JavaNames.parameter(codegen.parameterNameMapping(), in, name);
  }
}
