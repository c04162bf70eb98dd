package ai.withcortex.benchmarks;

import java.io.IOException;
import java.util.List;

/** The heap that full pages take which a program keeps. */
final class RetainedHeap implements Part {
  private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-Xmx4g");

  @Override
  public void measure(Effort effort, Report report) throws IOException, InterruptedException {
    int pages = effort.of(100, 3);
    Samples megabytes = new Samples();
    for (int round = 0; round < effort.of(3, 1); round++) {
      for (Peer peer : Peer.values()) {
        String bytes =
            Program.run(
                System.getProperty("java.class.path"),
                HeldPages.class.getName(),
                OPTIONS,
                peer.name(),
                Integer.toString(pages));
        megabytes.of(peer.label).add(Long.parseLong(bytes) / 1e6);
      }
    }
    report.target(
        Target.atMost(
            0.25,
            "3. Heap for " + pages + " full pages, by that of " + Peer.NATIVE.label,
            megabytes.of(Samples.CORTEX).to(megabytes.of(Peer.NATIVE.label))));
    report.heading("Heap that is kept");
    report.text("After reading " + pages + " full pages, each of its own seed, and keeping them.");
    report.samples("heap", "MB of heap", megabytes);
  }
}
