package ai.withcortex.core;

import java.io.IOException;

/**
 * Gives the API key for each attempt, for keys that change while a program runs.
 *
 * <p>It is asked on the thread that sends the attempt, by several threads at once, and may block.
 * After a 401 it is asked once more, so one that caches should compare ages and not hand out a key
 * that was refused.
 */
@FunctionalInterface
public interface CredentialsSupplier {
  /**
   * The API key that the next attempt shows.
   *
   * @throws IOException if there is none now; the call then fails with {@link
   *     CortexConnectionException} and is not repeated
   */
  String apiKey() throws IOException;
}
