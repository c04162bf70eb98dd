package ai.withcortex.testing.server;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** The JDK's HTTP server on 127.0.0.1, using only daemon threads. */
final class LoopbackServer implements AutoCloseable {
  /**
   * The maximum number of connections waiting to be accepted. The JDK's default of 50 is too low
   * for a thousand threads. The limit must be above a thousand because some of the waiting callers
   * may already have given up.
   */
  static final int BACKLOG = 4096;

  private final HttpServer server;
  private final ExecutorService executor;
  private final AtomicBoolean closed = new AtomicBoolean();

  private LoopbackServer(HttpServer server, ExecutorService executor) {
    this.server = server;
    this.executor = executor;
  }

  static LoopbackServer start(int port, HttpHandler handler) {
    HttpServer server = bind(port);
    ExecutorService executor =
        Executors.newCachedThreadPool(task -> daemon("cortex-sandbox", task));
    server.createContext("/", handler);
    server.setExecutor(executor);
    startAsDaemon(server);
    return new LoopbackServer(server, executor);
  }

  int port() {
    return server.getAddress().getPort();
  }

  String baseUrl() {
    return baseUrl(port());
  }

  static String baseUrl(int port) {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      server.stop(0);
      executor.shutdownNow();
    }
  }

  static InetSocketAddress address(int port) throws IOException {
    return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
  }

  static UncheckedIOException cannotListen(int port, IOException cause) {
    return new UncheckedIOException("Cannot listen on 127.0.0.1:" + port, cause);
  }

  /**
   * Creates a server with settings that the JDK's server accepts only as system properties. It
   * reads them when the first server in the JVM is created. Values that are already set are kept.
   *
   * <p>At least up to JDK 17, the server sends headers and body separately. Without TCP_NODELAY,
   * each response on a reused connection is therefore delayed by 40 ms (JDK-6968351). The server
   * also closes idle connections beyond 200, which a test with a thousand threads would mistake for
   * a fault that it did not request.
   */
  private static synchronized HttpServer bind(int port) {
    Map<String, String> missing = new HashMap<>();
    missing.put("sun.net.httpserver.nodelay", "true");
    missing.put("sun.net.httpserver.maxIdleConnections", String.valueOf(BACKLOG));
    missing.keySet().removeIf(name -> System.getProperty(name) != null);
    missing.forEach(System::setProperty);
    try {
      return HttpServer.create(address(port), BACKLOG);
    } catch (IOException e) {
      throw cannotListen(port, e);
    } finally {
      missing.keySet().forEach(System::clearProperty);
    }
  }

  /**
   * Starts the server from a daemon thread so that the server's own thread is also a daemon thread.
   */
  private static void startAsDaemon(HttpServer server) {
    Thread starter = daemon("cortex-sandbox-start", server::start);
    starter.start();
    try {
      starter.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      server.stop(0);
      throw new UncheckedIOException(
          new InterruptedIOException("Interrupted while the sandbox was starting"));
    }
  }

  static Thread daemon(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
