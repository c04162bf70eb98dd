package ai.withcortex.trial;

import ai.withcortex.trial.Outcome.Kind;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints a table of outcomes in Markdown, and counts them. */
final class Table {
  private final PrintStream out;
  private final List<String> checks;
  private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
  private int failures;

  Table(PrintStream out, List<String> checks) {
    this.out = out;
    this.checks = checks;
    String titles = checks.stream().map(title -> " " + title + " |").reduce("", String::concat);
    out.println("| document | result | faults | seconds |" + titles);
    out.println("| --- | --- | --- | --- |" + " --- |".repeat(checks.size()));
  }

  void add(String document, Outcome outcome, long nanoseconds) {
    counts.merge(outcome.kind(), 1, Integer::sum);
    failures += outcome.isFailure() ? 1 : 0;
    StringBuilder row = new StringBuilder("| ").append(document).append(" | ");
    row.append(outcome.kind()).append(" | ");
    row.append(outcome.kind() == Kind.REFUSED ? outcome.faults() : "").append(" | ");
    row.append(String.format(Locale.ROOT, "%.2f", nanoseconds / 1e9)).append(" |");
    for (String check : checks) {
      ClientCheck.Result result = outcome.checks().get(check);
      row.append(' ').append(result == null ? "" : cell(result)).append(" |");
    }
    out.println(row);
  }

  private static String cell(ClientCheck.Result result) {
    int failed = result.failures().size();
    return failed == 0 ? "" + result.count() : result.count() + ", " + failed + " failed";
  }

  /** Prints how many documents came how far, and returns how many show a failure. */
  int printCounts() {
    out.println();
    counts.forEach((kind, count) -> out.println(count + " " + kind));
    return failures;
  }
}
