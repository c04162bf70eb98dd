package ai.withcortex.benchmarks;

import ai.withcortex.client.CortexClient;
import ai.withcortex.model.Run;
import ai.withcortex.testing.CortexSandbox;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** How time and allocation of our client grow with the size of what it reads. */
final class Complexity implements Part {
  private final Codec codec = Peer.CORTEX.open();
  private final Table table = new Table("", "grows with", "offset", "for each", "R²");

  @Override
  public void measure(Effort effort, Report report) throws Exception {
    report.heading("Growth");
    report.text(
        "What reading a page costs our client, and what a walk does, by size: a straight line is"
            + " fitted by least squares.");
    pages(effort, report, "runs", "runs on the page", 10, 50, 100, 200, 400, 800);
    pages(effort, report, "depth", "levels of nesting", 1, 20, 40, 80, 160, 240);
    pages(effort, report, "length", "times the usual length of texts", 1, 2, 4, 8, 16, 32);
    walks(effort, report, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000);
    report.table(table);
  }

  private static byte[] page(String kind, int size) {
    return switch (kind) {
      case "runs" -> Pages.page(1, size, 2, 12, 1, 1);
      case "depth" -> Pages.page(1, 20, 0, 4, size, 1);
      default -> Pages.page(1, 20, 2, 12, 1, size);
    };
  }

  private void pages(Effort effort, Report report, String kind, String unit, int... sizes)
      throws IOException {
    List<Cost> costs = new ArrayList<>();
    for (int size : sizes) {
      byte[] page = page(kind, size);
      costs.add(new Cost(size, () -> codec.decode(page)));
    }
    measure(costs, effort.of(60, 2), effort.of(240, 3));
    line(report, kind, unit, "ms", Cost.points(costs, Cost::millis));
    line(report, kind, unit, "kB allocated", Cost.points(costs, Cost::kilobytes));
  }

  private void walks(Effort effort, Report report, int... sizes) throws IOException {
    List<Cost> costs = new ArrayList<>();
    for (int size : sizes) {
      costs.add(new Cost(size, () -> walk(size)));
    }
    measure(costs, effort.of(2, 0), effort.of(7, 1));
    line(report, "walk", "runs in the list", "ms", Cost.points(costs, Cost::millis));
  }

  private static int walk(int size) {
    try (CortexSandbox sandbox = CortexSandbox.builder().slimRuns(size).start();
        CortexClient cortex =
            CortexClient.builder().baseUrl(sandbox.baseUrl()).apiKey(sandbox.apiKey()).build()) {
      int count = 0;
      for (Run run : cortex.workflow("app_1", "work_1").runs()) {
        count += run.id().isEmpty() ? 0 : 1;
      }
      return count;
    }
  }

  /** The sizes take turns; the first rounds do not count. */
  private static void measure(List<Cost> costs, int uncounted, int counted) throws IOException {
    for (int round = 0; round < uncounted + counted; round++) {
      for (Cost cost : costs) {
        cost.measure(round >= uncounted);
      }
    }
  }

  private void line(Report report, String kind, String size, String unit, List<Line.Point> points)
      throws IOException {
    Line line = Line.through(points);
    table.row(
        unit,
        size,
        String.format(Locale.ROOT, "%.3g", line.offset()),
        String.format(Locale.ROOT, "%.3g", line.slope()),
        String.format(Locale.ROOT, "%.4f", line.r2()));
    String name = kind + "-" + unit.replace(" allocated", "");
    report.plot(name, Scatter.svg(unit + " by " + size, size, points, line));
  }

  /** What one size costs. */
  private static final class Cost {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final int size;
    private final Task task;
    private final Sample millis = new Sample();
    private final Sample kilobytes = new Sample();

    Cost(int size, Task task) {
      this.size = size;
      this.task = task;
    }

    void measure(boolean counts) throws IOException {
      long bytes = THREADS.getCurrentThreadAllocatedBytes();
      long start = System.nanoTime();
      Object result = task.run();
      double time = (System.nanoTime() - start) / 1e6;
      bytes = THREADS.getCurrentThreadAllocatedBytes() - bytes;
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

    static List<Line.Point> points(List<Cost> costs, ToDoubleFunction<Cost> value) {
      return costs.stream()
          .map(cost -> new Line.Point(cost.size, value.applyAsDouble(cost)))
          .toList();
    }
  }

  private interface Task {
    Object run() throws IOException;
  }
}
