package ai.withcortex.benchmarks.report;

import ai.withcortex.benchmarks.statistics.LinearFit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A plot of points with a fitted line. */
public final class ScatterPlot {
  private static final int LEFT = 70;
  private static final int TOP = 40;
  private static final int WIDTH = 460;
  private static final int HEIGHT = 240;

  public static String svg(
      String title, String size, List<LinearFit.Point> points, LinearFit line) {
    double mostX = points.stream().mapToDouble(LinearFit.Point::x).max().orElseThrow();
    double mostY = points.stream().mapToDouble(LinearFit.Point::y).max().orElseThrow();
    List<String> shapes = new ArrayList<>();
    for (LinearFit.Point point : points) {
      shapes.add(
          String.format(
              Locale.ROOT,
              "<circle r='4' cx='%.1f' cy='%.1f'/>",
              LEFT + point.x() / mostX * WIDTH,
              TOP + HEIGHT - point.y() / mostY * HEIGHT));
    }
    shapes.add(
        String.format(
            Locale.ROOT,
            "<path d='M%d %.1f L%d %.1f'/>",
            LEFT,
            TOP + HEIGHT - line.offset() / mostY * HEIGHT,
            LEFT + WIDTH,
            TOP + HEIGHT - (line.offset() + line.slope() * mostX) / mostY * HEIGHT));
    int bottom = TOP + HEIGHT;
    shapes.add(
        String.format(
            "<path style='stroke:#888' d='M%d %d V%d H%d'/>", LEFT, TOP, bottom, LEFT + WIDTH));
    shapes.add(Svg.text(LEFT - 6, TOP + 5, "end", MarkdownTable.number(mostY)));
    shapes.add(Svg.text(LEFT - 6, bottom, "end", "0"));
    shapes.add(Svg.text(LEFT, bottom + 18, "middle", "0"));
    shapes.add(Svg.text(LEFT + WIDTH, bottom + 18, "end", MarkdownTable.number(mostX)));
    shapes.add(Svg.text(LEFT + WIDTH / 2, bottom + 18, "middle", size));
    return Svg.document(LEFT + WIDTH + 30, bottom + 30, title, shapes);
  }

  private ScatterPlot() {}
}
