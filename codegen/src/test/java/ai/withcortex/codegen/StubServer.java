package ai.withcortex.codegen;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Gives one response to every request, and describes the last request. */
final class StubServer implements AutoCloseable {
  /** Headers that do not depend on the operation. */
  private static final Set<String> OF_EVERY_REQUEST =
      Set.of(
          "accept-encoding",
          "authorization",
          "cache-control",
          "connection",
          "content-length",
          "host",
          "user-agent");

  private final HttpServer server;
  private final String response;
  private volatile String request = "nothing\n";

  /**
   * Starts a server on a free port.
   *
   * @param response a status, headers, an empty line and a body, as in HTTP
   */
  StubServer(String response) throws IOException {
    this.response = response;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Returns the method, path, headers and body of the last request. */
  String request() {
    return request;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    request = described(exchange);
    String[] headAndBody = response.split("\n\n", 2);
    List<String> head = headAndBody[0].strip().lines().toList();
    for (String line : head.subList(1, head.size())) {
      String[] header = line.split(": ", 2);
      exchange.getResponseHeaders().add(header[0], header[1]);
    }
    byte[] body = (headAndBody.length == 1 ? "" : headAndBody[1].strip()).getBytes(UTF_8);
    exchange.sendResponseHeaders(
        Integer.parseInt(head.get(0)), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private static String described(HttpExchange exchange) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(exchange.getRequestMethod())
        .append(' ')
        .append(exchange.getRequestURI())
        .append('\n');
    Map<String, List<String>> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
    headers.keySet().removeAll(OF_EVERY_REQUEST);
    headers.forEach(
        (name, values) ->
            text.append(name).append(": ").append(String.join(" and ", values)).append('\n'));
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8).replace("\r\n", "\n");
    if (!body.isEmpty()) {
      text.append('\n').append(body).append(body.endsWith("\n") ? "" : "\n");
    }
    return withoutBoundary(text.toString(), exchange);
  }

  /** Replaces the boundary, which OkHttp generates anew each time. */
  private static String withoutBoundary(String text, HttpExchange exchange) {
    String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
    return type.contains("boundary=")
        ? text.replace(type.replaceFirst(".*boundary=", ""), "BOUNDARY")
        : text;
  }
}
