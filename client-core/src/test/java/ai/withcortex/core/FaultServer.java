package ai.withcortex.core;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * A plain socket that answers each request with the next step of a script, and then with the last.
 *
 * <p>What a step can be says {@link FaultAnswer}.
 */
final class FaultServer implements AutoCloseable {
  /** The first byte of a TLS handshake, which is not a request. */
  private static final int TLS_HANDSHAKE = 0x16;

  /** Takes the place of the request lines for a TLS handshake. */
  private static final List<String> TLS = List.of("TLS");

  private final boolean keepsAlive;
  private final ServerSocket socket;
  private final List<FaultAnswer> answers;
  private final List<Socket> connections = new CopyOnWriteArrayList<>();
  private final List<String> authorizations = new CopyOnWriteArrayList<>();

  /** Opens when a server that does not listen has to do so again. */
  private final CountDownLatch attention = new CountDownLatch(1);

  private int open;

  /** Takes a connection for each request, and says so where it can. */
  FaultServer(String... steps) throws IOException {
    this(false, List.of(steps));
  }

  /** Leaves connections open after whole answers. */
  static FaultServer keepingAlive(List<String> steps) throws IOException {
    return new FaultServer(true, steps);
  }

  private FaultServer(boolean keepsAlive, List<String> steps) throws IOException {
    this.keepsAlive = keepsAlive;
    answers = steps.stream().map(FaultAnswer::of).toList();
    socket = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  int requests() {
    return authorizations.size();
  }

  int connections() {
    return connections.size();
  }

  /** What each request had in this header, or an empty text. */
  List<String> authorizations() {
    return authorizations;
  }

  void awaitRequests(int number) throws InterruptedException {
    synchronized (authorizations) {
      while (authorizations.size() < number) {
        authorizations.wait();
      }
    }
  }

  /** Waits until the client has left every connection; then no request is unread either. */
  void awaitNoConnection() throws IOException, InterruptedException {
    attention.countDown();
    acceptAll();
    synchronized (authorizations) {
      while (open > 0) {
        authorizations.wait();
      }
    }
  }

  /** A connection that is accepted shows that those before it are, too. */
  private void acceptAll() throws IOException, InterruptedException {
    try (Socket last = new Socket(socket.getInetAddress(), socket.getLocalPort())) {
      synchronized (authorizations) {
        while (connections.stream().noneMatch(one -> one.getPort() == last.getLocalPort())) {
          authorizations.wait();
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    attention.countDown();
    socket.close();
    for (Socket connection : connections) {
      connection.close();
    }
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "fault-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        synchronized (authorizations) {
          connections.add(connection);
          open++;
          authorizations.notifyAll();
        }
        start(() -> serve(connection));
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
      List<String> head = readHead(in);
      while (!head.isEmpty() && answer(connection, in, head)) {
        head = readHead(in);
      }
    } catch (IOException | InterruptedException e) {
      // The client is gone, which some tests want.
    } finally {
      synchronized (authorizations) {
        open--;
        authorizations.notifyAll();
      }
    }
  }

  /** Returns whether the connection goes on. */
  private boolean answer(Socket connection, BufferedReader in, List<String> head)
      throws IOException, InterruptedException {
    boolean isTls = head.equals(TLS);
    FaultAnswer answer = answers.get(isTls ? 0 : Math.min(count(head), answers.size()) - 1);
    if (answer.ending() == FaultAnswer.Ending.DEAF) {
      attention.await();
    }
    String length = header(head, "Content-Length");
    in.skip(length.isEmpty() ? 0 : Long.parseLong(length));
    (keepsAlive ? answer.bytes() : answer.bytesThatClose()).write(connection.getOutputStream());
    connection.getOutputStream().flush();
    switch (answer.ending()) {
      case KEEP -> {
        return keepsAlive && !isTls;
      }
      case RESET -> connection.setSoLinger(true, 0);
      case HANG -> in.read();
      case CLOSE, DEAF -> {}
    }
    return false;
  }

  /** Returns how many requests there have been. */
  private int count(List<String> head) {
    synchronized (authorizations) {
      authorizations.add(header(head, "Authorization"));
      authorizations.notifyAll();
      return authorizations.size();
    }
  }

  /** The lines of a request before its body; none if the client has left. */
  private static List<String> readHead(BufferedReader in) throws IOException {
    // The line feed of the previous line may still come first.
    in.mark(2);
    boolean isTls = in.read() == TLS_HANDSHAKE;
    in.reset();
    if (isTls) {
      while (in.ready()) {
        in.skip(1);
      }
      return TLS;
    }
    Stream.Builder<String> lines = Stream.builder();
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      lines.add(line);
    }
    return lines.build().toList();
  }

  private static String header(List<String> head, String name) {
    String start = name + ": ";
    return head.stream()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .findFirst()
        .orElse("");
  }
}
