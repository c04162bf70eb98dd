package ai.withcortex.benchmarks.jmh;

import static java.util.Objects.requireNonNull;

import ai.withcortex.benchmarks.report.Effort;
import ai.withcortex.benchmarks.statistics.Sample;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The result of a benchmark in one JVM. The result is a single value, because all iterations in a
 * JVM run the same compiled code.
 *
 * @param score the median time or rate
 * @param bytes the median number of bytes that all threads allocated per operation
 */
public record JmhFork(BenchmarkParams parameters, double score, double bytes) {
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  /** Starts a JVM for each combination of parameters. */
  public static List<JmhFork> run(Effort effort, ChainedOptionsBuilder options)
      throws RunnerException {
    options
        .addProfiler(GCProfiler.class)
        // Running in this JVM is faster but gives inaccurate results.
        .forks(effort.of(1, 0))
        .warmupIterations(effort.of(3, 1))
        .measurementIterations(effort.of(3, 1))
        .verbosity(VerboseMode.SILENT)
        .shouldFailOnError(true);
    List<JmhFork> forks = new ArrayList<>();
    for (RunResult result : new Runner(options.build()).run()) {
      Sample score = new Sample();
      Sample bytes = new Sample();
      for (BenchmarkResult fork : result.getBenchmarkResults()) {
        for (IterationResult iteration : fork.getIterationResults()) {
          score.add(iteration.getPrimaryResult().getScore());
          Result<?> allocated = iteration.getSecondaryResults().get(ALLOCATED);
          bytes.add(requireNonNull(allocated, ALLOCATED).getScore());
        }
      }
      forks.add(new JmhFork(result.getParams(), score.median(), bytes.median()));
    }
    return forks;
  }

  public String param(String name) {
    return parameters.getParam(name);
  }
}
