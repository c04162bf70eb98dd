package ai.withcortex.testing;

import ai.withcortex.testing.server.SandboxRequest;
import ai.withcortex.testing.server.SandboxResponse;
import java.time.Clock;
import java.util.function.Function;

/** Dates the responses of an endpoint, applies faults to them, and logs the requests. */
final class ScriptedResponder implements Function<SandboxRequest, SandboxResponse> {
  private final Function<SandboxRequest, SandboxResponse> endpoint;
  private final RequestLog log;
  private final Clock clock;
  private volatile FaultScript.Player faults;

  ScriptedResponder(
      Function<SandboxRequest, SandboxResponse> endpoint,
      RequestLog log,
      FaultScript script,
      Clock clock) {
    this.endpoint = endpoint;
    this.log = log;
    this.clock = clock;
    faults = script.start();
  }

  void play(FaultScript script) {
    faults = script.start();
  }

  @Override
  public SandboxResponse apply(SandboxRequest request) {
    SandboxResponse response = respond(request).date(clock.instant());
    Fault fault = faults.next();
    fault.applyTo(response);
    // Log before waiting, so that tests can see the requests that are still waiting.
    log.add(
        new ReceivedRequest(
            request.method(),
            request.path(),
            request.query(),
            request.headers(),
            response.sentStatus(),
            fault == Fault.none() ? null : fault));
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
