package ai.withcortex.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.squareup.moshi.Moshi;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;

/** A real HTTP server on a port of the system's choice that answers as the test says. */
final class TestServer implements AutoCloseable {
  static final String KEY = "canary-key-7f3a";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed;

  /** The requests so far, each as method and target, and their headers. */
  final List<String> requests = new CopyOnWriteArrayList<>();

  final List<Headers> requestHeaders = new CopyOnWriteArrayList<>();

  TestServer(HttpHandler handler) throws IOException {
    this(handler, new CountDownLatch(1));
  }

  private TestServer(HttpHandler handler, CountDownLatch closed) throws IOException {
    this.closed = closed;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          requestHeaders.add(exchange.getRequestHeaders());
          handler.handle(exchange);
          exchange.close();
        });
    server.start();
  }

  static TestServer answering(int status, String contentType, byte[] body) throws IOException {
    return new TestServer(
        exchange -> {
          if (!contentType.isEmpty()) {
            exchange.getResponseHeaders().add("Content-Type", contentType);
          }
          answer(exchange, status, body);
        });
  }

  static TestServer answering(int status, String contentType, String body) throws IOException {
    return answering(status, contentType, body.getBytes(UTF_8));
  }

  /** Sends the start of an answer, or not even that, and nothing else before the test is over. */
  static TestServer answeringLate(String start) throws IOException {
    CountDownLatch closed = new CountDownLatch(1);
    return new TestServer(
        exchange -> {
          if (!start.isEmpty()) {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(start.getBytes(UTF_8));
            exchange.getResponseBody().flush();
          }
          try {
            closed.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        },
        closed);
  }

  static TestServer redirecting(String location) throws IOException {
    return new TestServer(
        exchange -> {
          exchange.getResponseHeaders().add("Location", location);
          answer(exchange, 302, new byte[0]);
        });
  }

  static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Sends each call once. */
  CortexTransport transport() {
    return transport(client -> client);
  }

  CortexTransport transport(UnaryOperator<OkHttpClient.Builder> settings) {
    return CortexTransport.create(
        CortexConfiguration.builder()
            .apiKey(KEY)
            .baseUrl(url())
            .okHttpClient(settings.apply(new OkHttpClient.Builder()).build())
            .retryPolicy(RetryPolicy.none())
            .build(),
        new Moshi.Builder().build());
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
