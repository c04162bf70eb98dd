package ai.withcortex.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table in Markdown. */
public final class MarkdownTable {
  private final List<String[]> rows = new ArrayList<>();

  public MarkdownTable(String... columns) {
    rows.add(columns);
  }

  public void row(String... cells) {
    rows.add(cells);
  }

  public static String number(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%,.2f" : "%,.0f", value);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (String[] row : rows) {
      text.append("| ").append(String.join(" | ", row)).append(" |\n");
      if (row == rows.get(0)) {
        text.append("| --- ".repeat(row.length)).append("|\n");
      }
    }
    return text.toString();
  }
}
