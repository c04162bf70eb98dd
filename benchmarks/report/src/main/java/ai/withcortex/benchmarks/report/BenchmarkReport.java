package ai.withcortex.benchmarks.report;

import ai.withcortex.benchmarks.statistics.Sample;
import ai.withcortex.benchmarks.statistics.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Collects results and writes them as {@code report.md} with its plots. */
public final class BenchmarkReport {
  private static final String INTERVALS =
      "Ratios of medians, measured side by side in one run. The interval in brackets contains the"
          + " ratio in 95 of 100 cases, or all ratios of two values if there are fewer than six."
          + " docs/benchmarks.md says what is compared and how, what had to be changed so that"
          + " stock clients read what the API sends, and why targets are missed.";

  private final Path folder;
  private final Effort effort;
  private final List<RatioTarget> targets = new ArrayList<>();
  private final StringBuilder details = new StringBuilder();

  /** Starts a report in the given folder, which is emptied first. */
  public BenchmarkReport(Path folder, Effort effort) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.effort = effort;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  public void target(RatioTarget target) {
    targets.add(target);
  }

  public void heading(String text) {
    details.append("\n## ").append(text).append("\n\n");
  }

  public void text(String text) {
    details.append(text).append("\n\n");
  }

  public void table(MarkdownTable table) {
    details.append(table).append('\n');
  }

  public void plot(String name, String svg) throws IOException {
    Files.writeString(folder.resolve(name + ".svg"), svg);
    details.append("![](").append(name).append(".svg)\n\n");
  }

  /** Writes a table and a plot of samples. */
  public void samples(String name, String title, Samples samples) throws IOException {
    MarkdownTable table =
        new MarkdownTable(title, "median", "least", "most", "times that of cortex");
    for (String label : samples.labels()) {
      Sample sample = samples.of(label);
      table.row(
          label,
          MarkdownTable.number(sample.median()),
          MarkdownTable.number(sample.least()),
          MarkdownTable.number(sample.most()),
          label.equals(Samples.CORTEX) ? "" : sample.to(samples.of(Samples.CORTEX)).toString());
    }
    table(table);
    plot(name, BarChart.svg(title, samples));
  }

  /** Writes the results so far. */
  public void write(long seconds) throws IOException {
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

  public void print() {
    System.out.println();
    System.out.println(targets());
    System.out.println("See " + folder.resolve("report.md").normalize());
  }

  private MarkdownTable targets() {
    MarkdownTable table = new MarkdownTable("", "target", "measured", "met");
    for (RatioTarget target : targets) {
      String verdict = effort == Effort.FULL ? target.verdict() : "unknown in a quick run";
      table.row(target.what(), target.limitText(), target.measured().toString(), verdict);
    }
    return table;
  }
}
