package ai.withcortex.testing.client.starting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server of plain sockets that starts and lists runs. Each workflow has a plan for its start; its
 * list has an older run with the same input, too, and a newer one with another.
 */
final class StartServer implements AutoCloseable {
  static final String INPUT = "{\"question\": \"canary\", \"limit\": 1.50}";

  private static final Pattern REQUEST =
      Pattern.compile("(\\w+) \\S*/workflows/(\\w+)/runs\\S* .*");

  private final Map<String, PlannedStart> plans = new ConcurrentHashMap<>();
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final ServerSocket socket;

  StartServer() throws IOException {
    socket = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  void plan(PlannedStart plan) {
    plans.put(plan.workflow, plan);
  }

  void forget(PlannedStart plan) {
    plans.remove(plan.workflow);
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Socket connection : connections) {
      connection.close();
    }
  }

  static void start(Runnable task) {
    Thread thread = new Thread(task, "start-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        connection.setTcpNoDelay(true);
        connections.add(connection);
        start(() -> serve(connection));
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      DataInputStream in =
          new DataInputStream(new BufferedInputStream(connection.getInputStream()));
      while (serveNext(connection, in)) {
        // The connection goes on.
      }
    } catch (IOException e) {
      // The client has left.
    } finally {
      connections.remove(connection);
    }
  }

  private boolean serveNext(Socket connection, DataInputStream in) throws IOException {
    String request = line(in);
    int length = 0;
    String key = "";
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      if (line.startsWith("Content-Length: ")) {
        length = Integer.parseInt(line.substring("Content-Length: ".length()));
      } else if (line.startsWith("Authorization: ")) {
        key = line;
      }
    }
    Matcher matcher = REQUEST.matcher(request);
    PlannedStart plan = matcher.matches() ? plans.get(matcher.group(2)) : null;
    if (plan == null) {
      in.readFully(new byte[length]);
      send(connection, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
      return true;
    }
    if (matcher.group(1).equals("GET")) {
      send(connection, ok(list(plan)));
      // Without saying so: the next request meets a stale connection.
      return ThreadLocalRandom.current().nextInt(5) > 0;
    }
    try {
      return start(connection, in, length, plan, key);
    } finally {
      plan.handled();
    }
  }

  private static boolean start(
      Socket connection, DataInputStream in, int length, PlannedStart plan, String key)
      throws IOException {
    int arrival = plan.arrive(key);
    StartFault fault = plan.fault;
    if (fault.readsBody()) {
      in.readFully(new byte[length]);
    }
    // A second start is refused, or something is wrong.
    boolean isRetried = arrival > 1;
    if (fault.isCreated() || isRetried) {
      plan.create();
    }
    String answer = fault.answer() == null || isRetried ? ok(run(plan)) : fault.answer();
    if (fault.isCut()) {
      answer = answer.substring(0, (int) (plan.place * answer.length()));
    }
    send(connection, answer);
    switch (fault.ending()) {
      case RESET -> connection.setSoLinger(true, 0);
      case HANG -> {
        plan.onHang.run();
        plan.handled();
        in.read();
      }
      default -> {}
    }
    return fault.ending() == PlannedStart.Ending.KEEP || isRetried;
  }

  private static void send(Socket connection, String answer) throws IOException {
    connection.getOutputStream().write(answer.getBytes(UTF_8));
    connection.getOutputStream().flush();
  }

  static String run(PlannedStart plan) {
    return run(plan.runId(), INPUT, Instant.now());
  }

  static String list(PlannedStart plan) {
    Instant now = Instant.now();
    String newer = run("newer", "{\"question\": \"canary\", \"limit\": 2}", now);
    // The same input in other words.
    String found = run(plan.runId(), "{ \"limit\": 1.5, \"question\": \"can\\u0061ry\" }", now);
    String older = run("older", INPUT, now.minusSeconds(3600));
    return "[" + newer + ", " + (plan.created() > 0 ? found + ", " : "") + older + "]";
  }

  private static String run(String id, String input, Instant created) {
    return """
        {"id": "%s", "input": %s, "output": {}, "status": "PENDING", "origin": "ENDPOINT",
        "started_at": null, "ended_at": null, "app_id": "app_1", "workflow_app_id": "app_1",
        "workflow_id": "work_1", "workflow_version_draft": null, "workflow_version": null,
        "created_at": "%s", "updated_at": null}"""
        .formatted(id, input, created.truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
  }

  static String date() {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().atOffset(ZoneOffset.UTC));
  }

  private static String ok(String body) {
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nDate: "
        + date()
        + "\r\nContent-Length: "
        + body.getBytes(UTF_8).length
        + "\r\n\r\n"
        + body;
  }

  private static String line(DataInputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
