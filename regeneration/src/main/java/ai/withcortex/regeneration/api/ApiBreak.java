package ai.withcortex.regeneration.api;

import static java.util.Map.entry;

import java.util.Map;

/**
 * An API change that breaks code using the API.
 *
 * @param className the class name, as returned by {@link Class#getName()}
 * @param member the member name, {@code new} for a constructor, empty for the class itself
 * @param change the name of the change in japicmp or in {@code ApiRules}
 * @param detail the state before and after, and whom the break affects, as the rest of a sentence;
 *     empty for changes that japicmp finds
 * @param breaksBinaries whether compiled code fails or behaves differently
 * @param breaksSources whether code no longer compiles, or behaves differently once compiled
 */
public record ApiBreak(
    String className,
    String member,
    String change,
    String detail,
    boolean breaksBinaries,
    boolean breaksSources) {

  /**
   * Descriptions of the changes that japicmp finds. Changes without a description appear with their
   * japicmp name.
   */
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          entry("CLASS_GENERIC_TEMPLATE_CHANGED", "has different type parameters"),
          entry("CLASS_LESS_ACCESSIBLE", "is less accessible"),
          entry("CLASS_NOW_ABSTRACT", "is now abstract"),
          entry("CLASS_NOW_NOT_EXTENDABLE", "can no longer be extended"),
          entry("CLASS_NO_LONGER_PUBLIC", "is no longer public"),
          entry("CLASS_REMOVED", "was removed"),
          entry("CLASS_TYPE_CHANGED", "is now a different kind of class"),
          entry("CONSTRUCTOR_LESS_ACCESSIBLE", "is less accessible"),
          entry("CONSTRUCTOR_REMOVED", "was removed, or its parameters changed"),
          entry("FIELD_GENERICS_CHANGED", "has a different type"),
          entry("FIELD_LESS_ACCESSIBLE", "is less accessible"),
          entry("FIELD_NOW_FINAL", "can no longer be assigned"),
          entry("FIELD_REMOVED", "was removed"),
          entry("FIELD_TYPE_CHANGED", "has a different type"),
          entry("INTERFACE_REMOVED", "no longer implements one of its interfaces"),
          entry("METHOD_ABSTRACT_ADDED_TO_CLASS", "is new, and subclasses must implement it"),
          entry("METHOD_ADDED_TO_INTERFACE", "is new, and implementations must add it"),
          entry("METHOD_LESS_ACCESSIBLE", "is less accessible"),
          entry("METHOD_NOW_ABSTRACT", "is now abstract"),
          entry("METHOD_NOW_FINAL", "can no longer be overridden"),
          entry("METHOD_NOW_STATIC", "is now static"),
          entry("METHOD_NOW_THROWS_CHECKED_EXCEPTION", "now throws a checked exception"),
          entry("METHOD_NO_LONGER_STATIC", "is no longer static"),
          entry("METHOD_PARAMETER_GENERICS_CHANGED", "takes arguments of a different type"),
          entry("METHOD_REMOVED", "was removed, or its parameters changed"),
          entry("METHOD_RETURN_TYPE_CHANGED", "returns a different type"),
          entry("METHOD_RETURN_TYPE_GENERICS_CHANGED", "returns a different type"),
          entry("SUPERCLASS_REMOVED", "no longer has its superclass"));

  /** Returns the break as a clause, such as <code>`Run.Builder` was removed</code>. */
  public String text() {
    String words = WORDS.getOrDefault(change, "changed (" + change + ")");
    return "`" + place() + "` " + (detail.isEmpty() ? words : detail);
  }

  /**
   * Returns the kind of change and of code that breaks, such as {@code METHOD_REMOVED (binary and
   * source)}.
   */
  public String finding() {
    String what = !breaksSources ? "binary" : !breaksBinaries ? "source" : "binary and source";
    return change + " (" + what + ")";
  }

  /** Returns the class name without its package, followed by the member. */
  public String place() {
    String simple = className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
    return simple + (member.isEmpty() ? "" : "." + member);
  }
}
