package ai.withcortex.benchmarks.measurement;

import ai.withcortex.benchmarks.peers.ClientJars;
import ai.withcortex.benchmarks.report.BenchmarkReport;
import ai.withcortex.benchmarks.report.Effort;
import ai.withcortex.benchmarks.report.RatioTarget;
import ai.withcortex.benchmarks.statistics.Samples;
import ai.withcortex.testing.CortexSandbox;
import java.util.List;

/** Measures a program that lists the first run, from the start of its JVM until the JVM exits. */
final class ColdStart implements Measurement {
  @Override
  public void measure(Effort effort, BenchmarkReport report) throws Exception {
    Samples millis = new Samples();
    try (CortexSandbox sandbox = CortexSandbox.start()) {
      // The first round does not count; it loads the files into the cache.
      for (int round = 0; round <= effort.of(25, 2); round++) {
        for (ClientJars client : ClientJars.values()) {
          long start = System.nanoTime();
          listFirst(client, client.classPath(), sandbox);
          if (round > 0) {
            millis.of(client.label).add((System.nanoTime() - start) / 1e6);
          }
        }
      }
    }
    String fastest = millis.leastOfOthers();
    report.target(
        RatioTarget.atMost(
            0.75,
            "5. Cold start, by that of the fastest stock client, " + fastest,
            millis.of(Samples.CORTEX).to(millis.of(fastest))));
    report.heading("Cold start");
    report.text("From the start of a JVM whose program lists the first run to its end.");
    report.samples("start", "ms of the process", millis);
  }

  /** Runs the program of a client and checks its output. */
  static void listFirst(ClientJars client, String classPath, CortexSandbox sandbox)
      throws Exception {
    String printed =
        JavaProcess.run(classPath, client.firstRun, List.of(), sandbox.baseUrl(), sandbox.apiKey());
    String expected = sandbox.runs("app_1", "work_1").get(0).id();
    if (!printed.equals(expected)) {
      throw new IllegalStateException(
          client.label + " should print " + expected + " but printed " + printed);
    }
  }
}
