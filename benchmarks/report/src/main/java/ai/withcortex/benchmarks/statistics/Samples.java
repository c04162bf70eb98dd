package ai.withcortex.benchmarks.statistics;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Samples of several peers, by the labels of these. */
public final class Samples {
  /** The label of our client. */
  public static final String CORTEX = "cortex";

  private final Map<String, Sample> samples = new LinkedHashMap<>();

  /** The sample of a label, which is begun if it is not there. */
  public Sample of(String label) {
    return samples.computeIfAbsent(label, none -> new Sample());
  }

  public Set<String> labels() {
    return samples.keySet();
  }

  /** The label of the least median among those of others. */
  public String leastOfOthers() {
    return samples.keySet().stream()
        .filter(label -> !label.startsWith(CORTEX))
        .min(Comparator.comparing(label -> of(label).median()))
        .orElseThrow();
  }
}
