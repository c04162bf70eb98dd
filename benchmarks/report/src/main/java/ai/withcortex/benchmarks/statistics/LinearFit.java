package ai.withcortex.benchmarks.statistics;

import java.util.List;

/** The straight line that best fits a set of points, and the quality of the fit. */
public record LinearFit(double offset, double slope, double r2) {
  /** Fits a line by least squares. */
  public static LinearFit through(List<Point> points) {
    double x = mean(points.stream().mapToDouble(Point::x).toArray());
    double y = mean(points.stream().mapToDouble(Point::y).toArray());
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (Point point : points) {
      xx += (point.x - x) * (point.x - x);
      xy += (point.x - x) * (point.y - y);
      yy += (point.y - y) * (point.y - y);
    }
    double slope = xy / xx;
    return new LinearFit(y - slope * x, slope, xy * xy / (xx * yy));
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** A size and its cost. */
  public record Point(double x, double y) {}
}
