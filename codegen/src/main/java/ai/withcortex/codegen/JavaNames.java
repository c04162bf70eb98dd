package ai.withcortex.codegen;

import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Java names for what the spec names otherwise. */
final class JavaNames {
  /** Methods that every generated class has already, so no property can be named like them. */
  private static final Set<String> TAKEN_METHODS =
      Set.of(
          "accept",
          "additionalProperties",
          "build",
          "builder",
          "clone",
          "equals",
          "finalize",
          "from",
          "getClass",
          "hashCode",
          "json",
          "notify",
          "notifyAll",
          "toBuilder",
          "toString",
          "wait");

  /** Classes that generated code refers to, in lower case, so no schema can be named like them. */
  static final Set<String> RESERVED_CLASSES =
      Set.of(
          "annotation",
          "arrays",
          "bigdecimal",
          "body",
          "boolean",
          "builder",
          "call",
          "collections",
          "deprecated",
          "double",
          "field",
          "float",
          "formurlencoded",
          "header",
          "headers",
          "instant",
          "integer",
          "ioexception",
          "joined",
          "joinedby",
          "jsonadapter",
          "jsonadapters",
          "jsonreader",
          "jsonvalue",
          "list",
          "localdate",
          "long",
          "map",
          "modelproperties",
          "modelstyle",
          "modelwriter",
          "moshi",
          "multipart",
          "multipartbody",
          "nullable",
          "object",
          "objects",
          "openenum",
          "override",
          "part",
          "path",
          "query",
          "set",
          "string",
          "suppresswarnings",
          "type",
          "uniontype",
          "value");

  private JavaNames() {}

  /** Names on the wire stand in Java literals as they are. */
  static void requirePlain(String what, String text) {
    if (text.chars().anyMatch(c -> c == '"' || c == '\\' || c < ' ')) {
      throw new SpecException(
          what
              + " '"
              + text
              + "' has a quote, a backslash or a control character, which is not supported."
              + " Use another name.");
    }
  }

  /** An accessor or parameter: {@code started_at} becomes {@code startedAt}. */
  static String accessor(String jsonName) {
    StringBuilder name = new StringBuilder();
    for (String word : jsonName.split("[^A-Za-z0-9]+", -1)) {
      if (!word.isEmpty()) {
        name.append(name.isEmpty() ? lowerFirst(word) : upperFirst(word));
      }
    }
    if (name.isEmpty()) {
      throw new SpecException(
          "'"
              + jsonName
              + "' has no letter or digit to name a Java method after; map it by"
              + " nameMappings.");
    }
    if (Character.isDigit(name.charAt(0))) {
      name.insert(0, '_');
    }
    boolean taken = SourceVersion.isKeyword(name) || TAKEN_METHODS.contains(name.toString());
    return taken ? name + "Value" : name.toString();
  }

  /**
   * An enum constant: {@code dark-green} becomes {@code DARK_GREEN}. {@code UNKNOWN} is taken by
   * what stands for values that the spec does not list.
   */
  static String constant(String value) {
    String name =
        value
            .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
            .replaceAll("[^A-Za-z0-9]+", "_")
            .toUpperCase(Locale.ROOT);
    if (name.equals("_") || name.isEmpty()) {
      throw new SpecException(
          "The enum value '"
              + value
              + "' has no letter or digit to name a constant after; map it by"
              + " enumNameMappings.");
    }
    if (Character.isDigit(name.charAt(0))) {
      return "_" + name;
    }
    return name.equals("UNKNOWN") ? "UNKNOWN_VALUE" : name;
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
