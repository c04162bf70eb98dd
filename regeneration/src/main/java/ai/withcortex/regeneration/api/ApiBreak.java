package ai.withcortex.regeneration.api;

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

  /** For instance {@code Run.id: METHOD_REMOVED (binary and source)}. */
  public String text() {
    String place = className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
    String dot = member.isEmpty() ? "" : "." + member;
    String what = !breaksSources ? "binary" : !breaksBinaries ? "source" : "binary and source";
    return place + dot + ": " + change + " (" + what + ")";
  }
}
