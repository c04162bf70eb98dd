package ai.withcortex.benchmarks.measurement;

import ai.withcortex.benchmarks.pages.Pages;
import ai.withcortex.benchmarks.peers.PageCodec;
import ai.withcortex.benchmarks.peers.Peer;
import ai.withcortex.benchmarks.report.BenchmarkReport;
import ai.withcortex.benchmarks.report.Effort;
import ai.withcortex.benchmarks.report.MarkdownTable;
import ai.withcortex.benchmarks.report.ScatterPlot;
import ai.withcortex.benchmarks.statistics.LinearFit;
import ai.withcortex.benchmarks.statistics.Sample;
import ai.withcortex.client.CortexClient;
import ai.withcortex.model.Run;
import ai.withcortex.testing.CortexSandbox;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Measures how our client's time and allocation grow with the size of the input. */
final class Complexity implements Measurement {
  private final PageCodec codec = Peer.CORTEX.open();
  private final MarkdownTable table =
      new MarkdownTable("", "grows with", "offset", "for each", "R²");
  private final Map<String, String> plots = new LinkedHashMap<>();

  @Override
  public void measure(Effort effort, BenchmarkReport report) throws Exception {
    report.heading("Growth");
    report.text(
        "What reading a page costs our client, and what a walk does, by size: a straight line is"
            + " fitted by least squares.");
    List<Cost> runs = new ArrayList<>();
    for (int size : new int[] {10, 50, 100, 200, 400, 800}) {
      runs.add(reading(size, Pages.page(1, size, 2, 12, 1, 1)));
    }
    pages(effort, "runs", "runs on the page", runs);
    List<Cost> depths = new ArrayList<>();
    for (int size : new int[] {1, 20, 40, 80, 160, 240}) {
      depths.add(reading(size, Pages.page(1, 20, 0, 4, size, 1)));
    }
    pages(effort, "depth", "levels of nesting", depths);
    List<Cost> lengths = new ArrayList<>();
    for (int size : new int[] {1, 2, 4, 8, 16, 32}) {
      byte[] page = Pages.page(1, 20, 2, 12, 1, size);
      lengths.add(reading(page.length / 1000.0, page));
    }
    pages(effort, "length", "kB of the page, by longer texts", lengths);
    walks(effort, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000);
    report.table(table);
    for (Map.Entry<String, String> plot : plots.entrySet()) {
      report.plot(plot.getKey(), plot.getValue());
    }
  }

  private Cost reading(double size, byte[] page) {
    return new Cost(size, () -> codec.decode(page));
  }

  private void pages(Effort effort, String kind, String size, List<Cost> costs) throws IOException {
    measure(costs, effort.of(60, 2), effort.of(240, 3));
    line(kind, size, "ms", Cost.points(costs, Cost::millis));
    line(kind, size, "kB allocated", Cost.points(costs, Cost::kilobytes));
  }

  private void walks(Effort effort, int... sizes) throws IOException {
    List<CortexSandbox> sandboxes = new ArrayList<>();
    List<Cost> costs = new ArrayList<>();
    try {
      for (int size : sizes) {
        CortexSandbox sandbox = CortexSandbox.builder().slimRuns(size).start();
        sandboxes.add(sandbox);
        costs.add(new Cost(size, () -> walk(sandbox)));
      }
      measure(costs, effort.of(2, 0), effort.of(7, 1));
    } finally {
      sandboxes.forEach(CortexSandbox::close);
    }
    line("walk", "runs in the list", "ms", Cost.points(costs, Cost::millis));
  }

  private static int walk(CortexSandbox sandbox) {
    try (CortexClient cortex =
        CortexClient.builder().baseUrl(sandbox.baseUrl()).apiKey(sandbox.apiKey()).build()) {
      int count = 0;
      for (Run run : cortex.workflow("app_1", "work_1").runs()) {
        count += run.id().isEmpty() ? 0 : 1;
      }
      return count;
    }
  }

  /** Measures all sizes in each round. The first rounds do not count. */
  private static void measure(List<Cost> costs, int uncounted, int counted) throws IOException {
    for (int round = 0; round < uncounted + counted; round++) {
      for (Cost cost : costs) {
        cost.measure(round >= uncounted);
      }
    }
  }

  private void line(String kind, String size, String unit, List<LinearFit.Point> points) {
    LinearFit line = LinearFit.through(points);
    table.row(
        unit,
        size,
        String.format(Locale.ROOT, "%.3g", line.offset()),
        String.format(Locale.ROOT, "%.3g", line.slope()),
        String.format(Locale.ROOT, "%.4f", line.r2()));
    String name = kind + "-" + unit.replace(" allocated", "");
    plots.put(name, ScatterPlot.svg(unit + " by " + size, size, points, line));
  }

  /** The cost for one size. */
  private static final class Cost {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final double size;
    private final Task task;
    private final Sample millis = new Sample();
    private final Sample kilobytes = new Sample();

    Cost(double size, Task task) {
      this.size = size;
      this.task = task;
    }

    void measure(boolean counts) throws IOException {
      long bytes = THREADS.getCurrentThreadAllocatedBytes();
      long start = System.nanoTime();
      Object result = task.run();
      double time = (System.nanoTime() - start) / 1e6;
      bytes = THREADS.getCurrentThreadAllocatedBytes() - bytes;
      // The JVM may skip work if its result is not used.
      if (counts && result != null) {
        millis.add(time);
        kilobytes.add(bytes / 1000.0);
      }
    }

    double millis() {
      return millis.median();
    }

    double kilobytes() {
      return kilobytes.median();
    }

    static List<LinearFit.Point> points(List<Cost> costs, ToDoubleFunction<Cost> value) {
      return costs.stream()
          .map(cost -> new LinearFit.Point(cost.size, value.applyAsDouble(cost)))
          .toList();
    }
  }

  private interface Task {
    Object run() throws IOException;
  }
}
