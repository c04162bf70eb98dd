package ai.withcortex.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Collects what was measured and writes it: {@code report.md}, and plots beside it. */
final class Report {
  private final Path folder;
  private final List<Target> targets = new ArrayList<>();
  private final StringBuilder details = new StringBuilder();

  Report(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
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
          sample.to(samples.of(Samples.CORTEX)).toString());
    }
    table(table);
    plot(name, Bars.svg(title, samples));
  }

  /** Writes all of it, and prints the table of targets. */
  void write(String about) throws IOException {
    Table table = new Table("", "target", "measured", "met");
    for (Target target : targets) {
      table.row(target.what(), target.limitText(), target.measured().toString(), target.verdict());
    }
    String intervals =
        "Ratios of medians, measured side by side in one run; in brackets the interval that has the"
            + " ratio in 95 of 100 cases. docs/benchmarks.md says who is compared, how, and what had to be"
            + " changed so that stock clients read what the API sends.";
    String top = "# Benchmarks\n\n" + about + "\n\n" + intervals + "\n\n" + table;
    Files.writeString(folder.resolve("report.md"), top + details);
    System.out.println();
    System.out.println(table);
    System.out.println("See " + folder.resolve("report.md"));
  }
}
