package ai.withcortex.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table in Markdown. */
final class Table {
  private final List<String[]> rows = new ArrayList<>();

  Table(String... columns) {
    rows.add(columns);
  }

  void row(String... cells) {
    rows.add(cells);
  }

  static String number(double value) {
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
