package ai.withcortex.regeneration.spec;

import ai.withcortex.regeneration.Effect;

/**
 * One difference between two specs.
 *
 * @param place what it is about, such as {@code Run.priority} or {@code listRuns.take}
 * @param pointer the JSON pointer to it in the newer spec, or in the older one if it is gone
 * @param what what it is, or how it changed, without a full stop
 * @param wire what that does between client and server, as a sentence
 * @param description what the spec says of it, for whoever reads the changelog; may be empty
 */
public record SpecChange(
    Kind kind,
    Effect effect,
    String place,
    String pointer,
    String what,
    String wire,
    String description) {

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
