package ai.withcortex.trial.repair;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What to do for faults of one kind.
 *
 * @param fault what the generator says, including the remedy
 */
record Remedy(Pattern fault, Action action) {
  /** Changes the document at the place of a fault, given the groups of the message. */
  interface Action {
    void apply(Place place, Matcher message);
  }

  /** Returns a remedy for messages that match a pattern entirely. */
  static Remedy on(String fault, Action action) {
    return new Remedy(Pattern.compile(fault, Pattern.DOTALL), action);
  }
}
