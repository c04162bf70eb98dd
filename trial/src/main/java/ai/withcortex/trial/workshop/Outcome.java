package ai.withcortex.trial.workshop;

import java.util.List;
import java.util.Map;

/**
 * What became of a document.
 *
 * @param kind how far it came
 * @param detail why it came no further; empty if it came as far as it should
 * @param faults the number of faults for which it was refused
 * @param sources the sources of the client by their path; empty if none were generated
 * @param checks the results of the checks by their titles; empty unless the client was compiled
 */
public record Outcome(
    Kind kind,
    String detail,
    int faults,
    Map<String, String> sources,
    Map<String, ClientCheck.Result> checks) {

  /** How far a document came. */
  public enum Kind {
    GENERATED("generated"),
    COMPILED("compiled"),
    REFUSED("refused"),
    CRASHED("crashed"),
    TOO_SLOW("too slow"),
    NOT_COMPILED("does not compile");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  static Outcome refused(String message) {
    String count = message.replaceFirst("(?s)(?:.*? has ([0-9]+) faults \\()?.*", "$1");
    int faults = count.isEmpty() ? 1 : Integer.parseInt(count);
    return new Outcome(Kind.REFUSED, message, faults, Map.of(), Map.of());
  }

  static Outcome failed(Kind kind, String detail) {
    return new Outcome(kind, detail, 0, Map.of(), Map.of());
  }

  static Outcome generated(Map<String, String> sources) {
    return new Outcome(Kind.GENERATED, "", 0, sources, Map.of());
  }

  static Outcome compiled(Map<String, String> sources, Map<String, ClientCheck.Result> checks) {
    return new Outcome(Kind.COMPILED, "", 0, sources, checks);
  }

  /** Returns whether the generator is at fault, and not the document. */
  public boolean isFailure() {
    return switch (kind) {
      case CRASHED, TOO_SLOW, NOT_COMPILED -> true;
      case GENERATED, COMPILED, REFUSED -> !failures().isEmpty();
    };
  }

  /** Returns what the checks found. */
  public List<String> failures() {
    return checks.entrySet().stream()
        .flatMap(check -> check.getValue().failures().stream().map(f -> check.getKey() + ": " + f))
        .toList();
  }
}
