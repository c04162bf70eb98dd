package ai.withcortex.codegen.source;

import java.util.LinkedHashSet;
import java.util.Set;

/** The methods that Immutables gives the builder of a class for each of its properties. */
public final class BuilderMethods {
  private BuilderMethods() {}

  /**
   * Returns the names of the methods for a property: a list {@code tags} also has {@code addTag},
   * {@code addTags} and {@code addAllTags}, and a map {@code notes} has {@code putNote} and {@code
   * putAllNotes}.
   *
   * @param type the type of the property in the spec, where a map is an object
   */
  public static Set<String> of(String property, String type) {
    Set<String> methods = new LinkedHashSet<>(Set.of(property));
    if (type.equals("array")) {
      methods.add("add" + upper(singular(property)));
      methods.add("add" + upper(property));
      methods.add("addAll" + upper(property));
    } else if (type.equals("object")) {
      methods.add("put" + upper(singular(property)));
      methods.add("putAll" + upper(property));
    }
    return methods;
  }

  /** Returns the singular that Immutables derives, whether it is English or not. */
  private static String singular(String property) {
    if (property.length() > 3 && property.endsWith("ies")) {
      return property.substring(0, property.length() - 3) + "y";
    }
    boolean isPlural = property.length() > 1 && property.endsWith("s");
    return isPlural ? property.substring(0, property.length() - 1) : property;
  }

  private static String upper(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
