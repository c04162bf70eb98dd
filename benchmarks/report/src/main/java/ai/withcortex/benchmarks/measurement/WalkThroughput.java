package ai.withcortex.benchmarks.measurement;

import ai.withcortex.benchmarks.peers.Peer;
import ai.withcortex.benchmarks.report.BenchmarkReport;
import ai.withcortex.benchmarks.report.Effort;
import ai.withcortex.benchmarks.report.RatioTarget;
import ai.withcortex.benchmarks.statistics.Sample;
import ai.withcortex.benchmarks.statistics.Samples;
import ai.withcortex.client.CortexClient;
import ai.withcortex.client.paging.Receipt;
import ai.withcortex.client.paging.Verdict;
import ai.withcortex.client.paging.Walk;
import ai.withcortex.client.paging.WalkMode;
import ai.withcortex.client.paging.WalkOptions;
import ai.withcortex.model.Run;
import ai.withcortex.testing.CortexSandbox;
import ai.withcortex.testing.Fault;
import ai.withcortex.testing.FaultScript;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures how long it takes to read a long list of small runs, 100 at a time, from a server that
 * responds slowly. Compares our walks, which prove that nothing is missing, with stock clients that
 * request one page after another.
 */
final class WalkThroughput implements Measurement {
  private static final String AHEAD = Samples.CORTEX + ", prefetch 8";

  /** The label of our walk that, like the stock clients, proves nothing. */
  private static final String PLAIN = Samples.CORTEX + ", plain";

  /**
   * Delays before each response, in milliseconds, and how often the list is read for each delay.
   */
  private static final Map<Integer, Integer> ROUNDS = new LinkedHashMap<>();

  static {
    ROUNDS.put(0, 9);
    ROUNDS.put(10, 7);
    ROUNDS.put(50, 5);
    ROUNDS.put(200, 2);
  }

  @Override
  public void measure(Effort effort, BenchmarkReport report) throws Exception {
    int runs = effort.of(10_000, 500);
    report.heading("Walks");
    report.text(runs + " runs, 100 at a time.");
    try (CortexSandbox sandbox = CortexSandbox.builder().slimRuns(runs).start();
        CortexClient cortex =
            CortexClient.builder().baseUrl(sandbox.baseUrl()).apiKey(sandbox.apiKey()).build()) {
      Map<String, Reading> readings = readings(cortex, sandbox.baseUrl(), sandbox.apiKey());
      // Warm up until everything is compiled.
      seconds(readings, runs, effort.of(5, 1));
      for (Map.Entry<Integer, Integer> entry : ROUNDS.entrySet()) {
        int millis = entry.getKey();
        sandbox.faults(
            millis == 0
                ? FaultScript.none()
                : FaultScript.always(Fault.delay(Duration.ofMillis(millis))));
        Samples seconds = seconds(readings, runs, effort.of(entry.getValue(), 1));
        report.samples("walk-" + millis, "s, answers after " + millis + " ms", seconds);
        if (millis == 50) {
          targets(seconds, report);
        }
      }
    }
  }

  private static void targets(Samples seconds, BenchmarkReport report) {
    for (Peer stock : List.of(Peer.NATIVE, Peer.RETROFIT2_GSON)) {
      String what = "4. Walk at 50 ms, times as fast as " + stock.label;
      Sample other = seconds.of(stock.label);
      report.target(RatioTarget.atLeast(6, what + ", prefetch 8", other.to(seconds.of(AHEAD))));
      report.target(
          RatioTarget.atLeast(1, what + ", no prefetch", other.to(seconds.of(Samples.CORTEX))));
      report.target(
          RatioTarget.atLeast(1, what + ", no prefetch and no proof", other.to(seconds.of(PLAIN))));
    }
  }

  private static Map<String, Reading> readings(CortexClient cortex, String url, String key) {
    Map<String, Reading> readings = new LinkedHashMap<>();
    readings.put(Samples.CORTEX, () -> walk(cortex, WalkOptions.DEFAULT, Verdict.COMPLETE));
    WalkOptions ahead = WalkOptions.builder().prefetch(8).build();
    readings.put(AHEAD, () -> walk(cortex, ahead, Verdict.COMPLETE));
    WalkOptions plain = WalkOptions.builder().mode(WalkMode.PLAIN).build();
    readings.put(PLAIN, () -> walk(cortex, plain, Verdict.UNPROVABLE));
    var stockNative = new ai.withcortex.benchmarks.nativejackson.Listing(url, key);
    readings.put(Peer.NATIVE.label, () -> pageByPage(stockNative::page));
    var gson = new ai.withcortex.benchmarks.retrofit2gson.Listing(url, key);
    readings.put(Peer.RETROFIT2_GSON.label, () -> pageByPage(gson::page));
    return readings;
  }

  private static int walk(CortexClient cortex, WalkOptions options, Verdict verdict) {
    int count = 0;
    try (Walk<Run> walk = cortex.workflow("app_1", "work_1").runs().walk(options)) {
      while (walk.hasNext()) {
        walk.next();
        count++;
      }
      Receipt receipt = walk.receipt();
      if (receipt.verdict() != verdict) {
        throw new IllegalStateException("Expected " + verdict + " but found " + receipt);
      }
    }
    return count;
  }

  /** Reads pages until a page is not full. */
  private static int pageByPage(Pager pager) throws Exception {
    int count = 0;
    for (int number = 1; ; number++) {
      int size = pager.page(number).size();
      count += size;
      if (size < 100) {
        return count;
      }
    }
  }

  private static Samples seconds(Map<String, Reading> readings, int runs, int rounds)
      throws Exception {
    Samples seconds = new Samples();
    for (int round = 0; round < rounds; round++) {
      for (Map.Entry<String, Reading> reading : readings.entrySet()) {
        long start = System.nanoTime();
        int count = reading.getValue().read();
        seconds.of(reading.getKey()).add((System.nanoTime() - start) / 1e9);
        if (count != runs) {
          throw new IllegalStateException(reading.getKey() + " has read " + count + " runs");
        }
      }
    }
    return seconds;
  }

  private interface Reading {
    int read() throws Exception;
  }

  private interface Pager {
    List<?> page(int number) throws Exception;
  }
}
