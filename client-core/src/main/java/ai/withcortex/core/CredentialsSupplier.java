package ai.withcortex.core;

import ai.withcortex.core.error.CortexConnectionException;
import java.io.IOException;
import java.io.InterruptedIOException;

/**
 * Supplies the API key for each attempt. Use a supplier if the key changes while a program runs.
 *
 * <p>The supplier may be called on several threads at once, and may block. After a 401, it is
 * called once more, so an implementation that caches the key should check its age and not return a
 * rejected key. The thread that calls it depends on the call:
 *
 * <ul>
 *   <li>Blocking calls, including those of iterators, streams, and walks, call it on the calling
 *       thread for every attempt.
 *   <li>Asynchronous calls call it on the thread that starts them, before they return their future.
 *       Each retry calls it on a thread of the client, as does a call with credentials of its own
 *       that has waited for the rate limit.
 *   <li>{@code forEachAsync}, publishers, and watches do the same for their first request. They
 *       send later requests from threads of the client. A walk with {@code prefetch} sends all
 *       requests from the thread that iterates, but retries them like asynchronous calls.
 *   <li>Calls that you send yourself, with the methods of {@link CortexTransport#api}, call it on
 *       the thread that OkHttp sends them from.
 * </ul>
 *
 * <p>The context of the caller, such as a tenant in a thread local, is missing on threads of the
 * client, which inherit no thread locals (on Java 8, they do). Give a call or workflow its own
 * {@link Credentials} if the key depends on the caller.
 */
@FunctionalInterface
public interface CredentialsSupplier {
  /**
   * Returns the API key for the next attempt.
   *
   * @throws IOException if no key is available; the call then fails with a {@link
   *     CortexConnectionException} and is not retried. If the thread was interrupted, throw an
   *     {@link InterruptedIOException}; the call then ends as with any interrupt.
   */
  String apiKey() throws IOException;
}
