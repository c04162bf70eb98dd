package ai.withcortex.core;

import ai.withcortex.core.error.CortexConnectionException;
import java.io.IOException;

/**
 * Supplies the API key for each attempt, for keys that change while a program runs.
 *
 * <p>It is called on the thread that sends the attempt, possibly by several threads at once, and
 * may block. After a 401 it is called once more, so an implementation with a cache should compare
 * ages and not return a rejected key.
 */
@FunctionalInterface
public interface CredentialsSupplier {
  /**
   * Returns the API key for the next attempt.
   *
   * @throws IOException if no key is available; the call then fails with {@link
   *     CortexConnectionException} and is not retried
   */
  String apiKey() throws IOException;
}
