package ai.withcortex.testing;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** The JDK's HTTP server on 127.0.0.1, with daemon threads only. */
final class LoopbackServer implements AutoCloseable {
  /** Connections that may wait to be accepted; the JDK's 50 are too few for a thousand threads. */
  static final int BACKLOG = 1024;

  private static final String NO_DELAY = "sun.net.httpserver.nodelay";

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

  private static HttpServer bind(int port) {
    try {
      return withoutDelay(address(port));
    } catch (IOException e) {
      throw cannotListen(port, e);
    }
  }

  static InetSocketAddress address(int port) throws IOException {
    return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
  }

  static UncheckedIOException cannotListen(int port, IOException cause) {
    return new UncheckedIOException("Cannot listen on 127.0.0.1:" + port, cause);
  }

  /**
   * Creates the server with TCP_NODELAY. Up to JDK 17 at least, it sends headers and body apart,
   * and without the option each answer on a connection in use waits 40 ms (JDK-6968351). There is
   * only a system property for it, which is read when the first server of the JVM is created; so it
   * is set for that moment, and left alone if somebody else has set it.
   */
  private static synchronized HttpServer withoutDelay(InetSocketAddress address)
      throws IOException {
    if (System.getProperty(NO_DELAY) != null) {
      return HttpServer.create(address, BACKLOG);
    }
    System.setProperty(NO_DELAY, "true");
    try {
      return HttpServer.create(address, BACKLOG);
    } finally {
      System.clearProperty(NO_DELAY);
    }
  }

  /** The server's own thread is a daemon if the one that starts it is. */
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
