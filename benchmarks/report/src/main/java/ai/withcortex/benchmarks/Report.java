package ai.withcortex.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Collects what was measured and writes it: {@code report.md}, and plots beside it. */
final class Report {
  private static final String INTERVALS =
      "Ratios of medians, measured side by side in one run; in brackets the interval that has the"
          + " ratio in 95 of 100 cases, or all ratios of two values if there are fewer than six."
          + " docs/benchmarks.md says who is compared, how, what had to be changed so that stock"
          + " clients read what the API sends, and why targets are missed.";

  private final Path folder;
  private final Effort effort;
  private final List<Target> targets = new ArrayList<>();
  private final StringBuilder details = new StringBuilder();

  /** Begins with an empty folder. */
  Report(Path folder, Effort effort) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.effort = effort;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  void target(Target target) {
    targets.add(target);
  }

  void heading(String text) {
    details.append("\n## ").append(text).append("\n\n");
  }

  void text(String text) {
    details.append(text).append("\n\n");
  }

  void table(Table table) {
    details.append(table).append('\n');
  }

  void plot(String name, String svg) throws IOException {
    Files.writeString(folder.resolve(name + ".svg"), svg);
    details.append("![](").append(name).append(".svg)\n\n");
  }

  /** Writes a table and a plot of samples. */
  void samples(String name, String title, Samples samples) throws IOException {
    Table table = new Table(title, "median", "least", "most", "times that of cortex");
    for (String label : samples.labels()) {
      Sample sample = samples.of(label);
      table.row(
          label,
          Table.number(sample.median()),
          Table.number(sample.least()),
          Table.number(sample.most()),
          label.equals(Samples.CORTEX) ? "" : sample.to(samples.of(Samples.CORTEX)).toString());
    }
    table(table);
    plot(name, Bars.svg(title, samples));
  }

  /** Writes what there is by now. */
  void write(long seconds) throws IOException {
    String about =
        String.format(
            Locale.ROOT,
            "JDK %s on %s, %d processors, %s run of %d s.",
            System.getProperty("java.version"),
            System.getProperty("os.name"),
            Runtime.getRuntime().availableProcessors(),
            effort.label(),
            seconds);
    String top = "# Benchmarks\n\n" + about + "\n\n" + INTERVALS + "\n\n" + targets();
    Files.writeString(folder.resolve("report.md"), top + details);
  }

  void print() {
    System.out.println();
    System.out.println(targets());
    System.out.println("See " + folder.resolve("report.md").normalize());
  }

  private Table targets() {
    Table table = new Table("", "target", "measured", "met");
    for (Target target : targets) {
      String verdict = effort == Effort.FULL ? target.verdict() : "a quick run does not say";
      table.row(target.what(), target.limitText(), target.measured().toString(), verdict);
    }
    return table;
  }
}
