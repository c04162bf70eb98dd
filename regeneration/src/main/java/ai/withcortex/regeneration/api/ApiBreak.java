package ai.withcortex.regeneration.api;

import static java.util.Map.entry;

import java.util.Map;

/**
 * A change that makes code that used the API fail.
 *
 * @param className as {@link Class#getName()} has it
 * @param member its name, {@code new} for a constructor, empty if it is the class itself
 * @param change the name that japicmp has for it, or {@code NULLNESS}
 * @param breaksBinaries whether compiled code fails
 * @param breaksSources whether code no longer compiles
 */
public record ApiBreak(
    String className, String member, String change, boolean breaksBinaries, boolean breaksSources) {

  /** What is not here is told by the name that japicmp has for it. */
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          entry("CLASS_GENERIC_TEMPLATE_CHANGED", "has other type parameters"),
          entry("CLASS_LESS_ACCESSIBLE", "can be used in fewer places"),
          entry("CLASS_NOW_ABSTRACT", "is abstract now"),
          entry("CLASS_NOW_NOT_EXTENDABLE", "can no longer be extended"),
          entry("CLASS_NO_LONGER_PUBLIC", "is no longer public"),
          entry("CLASS_REMOVED", "is gone"),
          entry("CLASS_TYPE_CHANGED", "is another kind of class"),
          entry("CONSTRUCTOR_LESS_ACCESSIBLE", "can be used in fewer places"),
          entry("CONSTRUCTOR_REMOVED", "is gone or takes other arguments"),
          entry("FIELD_GENERICS_CHANGED", "has another type"),
          entry("FIELD_LESS_ACCESSIBLE", "can be used in fewer places"),
          entry("FIELD_NOW_FINAL", "can no longer be set"),
          entry("FIELD_REMOVED", "is gone"),
          entry("FIELD_TYPE_CHANGED", "has another type"),
          entry("INTERFACE_REMOVED", "lacks an interface that it had"),
          entry("METHOD_ABSTRACT_ADDED_TO_CLASS", "is new, and subclasses must have it"),
          entry("METHOD_ADDED_TO_INTERFACE", "is new, and implementations must have it"),
          entry("METHOD_LESS_ACCESSIBLE", "can be used in fewer places"),
          entry("METHOD_NOW_ABSTRACT", "is abstract now"),
          entry("METHOD_NOW_FINAL", "can no longer be overridden"),
          entry("METHOD_NOW_STATIC", "is static now"),
          entry("METHOD_NOW_THROWS_CHECKED_EXCEPTION", "throws a checked exception"),
          entry("METHOD_NO_LONGER_STATIC", "is no longer static"),
          entry("METHOD_PARAMETER_GENERICS_CHANGED", "takes arguments of another type"),
          entry("METHOD_REMOVED", "is gone or takes other arguments"),
          entry("METHOD_RETURN_TYPE_CHANGED", "returns another type"),
          entry("METHOD_RETURN_TYPE_GENERICS_CHANGED", "returns another type"),
          entry("NULLNESS", "may be null, or takes null no longer"),
          entry("SUPERCLASS_REMOVED", "lacks the superclass that it had"));

  /** In words, for instance <code>`Run.id` is gone</code>. */
  public String text() {
    return "`" + place() + "` " + WORDS.getOrDefault(change, "changed (" + change + ")");
  }

  /** Which code fails, and how japicmp calls it: {@code METHOD_REMOVED (binary and source)}. */
  public String finding() {
    String what = !breaksSources ? "binary" : !breaksBinaries ? "source" : "binary and source";
    return change + " (" + what + ")";
  }

  /** The class without its package, and the member. */
  public String place() {
    String simple = className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
    return simple + (member.isEmpty() ? "" : "." + member);
  }
}
