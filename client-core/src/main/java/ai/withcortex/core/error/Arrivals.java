package ai.withcortex.core.error;

/** Says of failures whether the server may have carried out the request. */
public final class Arrivals {
  private Arrivals() {}

  /**
   * Sets what {@link CortexException#mayHaveArrived} returns, for code that sends requests and for
   * tests of error handling.
   */
  public static void set(CortexException failure, boolean mayHaveArrived) {
    failure.setMayHaveArrived(mayHaveArrived);
  }
}
