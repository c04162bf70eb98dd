package ai.withcortex.benchmarks.measurement;

import ai.withcortex.benchmarks.jmh.CallBenchmark;
import ai.withcortex.benchmarks.jmh.JmhFork;
import ai.withcortex.benchmarks.peers.Peer;
import ai.withcortex.benchmarks.report.BenchmarkReport;
import ai.withcortex.benchmarks.report.Effort;
import ai.withcortex.benchmarks.report.RatioTarget;
import ai.withcortex.benchmarks.statistics.Samples;
import ai.withcortex.testing.CortexSandbox;
import java.io.IOException;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Measures the cost of a call apart from the page. Our client, with retries, limits, and typed
 * failures, and a stock client without them request one small run from the same sandbox. In a full
 * run, the clients and the sandbox run in separate processes.
 */
final class CallMeasurement implements Measurement {
  private static final int[] THREADS = {1, 8};

  @Override
  public void measure(Effort effort, BenchmarkReport report) throws RunnerException, IOException {
    report.heading("Calls");
    report.text("A page of one run of less than 1 kB, over loopback.");
    for (int threads : THREADS) {
      Samples rates = new Samples();
      Samples bytes = new Samples();
      try (CortexSandbox sandbox = CortexSandbox.start()) {
        for (int round = 0; round < effort.of(9, 1); round++) {
          var options =
              new OptionsBuilder()
                  .include(CallBenchmark.class.getName() + "\\.")
                  .param("baseUrl", sandbox.baseUrl())
                  .param("apiKey", sandbox.apiKey())
                  .threads(threads)
                  // With 8 threads on 2 cores, compilation takes up to half a minute.
                  .warmupTime(TimeValue.milliseconds(effort.of(10_000, 20)))
                  .measurementTime(TimeValue.milliseconds(effort.of(1000, 50)));
          for (JmhFork fork : JmhFork.run(effort, options)) {
            String peer = Peer.valueOf(fork.param("peer")).label;
            rates.of(peer).add(fork.score());
            bytes.of(peer).add(fork.bytes());
          }
        }
      }
      String by = String.format(Locale.ROOT, "with %d thread%s", threads, threads == 1 ? "" : "s");
      targets(report, by, rates, bytes);
      report.samples("calls-" + threads, "calls a second " + by, rates);
      report.samples("calls-bytes-" + threads, "bytes allocated for a call " + by, bytes);
    }
  }

  private static void targets(BenchmarkReport report, String by, Samples rates, Samples bytes) {
    String stock = Peer.RETROFIT2_JACKSON.label;
    report.target(
        RatioTarget.atLeast(
            0.95,
            "7. Calls a second " + by + ", by those of " + stock,
            rates.of(Samples.CORTEX).to(rates.of(stock))));
    report.target(
        RatioTarget.atMost(
            1.2,
            "7. Bytes allocated for a call " + by + ", by those of " + stock,
            bytes.of(Samples.CORTEX).to(bytes.of(stock))));
  }
}
