package ai.withcortex.testing.server;

import java.io.IOException;

/** Responds to requests, each on its own thread. */
public interface SandboxResponder {
  /**
   * Responds to a request, whose body is not read yet.
   *
   * @throws IOException if the caller disconnects while the request is being read
   */
  SandboxResponse respondTo(SandboxRequest request) throws IOException;
}
