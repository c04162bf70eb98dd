package ai.withcortex.core.event;

/**
 * Receives the events of a client's calls, for logs, metrics and traces.
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
 * <p>The methods must not block. In a blocking call, they run on the calling thread; in an
 * asynchronous one, {@link #requestStarted} runs on the thread that starts the call, and the others
 * on OkHttp's threads. If something else ends an asynchronous call, such as a timeout or a
 * cancellation, the last events come from the thread that does. Methods may run on several threads
 * at once. The events of one call arrive in order, one at a time, and stop when the call ends. An
 * exception thrown by a method goes to the uncaught-exception handler of the thread and does not
 * affect the call. No event contains an API key, a body, or a header or query value that is not
 * known to be harmless.
 */
public interface CortexListener {
  /**
   * Called before a call makes its first attempt, and before it waits for a rate limit, on the
   * thread that makes the call.
   */
  default void requestStarted(RequestEvent request) {}

  /** Called after an attempt has read its response to the end, or has failed. */
  default void attemptEnded(AttemptEvent attempt) {}

  /** Called when another attempt will follow a failed one. */
  default void retryScheduled(RetryEvent retry) {}

  /** Called when a call has succeeded and its response has been read. */
  default void responseReceived(ResponseEvent response) {}

  /**
   * Called when a call has failed for good; every started call ends with this event or {@link
   * #responseReceived}.
   */
  default void requestFailed(FailureEvent failure) {}

  /** Called when a response differs from what the spec defines; no content is lost. */
  default void driftFound(DriftEvent drift) {}
}
