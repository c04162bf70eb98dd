package ai.withcortex.benchmarks.measurement;

import ai.withcortex.benchmarks.report.BenchmarkReport;
import ai.withcortex.benchmarks.report.Effort;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures everything, or the named parts, and writes the report.
 *
 * <p>There are two arguments. The first is the report folder. The second is {@code full} or {@code
 * quick}, optionally followed by the names of parts, separated by spaces.
 */
final class Measure {
  private static final Map<String, Measurement> PARTS = new LinkedHashMap<>();

  static {
    PARTS.put("pages", new PageMeasurement());
    PARTS.put("heap", new RetainedHeap());
    PARTS.put("before", new CheckoutMeasurement());
    PARTS.put("calls", new CallMeasurement());
    PARTS.put("walk", new WalkThroughput());
    PARTS.put("start", new ColdStart());
    PARTS.put("footprint", new Footprint());
    PARTS.put("complexity", new Complexity());
  }

  public static void main(String[] arguments) throws Exception {
    List<String> words = List.of(arguments[1].split(" "));
    Effort effort = Effort.named(words.get(0));
    List<String> names = words.subList(1, words.size());
    if (!PARTS.keySet().containsAll(names)) {
      throw new IllegalArgumentException(
          "Expected some of " + PARTS.keySet() + " but found " + names);
    }
    Map<String, Measurement> parts = new LinkedHashMap<>(PARTS);
    if (!names.isEmpty()) {
      parts.keySet().retainAll(names);
    }
    BenchmarkReport report = new BenchmarkReport(Path.of(arguments[0]), effort);
    long start = System.nanoTime();
    for (Map.Entry<String, Measurement> part : parts.entrySet()) {
      System.out.println("Measuring: " + part.getKey());
      part.getValue().measure(effort, report);
      report.write((System.nanoTime() - start) / 1_000_000_000);
    }
    report.print();
  }

  private Measure() {}
}
