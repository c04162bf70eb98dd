package ai.withcortex.examples;

import ai.withcortex.model.Run;
import ai.withcortex.model.WorkflowStep;
import ai.withcortex.model.WorkflowVersion;
import ai.withcortex.model.WorkflowVersionDraft;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints a line for each run and the number of runs with each status. */
final class RunTable {
  private static final String FORMAT = "%-14s %-10s %-9s %-30s %9s  %s%n";

  private final PrintStream out;
  private final Map<String, Integer> runsByStatus = new TreeMap<>();

  RunTable(PrintStream out) {
    this.out = out;
  }

  void printHeader() {
    out.printf(Locale.ROOT, FORMAT, "ID", "STATUS", "ORIGIN", "STARTED", "DURATION", "STEPS");
  }

  void print(Run run) {
    runsByStatus.merge(run.status().value(), 1, Integer::sum);
    out.printf(
        Locale.ROOT,
        FORMAT,
        run.id(),
        run.status(),
        run.origin(),
        run.startedAt() == null ? "-" : run.startedAt(),
        duration(run),
        steps(run));
  }

  void printSummary(int pages) {
    int runs = runsByStatus.values().stream().mapToInt(Integer::intValue).sum();
    String counts =
        runsByStatus.entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey())
            .collect(Collectors.joining(", "));
    String unit = pages == 1 ? "page" : "pages";
    out.printf(Locale.ROOT, "%n%d runs on %d %s: %s%n", runs, pages, unit, counts);
  }

  private static String duration(Run run) {
    if (run.startedAt() == null || run.endedAt() == null) {
      return "-";
    }
    Duration duration = Duration.between(run.startedAt(), run.endedAt());
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }

  /**
   * Returns the number of steps of each type in the run's version, such as {@code 2 model, 1 code}.
   */
  private static String steps(Run run) {
    List<WorkflowStep> steps = stepsOf(run);
    if (steps == null) {
      return "-";
    }
    Map<String, Long> byType =
        steps.stream()
            .collect(
                Collectors.groupingBy(
                    step -> step.type().value(), TreeMap::new, Collectors.counting()));
    return byType.entrySet().stream()
        .map(entry -> entry.getValue() + " " + entry.getKey())
        .collect(Collectors.joining(", "));
  }

  private static @Nullable List<WorkflowStep> stepsOf(Run run) {
    WorkflowVersion version = run.workflowVersion();
    if (version != null) {
      return version.steps();
    }
    WorkflowVersionDraft draft = run.workflowVersionDraft();
    return draft == null ? null : draft.steps();
  }
}
