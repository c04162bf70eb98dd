package ai.withcortex.trial;

import ai.withcortex.trial.repair.Repair;
import ai.withcortex.trial.workshop.ClientCheck;
import ai.withcortex.trial.workshop.Outcome;
import ai.withcortex.trial.workshop.Outcome.Kind;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints a table of outcomes in Markdown, and counts them. */
final class Table {
  /** The number of runs in which a document should be accepted. */
  private static final int FEW_RUNS = 3;

  private final PrintStream out;
  private final List<String> checks;
  private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
  private int failures;
  private int documents;
  private int acceptedSoon;

  Table(PrintStream out, List<String> checks) {
    this.out = out;
    this.checks = checks;
    String titles = checks.stream().map(title -> " " + title + " |").reduce("", String::concat);
    out.println("| document | result | faults | runs | seconds |" + titles);
    out.println("| --- | --- | --- | --- | --- |" + " --- |".repeat(checks.size()));
  }

  /**
   * @param repair the runs until the document was accepted or given up
   * @param outcome the outcome in the end
   */
  void add(String document, Repair repair, Outcome outcome, long nanoseconds) {
    documents++;
    acceptedSoon += repair.isAccepted() && repair.runs() <= FEW_RUNS ? 1 : 0;
    counts.merge(outcome.kind(), 1, Integer::sum);
    failures += outcome.isFailure() ? 1 : 0;
    StringBuilder row = new StringBuilder("| ").append(document).append(" | ");
    row.append(outcome.kind()).append(" | ");
    row.append(repair.faults() == 0 ? "" : repair.faults()).append(" | ");
    row.append(repair.runs()).append(" | ");
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
    out.printf(
        Locale.ROOT,
        "%d of %d (%.0f percent) accepted in at most %d runs%n",
        acceptedSoon,
        documents,
        100.0 * acceptedSoon / Math.max(1, documents),
        FEW_RUNS);
    return failures;
  }
}
