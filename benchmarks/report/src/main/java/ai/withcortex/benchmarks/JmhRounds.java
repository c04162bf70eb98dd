package ai.withcortex.benchmarks;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs a benchmark of all peers in rounds, each with a JVM for each peer, so that what disturbs the
 * machine for a while does not meet one peer alone.
 */
final class JmhRounds {
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private final Class<?> benchmark;
  private final Map<Pages, Samples> millis = new EnumMap<>(Pages.class);
  private final Map<Pages, Samples> bytes = new EnumMap<>(Pages.class);

  JmhRounds(Class<?> benchmark) {
    this.benchmark = benchmark;
  }

  void run(Effort effort, int rounds, Pages... pages) throws RunnerException {
    String[] names = new String[pages.length];
    for (int i = 0; i < pages.length; i++) {
      names[i] = pages[i].name();
    }
    for (int round = 0; round < rounds; round++) {
      var options =
          new OptionsBuilder()
              .include(benchmark.getName() + "\\.")
              .param("pages", names)
              .addProfiler(GCProfiler.class)
              // In this JVM it is quicker, and wrong.
              .forks(effort.of(1, 0))
              .warmupIterations(effort.of(3, 1))
              .warmupTime(TimeValue.milliseconds(effort.of(800, 20)))
              .measurementIterations(effort.of(3, 1))
              .measurementTime(TimeValue.milliseconds(effort.of(700, 50)))
              .verbosity(VerboseMode.SILENT)
              .shouldFailOnError(true);
      for (RunResult result : new Runner(options.build()).run()) {
        take(result);
      }
    }
  }

  /** Milliseconds for a page, by peer. */
  Samples millis(Pages pages) {
    return millis.computeIfAbsent(pages, none -> new Samples());
  }

  /** Bytes allocated for a page without the page itself, by peer. */
  Samples bytes(Pages pages) {
    return bytes.computeIfAbsent(pages, none -> new Samples());
  }

  private void take(RunResult result) {
    Pages pages = Pages.valueOf(result.getParams().getParam("pages"));
    String peer = Peer.valueOf(result.getParams().getParam("peer")).label;
    // A JVM gives one value: what its compiler made of the code stays the same in all iterations.
    Sample forkMillis = new Sample();
    Sample forkBytes = new Sample();
    for (BenchmarkResult fork : result.getBenchmarkResults()) {
      for (IterationResult iteration : fork.getIterationResults()) {
        forkMillis.add(iteration.getPrimaryResult().getScore());
        Result<?> allocated = iteration.getSecondaryResults().get(ALLOCATED);
        forkBytes.add(requireNonNull(allocated, ALLOCATED).getScore());
      }
    }
    millis(pages).of(peer).add(forkMillis.median());
    bytes(pages).of(peer).add(forkBytes.median());
  }
}
