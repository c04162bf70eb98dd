package ai.withcortex.benchmarks.measurement;

import ai.withcortex.benchmarks.report.BenchmarkReport;
import ai.withcortex.benchmarks.report.Effort;

/** A measurement, which writes into the report what it found. */
interface Measurement {
  void measure(Effort effort, BenchmarkReport report) throws Exception;
}
