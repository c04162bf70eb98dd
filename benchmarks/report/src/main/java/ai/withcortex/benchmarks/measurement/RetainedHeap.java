package ai.withcortex.benchmarks.measurement;

import ai.withcortex.benchmarks.peers.Peer;
import ai.withcortex.benchmarks.report.BenchmarkReport;
import ai.withcortex.benchmarks.report.Effort;
import ai.withcortex.benchmarks.report.RatioTarget;
import ai.withcortex.benchmarks.statistics.Samples;
import java.io.IOException;
import java.util.List;

/** Measures the heap that retained full pages occupy. */
final class RetainedHeap implements Measurement {
  private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-Xmx4g");

  @Override
  public void measure(Effort effort, BenchmarkReport report)
      throws IOException, InterruptedException {
    int pages = effort.of(100, 3);
    Samples megabytes = new Samples();
    for (int round = 0; round < effort.of(3, 1); round++) {
      for (Peer peer : Peer.values()) {
        String bytes =
            JavaProcess.run(
                System.getProperty("java.class.path"),
                HeldPages.class.getName(),
                OPTIONS,
                peer.name(),
                Integer.toString(pages));
        megabytes.of(peer.label).add(Long.parseLong(bytes) / 1e6);
      }
    }
    report.target(
        RatioTarget.atMost(
            0.25,
            "3. Heap for " + pages + " full pages, by that of " + Peer.NATIVE.label,
            megabytes.of(Samples.CORTEX).to(megabytes.of(Peer.NATIVE.label))));
    report.heading("Heap that is kept");
    report.text("After reading " + pages + " full pages, each of its own seed, and keeping them.");
    report.samples("heap", "MB of heap", megabytes);
  }
}
