package ai.withcortex.core;

/**
 * Hears what the calls of a client do, for logs, metrics and traces.
 *
 * <pre>{@code
 * CortexListener log =
 *     new CortexListener() {
 *       @Override
 *       public void retryScheduled(RetryEvent retry) {
 *         System.err.println(retry);
 *       }
 *     };
 * }</pre>
 *
 * <p>Its methods run on the threads that send, several at once, and must not block; what happens to
 * one call is told in order, one thing at a time, and ends with its end. What a method throws goes
 * to the uncaught-exception handler of its thread and changes nothing about the call. No event
 * holds a key, a body, or a header or query value that is not known to be harmless.
 */
public interface CortexListener {
  /** A call is about to make its first attempt; told on the thread that makes the call. */
  default void requestStarted(RequestEvent request) {}

  /** An attempt has its answer, read to the end, or failed. */
  default void attemptEnded(AttemptEvent attempt) {}

  /** A failed attempt is going to be followed by another. */
  default void retryScheduled(RetryEvent retry) {}

  /** A call has succeeded; its answer is read. */
  default void responseReceived(ResponseEvent response) {}

  /** A call has failed for good; after a start, this or {@link #responseReceived} always comes. */
  default void requestFailed(FailureEvent failure) {}

  /** An answer was read that has more, or other things, than the spec knows; nothing is lost. */
  default void driftFound(DriftEvent drift) {}
}
