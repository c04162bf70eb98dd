package ai.withcortex.codegen.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/** Derives Java names from names in the spec. */
public final class JavaNames {
  private static final Set<String> METHODS_OF_OBJECT =
      Set.of(
          "clone",
          "equals",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toString",
          "wait");

  /**
   * Names that no property can have, because generated classes already have such a method or Java
   * forbids the name.
   */
  private static final Set<String> TAKEN_METHODS =
      Set.of(
          "accept", "additionalProperty", "build", "builder", "from", "json", "toBuilder", "yield");

  /** Names that no optional parameter can have, for the same reasons. */
  private static final Set<String> TAKEN_OPTIONS =
      Set.of("build", "builder", "call", "check", "from", "toBuilder", "yield");

  /**
   * Names that no constant can have, because the class of an enum has a field with this name or
   * uses a type with this name.
   */
  private static final Set<String> TAKEN_CONSTANTS =
      Set.of("Arrays", "Collections", "Known", "Objects", "UNKNOWN", "known", "value");

  /**
   * The lower-case names of the types that generated classes declare, and of the classes in {@code
   * java.lang} that Immutables uses without importing them. No schema can have one of these names.
   */
  public static final Set<String> RESERVED_CLASSES =
      Set.of(
          "boolean",
          "builder",
          "deprecated",
          "double",
          "float",
          "illegalstateexception",
          "integer",
          "iterable",
          "known",
          "long",
          "object",
          "override",
          "safevarargs",
          "string",
          "suppresswarnings",
          "unsupportedoperationexception",
          "visitor");

  private JavaNames() {}

  public static boolean isName(String name) {
    return SourceVersion.isIdentifier(name) && !SourceVersion.isKeyword(name);
  }

  /**
   * Returns a parameter's name. In a mapping, the place of the parameter may precede its name, such
   * as {@code query:id}, because parameters in different places may have the same name.
   *
   * @param in {@code path}, {@code query}, {@code header}, or {@code form} for a field of a form
   */
  public static String parameter(Map<String, String> mappings, String in, String jsonName) {
    String mapped = mappings.getOrDefault(in + ":" + jsonName, mappings.get(jsonName));
    return mapped == null ? parameter(jsonName) : mapped;
  }

  /** Returns a parameter's name. Keywords get a suffix, because most callers never see the name. */
  public static String parameter(String jsonName) {
    String name = accessor(jsonName);
    return SourceVersion.isKeyword(name) ? name + "Value" : name;
  }

  /** Returns a name to use if a property or parameter cannot have the given one. */
  public static String other(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1) + "Value";
  }

  public static boolean isTakenMethod(String name) {
    return TAKEN_METHODS.contains(name) || isMethodOfObject(name);
  }

  public static boolean isTakenOption(String name) {
    return TAKEN_OPTIONS.contains(name) || isMethodOfObject(name);
  }

  /**
   * Returns whether a constant can have a name.
   *
   * @param count the number of constants in the enum
   */
  public static boolean isConstant(String name, int count) {
    boolean isTaken = TAKEN_CONSTANTS.contains(name) || (hasMap(count) && name.equals("byValue"));
    return isName(name) && !isTaken;
  }

  /**
   * Returns whether an enum finds so many constants in a map, which is in the field {@code
   * byValue}. The JVM does not optimize a {@code switch} over so many strings, and javac refuses
   * one over some two thousand.
   */
  public static boolean hasMap(int count) {
    return count > 250;
  }

  /** Returns the names of the characters, for a name without letters that Java allows. */
  public static String spelled(String name) {
    return name.codePoints()
        .mapToObj(Character::getName)
        .collect(Collectors.joining(" "))
        .replace(" SIGN", "");
  }

  public static boolean isMethodOfObject(String name) {
    return METHODS_OF_OBJECT.contains(name);
  }

  /** Returns the name of an accessor: {@code started_at} becomes {@code startedAt}. */
  public static String accessor(String jsonName) {
    StringBuilder name = new StringBuilder();
    for (String word : jsonName.split("[^A-Za-z0-9]+", -1)) {
      if (!word.isEmpty()) {
        name.append(name.isEmpty() ? lowerFirst(word) : upperFirst(word));
      }
    }
    return name.isEmpty() || !Character.isDigit(name.charAt(0)) ? name.toString() : "_" + name;
  }

  /**
   * Returns the name of an enum constant: {@code dark-green} becomes {@code DARK_GREEN}. {@code
   * UNKNOWN} is reserved for values that the spec does not list.
   */
  public static String constant(String value) {
    String name =
        value
            .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
            .replaceAll("[^A-Za-z0-9]+", "_")
            .toUpperCase(Locale.ROOT);
    if (!name.isEmpty() && Character.isDigit(name.charAt(0))) {
      return "_" + name;
    }
    return name.equals("UNKNOWN") ? "UNKNOWN_VALUE" : name;
  }

  /**
   * Returns the names of an enum's constants, by value. A mapping takes precedence over the names
   * that the spec lists, because not everybody can change the spec.
   */
  public static Map<String, String> constants(
      List<String> values, @Nullable List<?> listed, Map<String, String> mappings) {
    Map<String, String> names = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i);
      String name = listed == null ? constant(value) : listed.get(i).toString();
      names.put(value, mappings.getOrDefault(value, name));
    }
    return names;
  }

  /**
   * Returns the name of the class for a method's optional parameters, such as {@code
   * ListRunsOptions}.
   */
  public static String options(String method) {
    return upperFirst(method) + "Options";
  }

  private static String lowerFirst(String word) {
    boolean acronym = word.equals(word.toUpperCase(Locale.ROOT));
    return acronym
        ? word.toLowerCase(Locale.ROOT)
        : word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
  }

  private static String upperFirst(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
