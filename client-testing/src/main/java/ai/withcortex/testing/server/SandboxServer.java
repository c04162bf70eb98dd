package ai.withcortex.testing.server;

import com.sun.net.httpserver.HttpHandler;
import org.jspecify.annotations.Nullable;

/** The JDK's HTTP server, with an optional proxy for responses that the server cannot send. */
public final class SandboxServer implements AutoCloseable {
  private final LoopbackServer server;
  private final @Nullable LoopbackProxy proxy;

  private SandboxServer(LoopbackServer server, @Nullable LoopbackProxy proxy) {
    this.server = server;
    this.proxy = proxy;
  }

  /**
   * Starts the server on the given port of 127.0.0.1. Port 0 picks any free port.
   *
   * @param hasProxy whether to start the proxy, which {@link SandboxResponse#needsSocket} requires
   * @throws java.io.UncheckedIOException if the port is not available
   */
  public static SandboxServer start(int port, SandboxResponder responder, boolean hasProxy) {
    LoopbackProxy proxy = hasProxy ? LoopbackProxy.listen(port) : null;
    HttpHandler handler = new ExchangeHandler(responder, proxy);
    try {
      LoopbackServer server = LoopbackServer.start(proxy == null ? port : 0, handler);
      if (proxy != null) {
        proxy.relayTo(server.port());
      }
      return new SandboxServer(server, proxy);
    } catch (RuntimeException e) {
      if (proxy != null) {
        proxy.close();
      }
      throw e;
    }
  }

  /** Returns the URL, without a trailing slash. */
  public String baseUrl() {
    return proxy == null ? server.baseUrl() : proxy.baseUrl();
  }

  @Override
  public void close() {
    server.close();
    if (proxy != null) {
      proxy.close();
    }
  }
}
