package ai.withcortex.testing;

import ai.withcortex.testing.server.SandboxRequest;
import ai.withcortex.testing.server.SandboxResponder;
import ai.withcortex.testing.server.SandboxResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Dates the responses of an endpoint, applies faults to them, and logs the requests. */
final class ScriptedResponder implements SandboxResponder {
  private final Function<SandboxRequest, SandboxResponse> endpoint;
  private final RequestLog log;
  private final Clock clock;
  private final boolean hasProxy;
  private volatile FaultScript.Player faults = FaultScript.none().start();

  /**
   * @param hasProxy whether the server can send the faults that need a proxy
   * @param clock dates the responses; null for the system's clock
   */
  ScriptedResponder(
      Function<SandboxRequest, SandboxResponse> endpoint,
      RequestLog log,
      boolean hasProxy,
      @Nullable Clock clock) {
    this.endpoint = endpoint;
    this.log = log;
    this.hasProxy = hasProxy;
    this.clock = clock == null ? Clock.systemUTC() : clock;
  }

  void play(FaultScript script) {
    for (Fault fault : script.faults()) {
      if (!hasProxy && fault.needsProxy()) {
        throw new IllegalStateException(
            "The JDK's server cannot send the fault \""
                + fault
                + "\"; start the sandbox with"
                + " CortexSandbox.builder().faults(FaultScript.none()).start()");
      }
    }
    faults = script.start();
  }

  @Override
  public SandboxResponse respondTo(SandboxRequest request) throws IOException {
    Fault fault = faults.next();
    if (fault.readsRequest()) {
      request.readBody();
    }
    SandboxResponse response =
        fault.isCarriedOut()
            ? respond(request)
            : SandboxResponse.error(503, "A fault kept the request from being carried out");
    fault.applyTo(response.date(clock.instant()));
    // Log before waiting, so that tests can see the requests that are still waiting.
    log.add(
        new ReceivedRequest(request, response.sentStatus(), fault == Fault.none() ? null : fault));
    return response;
  }

  /**
   * Turns any failure into a response for the caller. The server would swallow the exception, so it
   * is also passed to the uncaught exception handler, which prints it unless a test has installed a
   * different handler.
   */
  private SandboxResponse respond(SandboxRequest request) {
    try {
      return endpoint.apply(request);
    } catch (RuntimeException | Error e) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
      return SandboxResponse.error(500, "The sandbox failed with " + e.getClass().getName());
    }
  }
}
