package ai.withcortex.testing.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * Listens on 127.0.0.1 in front of the JDK's server and relays what both sides send, so that
 * connections can end in ways that the server does not support, and responses can have any {@code
 * Date}. Uses only daemon threads.
 */
final class LoopbackProxy implements AutoCloseable {
  private final ServerSocket listener;
  private final ExecutorService executor =
      Executors.newCachedThreadPool(task -> LoopbackServer.daemon("cortex-sandbox-proxy", task));

  /** The connections, keyed by the caller's port as the server sees it. */
  private final Map<Integer, RelayedConnection> connections = new ConcurrentHashMap<>();

  private volatile boolean isClosed;

  private LoopbackProxy(ServerSocket listener) {
    this.listener = listener;
  }

  /** Starts listening. Connections wait until {@link #relayTo} is called. */
  static LoopbackProxy listen(int port) {
    try {
      InetAddress address = LoopbackServer.address(port).getAddress();
      return new LoopbackProxy(new ServerSocket(port, LoopbackServer.BACKLOG, address));
    } catch (IOException e) {
      throw LoopbackServer.cannotListen(port, e);
    }
  }

  void relayTo(int serverPort) {
    executor.execute(() -> accept(serverPort));
  }

  String baseUrl() {
    return LoopbackServer.baseUrl(listener.getLocalPort());
  }

  /**
   * Sets how a connection ends once the server closes its side: with the given bytes, followed by a
   * reset or a normal close. Does nothing if the connection is already closed.
   *
   * @param callerPort the caller's port as the server sees it
   */
  void endWith(int callerPort, byte[] bytes, boolean isReset) {
    RelayedConnection connection = connections.get(callerPort);
    if (connection != null) {
      connection.endWith(bytes, isReset);
    }
  }

  @Override
  public void close() {
    isClosed = true;
    RelayedConnection.close(listener);
    connections.values().forEach(RelayedConnection::close);
    executor.shutdownNow();
  }

  private void accept(int serverPort) {
    try {
      while (!isClosed) {
        open(listener.accept(), serverPort);
      }
    } catch (IOException e) {
      if (!isClosed) {
        throw new UncheckedIOException("The sandbox cannot accept more connections", e);
      }
    }
  }

  private void open(Socket caller, int serverPort) {
    Socket server = new Socket();
    RelayedConnection connection = new RelayedConnection(caller, server);
    try {
      caller.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      server.connect(LoopbackServer.address(serverPort));
      Integer port = server.getLocalPort();
      connections.put(port, connection);
      executor.execute(connection::passRequests);
      executor.execute(
          () -> {
            connection.passAnswers();
            connections.remove(port, connection);
          });
      if (isClosed) {
        connection.close();
      }
    } catch (IOException | RejectedExecutionException e) {
      // The sandbox is being closed, or the caller has disconnected.
      connection.close();
    }
  }
}
