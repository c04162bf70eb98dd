package ai.withcortex.benchmarks.report;

import ai.withcortex.benchmarks.statistics.Sample;
import ai.withcortex.benchmarks.statistics.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A plot with a bar for the median of each sample and a line from its lowest to its highest value.
 */
public final class BarChart {
  private static final int LEFT = 190;
  private static final int WIDTH = 420;
  private static final int ROW = 26;

  public static String svg(String title, Samples samples) {
    double most =
        samples.labels().stream()
            .mapToDouble(label -> samples.of(label).most())
            .max()
            .orElseThrow();
    List<String> shapes = new ArrayList<>();
    int y = 40;
    for (String label : samples.labels()) {
      Sample sample = samples.of(label);
      double scale = WIDTH / most;
      double end = LEFT + sample.most() * scale;
      shapes.add(
          String.format(
              Locale.ROOT,
              "<rect x='%d' y='%d' width='%.1f' height='16'/><path d='M%.1f %d H%.1f'/>",
              LEFT,
              y,
              sample.median() * scale,
              LEFT + sample.least() * scale,
              y + 8,
              end));
      shapes.add(Svg.text(LEFT - 6, y + 13, "end", label));
      shapes.add(Svg.text((int) end + 6, y + 13, "start", MarkdownTable.number(sample.median())));
      y += ROW;
    }
    return Svg.document(LEFT + WIDTH + 80, y + 10, title, shapes);
  }

  private BarChart() {}
}
