package ai.withcortex.testing.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Converts exchanges of the JDK's server into requests. Sends responses through that server or, if
 * it cannot send them, through the proxy.
 */
final class ExchangeHandler implements HttpHandler {
  private static final int NO_BODY = -1;

  private final SandboxResponder responder;
  private final @Nullable LoopbackProxy proxy;

  ExchangeHandler(SandboxResponder responder, @Nullable LoopbackProxy proxy) {
    this.responder = responder;
    this.proxy = proxy;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try {
      SandboxRequest request =
          new SandboxRequest(
              exchange.getRequestMethod(),
              exchange.getRequestURI(),
              exchange.getRequestHeaders(),
              exchange::getRequestBody);
      send(exchange, responder.respondTo(request));
    } catch (InterruptedException e) {
      // The sandbox has been closed.
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  /**
   * Sends all or part of a response. If the response is incomplete, the server closes the
   * connection when the exchange is closed.
   */
  private void send(HttpExchange exchange, SandboxResponse response)
      throws IOException, InterruptedException {
    response.timing().awaitStart();
    response.complete();
    response.truncateGzip();
    byte[] body = response.body();
    boolean hasBody = response.mayHaveBody() && !exchange.getRequestMethod().equals("HEAD");
    Truncation truncation = response.truncation();
    if (proxy != null && response.needsSocket()) {
      byte[] bytes = bytes(response, hasBody ? body : new byte[0]);
      proxy.endWith(exchange.getRemoteAddress().getPort(), bytes, truncation.isReset());
    } else if (truncation != Truncation.NOTHING_SENT) {
      response.headers().forEach(exchange.getResponseHeaders()::set);
      if (proxy != null) {
        String date = response.headers().getOrDefault(SandboxResponse.DATE, "");
        exchange.getResponseHeaders().set(ResponseRelay.DATE, date);
      }
      int announced = hasBody ? truncation.announcedLength(body.length) : 0;
      // To the JDK's server, 0 means an unknown length.
      exchange.sendResponseHeaders(response.status(), announced == 0 ? NO_BODY : announced);
      if (announced > 0) {
        int length = truncation.sentLength(body.length);
        response.timing().write(body, length, exchange.getResponseBody());
      }
    }
  }

  private static byte[] bytes(SandboxResponse response, byte[] body) {
    Truncation truncation = response.truncation();
    StringBuilder text = new StringBuilder(response.statusLine()).append("\r\n");
    response.headers().forEach((name, value) -> append(text, name, value));
    append(text, "Content-Length", String.valueOf(truncation.announcedLength(body.length)));
    byte[] head = text.append("\r\n").toString().getBytes(ISO_8859_1);
    int sentHead = truncation.sentHeadLength(head.length);
    int sentBody = sentHead == head.length ? truncation.sentLength(body.length) : 0;
    return new Buffer().write(head, 0, sentHead).write(body, 0, sentBody).readByteArray();
  }

  private static void append(StringBuilder text, String name, String value) {
    text.append(name).append(": ").append(value).append("\r\n");
  }
}
