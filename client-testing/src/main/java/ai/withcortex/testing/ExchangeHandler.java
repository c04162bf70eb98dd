package ai.withcortex.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;

/** Turns exchanges of the JDK's server into requests, and answers back into exchanges. */
final class ExchangeHandler implements HttpHandler {
  /** Answers the requests. */
  interface Responder {
    Answer answer(Request request);
  }

  private static final int BUFFER_SIZE = 8192;

  private final Responder responder;
  private final RequestLog log;
  private final AnswerSender sender;
  private volatile FaultScript.Player faults;

  ExchangeHandler(Responder responder, RequestLog log) {
    this(responder, log, FaultScript.none(), new AnswerSender(null));
  }

  ExchangeHandler(Responder responder, RequestLog log, FaultScript script, AnswerSender sender) {
    this.responder = responder;
    this.log = log;
    this.sender = sender;
    faults = script.start();
  }

  void play(FaultScript script) {
    faults = script.start();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try {
      // The server drops a connection if a request was not read to its end.
      drain(exchange.getRequestBody());
      Request request = Request.of(exchange);
      Answer answer = answer(request);
      Fault fault = faults.next();
      fault.applyTo(answer);
      // Log before any wait, so that a test sees the requests that are still waiting.
      log.add(
          request.received(
              fault.tellsStatus() ? answer.status() : 0, fault == Fault.none() ? null : fault));
      sender.send(exchange, answer, fault);
    } catch (InterruptedException e) {
      // The sandbox was closed.
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  /**
   * Turns any failure into an answer for the caller. Since the server would swallow the exception,
   * it also goes to the handler of uncaught exceptions, which prints it unless a test has set
   * another.
   */
  private Answer answer(Request request) {
    try {
      return responder.answer(request);
    } catch (RuntimeException | Error e) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
      return Answer.error(500, "The sandbox failed with " + e.getClass().getName());
    }
  }

  private static void drain(InputStream body) throws IOException {
    byte[] buffer = new byte[BUFFER_SIZE];
    while (body.read(buffer) >= 0) {
      // A listing ignores the body.
    }
  }
}
