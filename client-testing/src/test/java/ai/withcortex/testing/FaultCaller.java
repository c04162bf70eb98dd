package ai.withcortex.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;

/** Calls sandboxes over plain sockets, to see what is on the wire and how it ends. */
final class FaultCaller {
  /** What came back on a connection, each byte a character, and how the connection ended. */
  record Wire(String text, boolean isReset) {
    String head() {
      return text.substring(0, text.indexOf("\r\n\r\n") + 4);
    }

    String body() {
      return text.substring(head().length());
    }

    /** The value of a header; fails if there is none. */
    String header(String name) {
      return Arrays.stream(head().split("\r\n"))
          .filter(line -> line.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
          .map(line -> line.substring(name.length() + 2))
          .findFirst()
          .orElseThrow(() -> new AssertionError("No " + name + " in " + text));
    }
  }

  private FaultCaller() {}

  /** Sends one request on a connection of its own and reads until that ends. */
  static Wire call(CortexSandbox sandbox, String path) throws IOException {
    try (Socket socket = SandboxCaller.connect(SandboxCaller.port(sandbox))) {
      socket.getOutputStream().write(request(sandbox, path, "Connection: close\r\n"));
      return readToEnd(socket);
    }
  }

  static byte[] request(CortexSandbox sandbox, String path, String headers) {
    String text =
        "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n%s\r\n"
            .formatted(path, sandbox.apiKey(), headers);
    return text.getBytes(ISO_8859_1);
  }

  static Wire readToEnd(Socket socket) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    try {
      for (int b = in.read(); b >= 0; b = in.read()) {
        bytes.write(b);
      }
      return new Wire(bytes.toString(ISO_8859_1), false);
    } catch (SocketException e) {
      return new Wire(bytes.toString(ISO_8859_1), true);
    }
  }

  /** Reads one answer, which has a {@code Content-Length}, and leaves the connection open. */
  static Wire readOne(Socket socket) throws IOException {
    String head = readHead(socket);
    Wire wire = new Wire(head, false);
    byte[] body =
        socket.getInputStream().readNBytes(Integer.parseInt(wire.header("content-length")));
    return new Wire(head + new String(body, ISO_8859_1), false);
  }

  static String readHead(Socket socket) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (!bytes.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        throw new EOFException("The connection ended after " + bytes.size() + " bytes of a head");
      }
      bytes.write(next);
    }
    return bytes.toString(ISO_8859_1);
  }
}
