package ai.withcortex.regeneration.spec;

import ai.withcortex.regeneration.version.Effect;
import java.util.Set;

/**
 * A difference between two specs.
 *
 * @param place the part that changed, such as {@code Run.priority} or {@code listRuns.take}
 * @param pointer the JSON pointer to the part in the newer spec, or in the older spec if it was
 *     removed
 * @param what the part, or how it changed, without a period
 * @param wire the effect on requests and responses, as a sentence
 * @param description the description of the part in the spec, for the changelog; may be empty
 * @param since the {@code x-since} of a new parameter or field; empty if it has none
 * @param heirs the schemas that inherit the part
 */
public record SpecChange(
    Kind kind,
    Effect effect,
    String place,
    String pointer,
    String what,
    String wire,
    String description,
    String since,
    Set<String> heirs) {
  /** The text for changes that have no effect on requests and responses. */
  public static final String NOTHING = "Nothing changes.";

  /** The kind of change, in the order and with the headings of a changelog. */
  public enum Kind {
    /** New. */
    ADDED("Added"),
    /** Different. */
    CHANGED("Changed"),
    /** Will be removed. */
    DEPRECATED("Deprecated"),
    /** Removed. */
    REMOVED("Removed"),
    /** Only its documentation changed. */
    DOCUMENTED("");

    private final String heading;

    Kind(String heading) {
      this.heading = heading;
    }

    /** Returns the heading in Keep a Changelog; empty if the changelog does not list the change. */
    public String heading() {
      return heading;
    }
  }
}
