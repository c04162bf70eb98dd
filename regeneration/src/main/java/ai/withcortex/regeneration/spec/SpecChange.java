package ai.withcortex.regeneration.spec;

import ai.withcortex.regeneration.Effect;
import java.util.Set;

/**
 * One difference between two specs.
 *
 * @param place what it is about, such as {@code Run.priority} or {@code listRuns.take}
 * @param pointer the JSON pointer to it in the newer spec, or in the older one if it is gone
 * @param what what it is, or how it changed, without a full stop
 * @param wire what that does between client and server, as a sentence
 * @param description what the spec says of it, for whoever reads the changelog; may be empty
 * @param since the version that a new parameter or field says it came with; empty if none
 * @param heirs the schemas that have the same, being made of the one that this is about
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
  /** What it does on the wire if it does nothing. */
  public static final String NOTHING = "Nothing changes.";

  /** What happened, in the order and with the headings of a changelog. */
  public enum Kind {
    /** It was not there. */
    ADDED("Added"),
    /** It is different. */
    CHANGED("Changed"),
    /** It will go. */
    DEPRECATED("Deprecated"),
    /** It is gone. */
    REMOVED("Removed"),
    /** It is worded differently and works as before. */
    DOCUMENTED("");

    private final String heading;

    Kind(String heading) {
      this.heading = heading;
    }

    /** As Keep a Changelog has it; empty if a changelog does not mention it. */
    public String heading() {
      return heading;
    }
  }
}
