package ai.withcortex.core;

/**
 * What came of a call, in the words of the fault matrix.
 *
 * @param delays the delays that were asked for, in milliseconds
 * @param attempts the attempts that listeners heard of and exceptions tell
 * @param requests the requests that the servers saw, or {@code any}
 * @param met the status and the value, or the exception and its whole message
 * @param details what the exception says besides, and which keys the servers saw where these change
 */
record FaultOutcome(String delays, String attempts, String requests, String met, String details) {
  private static final String ANY = "any";

  /** This, as far as the other is exact: a short time limit may end before the server sees much. */
  FaultOutcome asExactAs(FaultOutcome other) {
    return other.requests.equals(ANY)
        ? new FaultOutcome(delays, attempts, ANY, met, details)
        : this;
  }
}
