package ai.withcortex.trial.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the last request, and answers each with the response that was set last. */
final class RecordingServer implements AutoCloseable {
  private final HttpServer server;
  private volatile int status = 204;
  private volatile String mediaType = "";
  private volatile String body = "";
  private volatile @Nullable ReceivedRequest last;

  RecordingServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Sets the response, and forgets the last request. */
  void respond(int newStatus, String newMediaType, String newBody) {
    last = null;
    status = newStatus;
    mediaType = newMediaType;
    body = newBody;
  }

  Optional<ReceivedRequest> last() {
    return Optional.ofNullable(last);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    last = ReceivedRequest.of(exchange);
    byte[] bytes = body.getBytes(UTF_8);
    if (!mediaType.isEmpty()) {
      exchange.getResponseHeaders().add("Content-Type", mediaType);
    }
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }
}
