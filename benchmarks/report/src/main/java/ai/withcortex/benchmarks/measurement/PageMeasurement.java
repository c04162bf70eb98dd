package ai.withcortex.benchmarks.measurement;

import ai.withcortex.benchmarks.jmh.DecodeBenchmark;
import ai.withcortex.benchmarks.jmh.EncodeBenchmark;
import ai.withcortex.benchmarks.jmh.JmhRounds;
import ai.withcortex.benchmarks.pages.Pages;
import ai.withcortex.benchmarks.peers.Peer;
import ai.withcortex.benchmarks.report.BarChart;
import ai.withcortex.benchmarks.report.BenchmarkReport;
import ai.withcortex.benchmarks.report.Effort;
import ai.withcortex.benchmarks.report.MarkdownTable;
import ai.withcortex.benchmarks.report.RatioTarget;
import ai.withcortex.benchmarks.statistics.Sample;
import ai.withcortex.benchmarks.statistics.Samples;
import java.io.IOException;
import java.util.function.Function;
import org.openjdk.jmh.runner.RunnerException;

/** Measures the time and allocation for reading and writing a page with JMH. */
final class PageMeasurement implements Measurement {
  private static final Pages[] WITH_TARGETS = {Pages.FULL, Pages.SLIM};
  private static final Pages[] OTHERS = {Pages.SMALL, Pages.WIDE, Pages.DEEP, Pages.DISTINCT};

  @Override
  public void measure(Effort effort, BenchmarkReport report) throws RunnerException, IOException {
    JmhRounds decode = new JmhRounds(DecodeBenchmark.class);
    decode.run(effort, effort.of(7, 1), WITH_TARGETS);
    decode.run(effort, effort.of(3, 1), OTHERS);
    JmhRounds encode = new JmhRounds(EncodeBenchmark.class);
    encode.run(effort, effort.of(3, 1), WITH_TARGETS);

    speed(report, decode, Pages.FULL, 3, Peer.NATIVE.label);
    speed(report, decode, Pages.FULL, 4, Peer.RETROFIT2_GSON.label);
    speed(report, decode, Pages.FULL, 1.5, decode.millis(Pages.FULL).leastOfOthers());
    speed(report, decode, Pages.SLIM, 1.5, Peer.NATIVE.label);
    speed(report, decode, Pages.SLIM, 1, decode.millis(Pages.SLIM).leastOfOthers());
    allocation(report, decode.bytes(Pages.FULL));

    String times = "Milliseconds a page; in brackets, how many times as long as cortex takes.";
    report.heading("Reading a page");
    report.text(times);
    report.table(table(decode::millis, Pages.values()));
    report.plot("full-page", BarChart.svg("ms to read a full page", decode.millis(Pages.FULL)));
    report.plot("slim-page", BarChart.svg("ms to read a slim page", decode.millis(Pages.SLIM)));
    report.text("Bytes allocated for a page, without those of the page itself.");
    report.table(table(decode::bytes, Pages.values()));
    report.heading("Writing a page");
    report.text(times);
    report.table(table(encode::millis, WITH_TARGETS));
    report.text("Bytes allocated for a page.");
    report.table(table(encode::bytes, WITH_TARGETS));
  }

  private static void speed(
      BenchmarkReport report, JmhRounds decode, Pages pages, double limit, String peer) {
    Samples millis = decode.millis(pages);
    report.target(
        RatioTarget.atLeast(
            limit,
            "1. Reading a " + pages.label() + " page, times as fast as " + peer,
            millis.of(peer).to(millis.of(Samples.CORTEX))));
  }

  private static void allocation(BenchmarkReport report, Samples bytes) {
    String leanest = bytes.leastOfOthers();
    double page = meanSize(Pages.FULL);
    report.target(
        RatioTarget.atMost(
            0.5,
            "2. Bytes allocated for a full page, it included, by those of " + leanest,
            bytes.of(Samples.CORTEX).plus(page).to(bytes.of(leanest).plus(page))));
  }

  private static double meanSize(Pages pages) {
    double sum = 0;
    for (int seed = 0; seed < DecodeBenchmark.SEEDS; seed++) {
      sum += pages.bytes(seed).length;
    }
    return sum / DecodeBenchmark.SEEDS;
  }

  private static MarkdownTable table(Function<Pages, Samples> measured, Pages... pages) {
    String[] columns = new String[pages.length + 1];
    columns[0] = "";
    for (int i = 0; i < pages.length; i++) {
      columns[i + 1] =
          pages[i].label() + ", " + MarkdownTable.number(meanSize(pages[i]) / 1000) + " kB";
    }
    MarkdownTable table = new MarkdownTable(columns);
    for (Peer peer : Peer.values()) {
      String[] row = new String[pages.length + 1];
      row[0] = peer.label;
      for (int i = 0; i < pages.length; i++) {
        Samples samples = measured.apply(pages[i]);
        Sample sample = samples.of(peer.label);
        String times =
            peer == Peer.CORTEX ? "" : " (" + sample.to(samples.of(Samples.CORTEX)) + ")";
        row[i + 1] = MarkdownTable.number(sample.median()) + times;
      }
      table.row(row);
    }
    return table;
  }
}
