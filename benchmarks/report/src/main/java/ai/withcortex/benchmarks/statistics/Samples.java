package ai.withcortex.benchmarks.statistics;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The samples of several peers, by label. */
public final class Samples {
  /** The label of our client. */
  public static final String CORTEX = "cortex";

  private final Map<String, Sample> samples = new LinkedHashMap<>();

  /** Returns the sample for a label, creating it if necessary. */
  public Sample of(String label) {
    return samples.computeIfAbsent(label, none -> new Sample());
  }

  public Set<String> labels() {
    return samples.keySet();
  }

  /** Returns the label of the sample with the lowest median, excluding our client. */
  public String leastOfOthers() {
    return samples.keySet().stream()
        .filter(label -> !label.startsWith(CORTEX))
        .min(Comparator.comparing(label -> of(label).median()))
        .orElseThrow();
  }
}
