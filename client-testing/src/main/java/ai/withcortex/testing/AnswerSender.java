package ai.withcortex.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Sends answers through the JDK's server or, if that cannot send them, through the front. */
final class AnswerSender {
  private static final int NO_BODY = -1;

  private final @Nullable LoopbackFront front;

  AnswerSender(@Nullable LoopbackFront front) {
    this.front = front;
  }

  /** Returns whether an answer with this fault can be sent. */
  boolean canSend(Fault fault) {
    return front != null || !fault.needsSocket();
  }

  /**
   * Sends as much of an answer as a fault lets through. If the answer is incomplete, the server
   * closes the connection once the caller of this method closes the exchange.
   */
  void send(HttpExchange exchange, Answer answer, Fault fault)
      throws IOException, InterruptedException {
    fault.pace().awaitStart();
    boolean hasBody = answer.mayHaveBody() && !exchange.getRequestMethod().equals("HEAD");
    Ending ending = fault.ending();
    if (front != null && fault.needsSocket()) {
      byte[] bytes = bytes(answer, ending, hasBody);
      front.endWith(exchange.getRemoteAddress().getPort(), bytes, ending.isReset());
    } else if (ending != Ending.NOTHING) {
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] body = answer.body();
      int promised = hasBody ? ending.promised(body.length) : 0;
      // For the JDK's server, 0 means an unknown length.
      exchange.sendResponseHeaders(answer.status(), promised == 0 ? NO_BODY : promised);
      if (promised > 0) {
        fault.pace().write(body, ending.sent(body.length), exchange.getResponseBody());
      }
    }
  }

  private static byte[] bytes(Answer answer, Ending ending, boolean hasBody) {
    byte[] body = hasBody ? answer.body() : new byte[0];
    StringBuilder text = new StringBuilder(answer.statusLine()).append("\r\n");
    answer.headers().forEach((name, value) -> append(text, name, value));
    append(text, "Content-Length", String.valueOf(ending.promised(body.length)));
    byte[] head = text.append("\r\n").toString().getBytes(ISO_8859_1);
    int sentOfHead = ending.sentOfHead(head.length);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(head, 0, sentOfHead);
    if (sentOfHead == head.length) {
      bytes.write(body, 0, ending.sent(body.length));
    }
    return bytes.toByteArray();
  }

  private static void append(StringBuilder text, String name, String value) {
    text.append(name).append(": ").append(value).append("\r\n");
  }
}
