package ai.withcortex.testing;

import org.jspecify.annotations.Nullable;

/** The JDK's server and, if faults beyond its abilities may occur, a front before it. */
final class SandboxServer implements AutoCloseable {
  private final LoopbackServer server;
  private final @Nullable LoopbackFront front;
  private final AnswerSender sender;
  private final ExchangeHandler handler;

  private SandboxServer(
      LoopbackServer server,
      @Nullable LoopbackFront front,
      AnswerSender sender,
      ExchangeHandler handler) {
    this.server = server;
    this.front = front;
    this.sender = sender;
    this.handler = handler;
  }

  /** Starts the server, with a front if there is a script, even an empty one. */
  static SandboxServer start(
      int port, ExchangeHandler.Responder responder, RequestLog log, @Nullable FaultScript script) {
    LoopbackFront front = script == null ? null : LoopbackFront.listen(port);
    AnswerSender sender = new AnswerSender(front);
    ExchangeHandler handler =
        new ExchangeHandler(responder, log, script == null ? FaultScript.none() : script, sender);
    LoopbackServer server = startServer(front == null ? port : 0, handler, front);
    if (front != null) {
      front.relayTo(server.port());
    }
    return new SandboxServer(server, front, sender, handler);
  }

  String baseUrl() {
    return front == null ? server.baseUrl() : front.baseUrl();
  }

  void play(FaultScript script) {
    for (Fault fault : script.faults()) {
      if (!sender.canSend(fault)) {
        throw new IllegalStateException(
            "Fault \""
                + fault
                + "\" is beyond the JDK's server; start the sandbox with"
                + " CortexSandbox.builder().faults(FaultScript.none()).start()");
      }
    }
    handler.play(script);
  }

  @Override
  public void close() {
    server.close();
    if (front != null) {
      front.close();
    }
  }

  private static LoopbackServer startServer(
      int port, ExchangeHandler handler, @Nullable LoopbackFront front) {
    try {
      return LoopbackServer.start(port, handler);
    } catch (RuntimeException e) {
      if (front != null) {
        front.close();
      }
      throw e;
    }
  }
}
