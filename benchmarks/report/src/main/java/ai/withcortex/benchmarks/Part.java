package ai.withcortex.benchmarks;

/** A measurement, which writes into the report what it found. */
interface Part {
  void measure(Effort effort, Report report) throws Exception;
}
