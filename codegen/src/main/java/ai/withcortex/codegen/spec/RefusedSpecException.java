package ai.withcortex.codegen.spec;

/** Ends a run, and reports all faults of the spec. */
public final class RefusedSpecException extends RuntimeException {
  /**
   * Creates an exception without a stack trace. Maven would print the trace, and the message would
   * be hard to find.
   */
  RefusedSpecException(String report) {
    super(report, null, false, false);
  }
}
