package ai.withcortex.benchmarks.statistics;

import java.util.Locale;

/** A ratio of two medians and the bounds of its error. */
public record Ratio(double value, double low, double high) {
  /** A ratio of what has no error, such as sizes of files. */
  public static Ratio exact(double value) {
    return new Ratio(value, value, value);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.2f [%.2f, %.2f]", value, low, high);
  }
}
