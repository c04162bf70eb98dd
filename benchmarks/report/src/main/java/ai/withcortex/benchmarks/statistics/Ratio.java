package ai.withcortex.benchmarks.statistics;

import java.util.Locale;

/** A ratio of two medians and the bounds of its interval. */
public record Ratio(double value, double low, double high) {
  /** Returns an exact ratio, such as a ratio of file sizes. */
  public static Ratio exact(double value) {
    return new Ratio(value, value, value);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.2f [%.2f, %.2f]", value, low, high);
  }
}
