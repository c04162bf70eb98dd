package ai.withcortex.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures everything, or the parts that are named, and writes the report.
 *
 * <p>Arguments: the folder of the report, and {@code full} or {@code quick} with names of parts
 * behind it, in one.
 */
final class Measure {
  private static final Map<String, Part> PARTS = new LinkedHashMap<>();

  static {
    PARTS.put("pages", new PageMeasurement());
    PARTS.put("heap", new RetainedHeap());
    PARTS.put("walk", new WalkThroughput());
    PARTS.put("start", new ColdStart());
    PARTS.put("footprint", new Footprint());
    PARTS.put("complexity", new Complexity());
  }

  public static void main(String[] arguments) throws Exception {
    Report report = new Report(Path.of(arguments[0]));
    List<String> words = List.of(arguments[1].split(" "));
    Effort effort = Effort.valueOf(words.get(0).toUpperCase(Locale.ROOT));
    List<String> names = new ArrayList<>(words.subList(1, words.size()));
    if (names.isEmpty()) {
      names.addAll(PARTS.keySet());
    }
    long start = System.nanoTime();
    for (String name : names) {
      Part part = PARTS.get(name);
      if (part == null) {
        throw new IllegalArgumentException(
            "Expected one of " + PARTS.keySet() + " but found " + name);
      }
      System.out.println("Measuring: " + name);
      part.measure(effort, report);
    }
    report.write(
        String.format(
            Locale.ROOT,
            "JDK %s on %s, %d processors, %s run of %d s.",
            System.getProperty("java.version"),
            System.getProperty("os.name"),
            Runtime.getRuntime().availableProcessors(),
            effort.toString().toLowerCase(Locale.ROOT),
            (System.nanoTime() - start) / 1_000_000_000));
  }

  private Measure() {}
}
