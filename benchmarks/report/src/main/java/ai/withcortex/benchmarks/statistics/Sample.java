package ai.withcortex.benchmarks.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The values of a repeated measurement. */
public final class Sample {
  private static final int RESAMPLES = 2000;

  /** With fewer values, resampling would give a poor estimate of the error. */
  private static final int FEWEST = 6;

  private final List<Double> values = new ArrayList<>();

  public void add(double value) {
    values.add(value);
  }

  /** Returns a copy of this sample with a constant added to each value. */
  public Sample plus(double constant) {
    Sample sum = new Sample();
    values.forEach(value -> sum.add(value + constant));
    return sum;
  }

  public double median() {
    return median(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  public double least() {
    return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  public double most() {
    return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  /**
   * Returns the ratio of the medians of this sample and the given sample, with a 95% bootstrap
   * interval: 95 of 100 ratios of medians of resampled values are in the interval. With few values,
   * the interval ranges from the smallest to the largest ratio of two values.
   */
  public Ratio to(Sample other) {
    double ratio = median() / other.median();
    if (Math.min(values.size(), other.values.size()) < FEWEST) {
      return new Ratio(ratio, least() / other.most(), most() / other.least());
    }
    Random random = new Random(1);
    double[] ratios = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      ratios[i] = drawnAgain(random) / other.drawnAgain(random);
    }
    Arrays.sort(ratios);
    return new Ratio(ratio, ratios[RESAMPLES / 40], ratios[RESAMPLES - RESAMPLES / 40 - 1]);
  }

  private double drawnAgain(Random random) {
    double[] drawn = new double[values.size()];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = values.get(random.nextInt(drawn.length));
    }
    return median(drawn);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
