package ai.withcortex.benchmarks.measurement;

import ai.withcortex.benchmarks.report.BenchmarkReport;
import ai.withcortex.benchmarks.report.Effort;

/** A measurement, which adds its results to the report. */
interface Measurement {
  void measure(Effort effort, BenchmarkReport report) throws Exception;
}
