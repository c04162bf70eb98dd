package ai.withcortex.benchmarks.measurement;

import ai.withcortex.benchmarks.jmh.CheckoutBenchmark;
import ai.withcortex.benchmarks.jmh.JmhFork;
import ai.withcortex.benchmarks.pages.Pages;
import ai.withcortex.benchmarks.peers.ClientJars;
import ai.withcortex.benchmarks.report.BenchmarkReport;
import ai.withcortex.benchmarks.report.Effort;
import ai.withcortex.benchmarks.report.RatioTarget;
import ai.withcortex.benchmarks.statistics.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Compares reading a page with our client and with the client from a different checkout, if
 * specified.
 */
final class CheckoutMeasurement implements Measurement {
  private static final String[] PAGES = {Pages.FULL.name(), Pages.SLIM.name()};
  private static final String BEFORE = "before";

  private final Map<Pages, Samples> millis = new EnumMap<>(Pages.class);
  private final Map<Pages, Samples> bytes = new EnumMap<>(Pages.class);

  @Override
  public void measure(Effort effort, BenchmarkReport report) throws RunnerException, IOException {
    String checkout = System.getProperty("benchmarks.before", "");
    if (checkout.isEmpty()) {
      return;
    }
    for (int round = 0; round < effort.of(9, 1); round++) {
      var options =
          new OptionsBuilder()
              .include(CheckoutBenchmark.class.getName() + "\\.")
              .param("pages", PAGES)
              .param("before", ClientJars.classPathIn(Path.of(checkout)))
              .param("now", ClientJars.CORTEX.classPath())
              .warmupTime(TimeValue.milliseconds(effort.of(800, 20)))
              .measurementTime(TimeValue.milliseconds(effort.of(700, 50)));
      for (JmhFork fork : JmhFork.run(effort, options)) {
        Pages pages = Pages.valueOf(fork.param("pages"));
        boolean isNow = fork.param("side").equals(CheckoutBenchmark.Side.NOW.name());
        String label = isNow ? Samples.CORTEX : BEFORE;
        millis.computeIfAbsent(pages, none -> new Samples()).of(label).add(fork.score());
        bytes.computeIfAbsent(pages, none -> new Samples()).of(label).add(fork.bytes());
      }
    }
    report.heading("Before");
    report.text("The client of " + checkout + " and this one.");
    write(report, "ms to read a", "before", millis);
    write(report, "bytes allocated for a", "before-bytes", bytes);
  }

  private static void write(
      BenchmarkReport report, String what, String plot, Map<Pages, Samples> measured)
      throws IOException {
    for (Map.Entry<Pages, Samples> entry : measured.entrySet()) {
      String page = entry.getKey().label();
      Samples samples = entry.getValue();
      String title = what + " " + page + " page";
      report.target(
          RatioTarget.atMost(
              1,
              "8. " + title + ", by those of before",
              samples.of(Samples.CORTEX).to(samples.of(BEFORE))));
      report.samples(plot + "-" + page, title, samples);
    }
  }
}
