package ai.withcortex.testing.server;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/**
 * A caller's connection and the corresponding connection to the server, with one thread per
 * direction.
 */
final class RelayedConnection {
  private static final int BUFFER_SIZE = 8192;

  private final Socket caller;
  private final Socket server;
  private volatile byte[] lastBytes = {};
  private volatile boolean endsInReset;

  RelayedConnection(Socket caller, Socket server) {
    this.caller = caller;
    this.server = server;
  }

  void endWith(byte[] bytes, boolean isReset) {
    lastBytes = bytes;
    endsInReset = isReset;
  }

  /** Relays bytes to the server until the caller has no more to send. */
  void passRequests() {
    try {
      copy(caller.getInputStream(), server.getOutputStream());
    } catch (IOException e) {
      // One side has disconnected. If it was the server, some of its bytes may still have to be
      // relayed.
    }
    try {
      // The server closes its side once it has responded to the bytes it received.
      server.shutdownOutput();
    } catch (IOException e) {
      // The socket is already closed.
    }
  }

  /** Relays answers to the caller until the server closes its side, then ends the connection. */
  void passAnswers() {
    try {
      new ResponseRelay(server.getInputStream(), caller.getOutputStream()).run();
    } catch (IOException e) {
      // One side has disconnected.
    }
    try {
      caller.getOutputStream().write(lastBytes);
      if (endsInReset) {
        // With this option, closing sends a reset instead of the end of the stream.
        caller.setSoLinger(true, 0);
      }
    } catch (IOException e) {
      // The caller has disconnected.
    } finally {
      close();
    }
  }

  void close() {
    close(caller);
    close(server);
  }

  static void close(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException e) {
      // The object is no longer needed either way.
    }
  }

  private static void copy(InputStream in, OutputStream out) throws IOException {
    byte[] buffer = new byte[BUFFER_SIZE];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      out.write(buffer, 0, count);
    }
  }
}
