package ai.withcortex.benchmarks;

import ai.withcortex.client.CortexClient;
import ai.withcortex.client.paging.Receipt;
import ai.withcortex.client.paging.Verdict;
import ai.withcortex.client.paging.Walk;
import ai.withcortex.client.paging.WalkOptions;
import ai.withcortex.model.Run;
import ai.withcortex.testing.CortexSandbox;
import ai.withcortex.testing.Fault;
import ai.withcortex.testing.FaultScript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * How much faster a walk is that prefetches: 10,000 runs, exact, 100 at a time, from a sandbox that
 * takes 50 ms for each answer. The variants take turns, after one turn that does not count.
 */
final class PrefetchBenchmark {
  private static final int RUNS = 10_000;
  private static final Duration ANSWER_TIME = Duration.ofMillis(50);
  private static final int ROUNDS = 5;
  private static final List<Integer> PREFETCHES = Arrays.asList(0, 1, 2, 4, 8, 16);

  private PrefetchBenchmark() {}

  /** Runs the benchmark and prints its table. */
  public static void main(String[] arguments) {
    List<List<Double>> seconds = new ArrayList<>();
    PREFETCHES.forEach(prefetch -> seconds.add(new ArrayList<>()));
    try (CortexSandbox sandbox = CortexSandbox.builder().slimRuns(RUNS).start();
        CortexClient cortex =
            CortexClient.builder().baseUrl(sandbox.baseUrl()).apiKey(sandbox.apiKey()).build()) {
      sandbox.faults(FaultScript.always(Fault.delay(ANSWER_TIME)));
      for (int round = 0; round <= ROUNDS; round++) {
        for (int i = 0; i < PREFETCHES.size(); i++) {
          double time = walk(cortex, PREFETCHES.get(i));
          if (round > 0) {
            seconds.get(i).add(time);
          }
        }
      }
    }
    print(seconds);
  }

  private static double walk(CortexClient cortex, int prefetch) {
    WalkOptions options = WalkOptions.builder().prefetch(prefetch).build();
    long start = System.nanoTime();
    Walk<Run> walk = cortex.workflow("app_1", "work_1").runs().walk(options);
    while (walk.hasNext()) {
      walk.next();
    }
    double time = (System.nanoTime() - start) / 1e9;
    Receipt receipt = walk.receipt();
    if (receipt.verdict() != Verdict.COMPLETE || receipt.delivered() != RUNS) {
      throw new IllegalStateException("Expected a complete walk, found " + receipt);
    }
    return time;
  }

  private static void print(List<List<Double>> seconds) {
    System.out.println("prefetch  median s  least s  most s  times as fast as prefetch 0");
    double base = median(seconds.get(0));
    for (int i = 0; i < PREFETCHES.size(); i++) {
      List<Double> times = seconds.get(i);
      System.out.println(
          String.format(
              Locale.ROOT,
              "%8d  %8.2f  %7.2f  %6.2f  %.1f",
              PREFETCHES.get(i),
              median(times),
              Collections.min(times),
              Collections.max(times),
              base / median(times)));
    }
  }

  private static double median(List<Double> times) {
    List<Double> sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }
}
