package ai.withcortex.testing.client.starting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A server of HTTP/2 with prior knowledge (RFC 9113) for one start at a time. It does not read
 * header fields: a request with a body is the start, and one without asks for the list.
 */
final class Http2StartServer implements AutoCloseable {
  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int RST_STREAM = 3;
  private static final int SETTINGS = 4;
  private static final int PING = 6;
  private static final int GOAWAY = 7;
  private static final int ACK = 1;
  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;
  private static final int INTERNAL_ERROR = 2;
  private static final int REFUSED_STREAM = 7;

  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final ServerSocket socket;
  private volatile PlannedStart plan;

  Http2StartServer(PlannedStart first) throws IOException {
    plan = first;
    socket = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
    StartServer.start(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  void plan(PlannedStart next) {
    plan = next;
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Socket connection : connections) {
      connection.close();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        connection.setTcpNoDelay(true);
        connections.add(connection);
        StartServer.start(() -> serve(connection));
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      DataInputStream in =
          new DataInputStream(new BufferedInputStream(connection.getInputStream()));
      DataOutputStream out = new DataOutputStream(connection.getOutputStream());
      in.readFully(new byte["PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".length()]);
      frame(out, SETTINGS, 0, 0, new byte[0]);
      while (serveNext(connection, in, out)) {
        // The connection goes on.
      }
    } catch (IOException e) {
      // The client has left.
    } finally {
      connections.remove(connection);
    }
  }

  private boolean serveNext(Socket connection, DataInputStream in, DataOutputStream out)
      throws IOException {
    int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
    int type = in.readUnsignedByte();
    int flags = in.readUnsignedByte();
    int stream = in.readInt();
    byte[] payload = new byte[length];
    in.readFully(payload);
    boolean isEnd = (flags & END_STREAM) != 0;
    if (type == SETTINGS && (flags & ACK) == 0) {
      frame(out, SETTINGS, ACK, 0, new byte[0]);
    } else if (type == PING && (flags & ACK) == 0) {
      frame(out, PING, ACK, 0, payload);
    } else if (type == HEADERS && isEnd) {
      answer(out, stream, StartServer.list(plan));
    } else if (type == DATA && isEnd) {
      PlannedStart current = plan;
      try {
        return start(connection, out, stream, current);
      } finally {
        current.handled();
      }
    }
    return true;
  }

  private static boolean start(
      Socket connection, DataOutputStream out, int stream, PlannedStart plan) throws IOException {
    plan.arrive("");
    StartFault fault = plan.fault;
    if (fault.isCreated()) {
      plan.create();
    }
    switch (fault.name()) {
      case "REFUSED_STREAM" -> frame(out, RST_STREAM, 0, stream, int32(REFUSED_STREAM));
      case "INTERNAL_ERROR" -> frame(out, RST_STREAM, 0, stream, int32(INTERNAL_ERROR));
      case "GOAWAY before" -> goAway(out, 0);
      case "GOAWAY after" -> goAway(out, stream);
      case "lost" -> {}
      default -> answer(out, stream, StartServer.run(plan));
    }
    if (fault.ending() == PlannedStart.Ending.RESET) {
      connection.setSoLinger(true, 0);
    }
    return fault.ending() == PlannedStart.Ending.KEEP;
  }

  /** Says which stream was the last that the server has processed. */
  private static void goAway(DataOutputStream out, int last) throws IOException {
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    payload.write(int32(last));
    payload.write(int32(0));
    frame(out, GOAWAY, 0, 0, payload.toByteArray());
  }

  private static void answer(DataOutputStream out, int stream, String body) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    // The status 200 is in the static table (RFC 7541, appendix A).
    head.write(0x88);
    field(head, "content-type", "application/json");
    field(head, "date", StartServer.date());
    frame(out, HEADERS, END_HEADERS, stream, head.toByteArray());
    frame(out, DATA, END_STREAM, stream, body.getBytes(UTF_8));
  }

  /** Writes a field without indexing, with a new name (RFC 7541, section 6.2.2). */
  private static void field(ByteArrayOutputStream head, String name, String value) {
    head.write(0);
    head.write(name.length());
    head.writeBytes(name.getBytes(UTF_8));
    head.write(value.length());
    head.writeBytes(value.getBytes(UTF_8));
  }

  private static byte[] int32(int value) {
    return new byte[] {
      (byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value
    };
  }

  private static void frame(DataOutputStream out, int type, int flags, int stream, byte[] payload)
      throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(frame);
    fields.writeByte(payload.length >> 16);
    fields.writeShort(payload.length);
    fields.writeByte(type);
    fields.writeByte(flags);
    fields.writeInt(stream);
    fields.write(payload);
    out.write(frame.toByteArray());
    out.flush();
  }
}
