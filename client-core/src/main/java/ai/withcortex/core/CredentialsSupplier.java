package ai.withcortex.core;

import ai.withcortex.core.error.CortexConnectionException;
import java.io.IOException;

/**
 * Supplies the API key for each attempt. Use a supplier if the key changes while a program runs.
 *
 * <p>The supplier is called on the thread that sends the attempt, possibly on several threads at
 * once, and may block. After a 401, it is called once more, so an implementation that caches the
 * key should check its age and not return a rejected key.
 */
@FunctionalInterface
public interface CredentialsSupplier {
  /**
   * Returns the API key for the next attempt.
   *
   * @throws IOException if no key is available; the call then fails with a {@link
   *     CortexConnectionException} and is not retried
   */
  String apiKey() throws IOException;
}
