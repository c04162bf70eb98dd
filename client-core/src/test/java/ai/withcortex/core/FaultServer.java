package ai.withcortex.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A plain socket that answers each request with the next step of a script, and then with the last.
 *
 * <p>A step is a status, a status with its Retry-After ({@code 503 after 5}), or a fault: {@code
 * cut} ends within the body, {@code drop} sends nothing, {@code garbage} sends no HTTP, {@code
 * text} is HTML with status 200, {@code hang} sends nothing until the client goes, {@code stall}
 * does so within the body.
 */
final class FaultServer implements AutoCloseable {
  private final ServerSocket socket;
  private final List<String> steps;
  private final List<Socket> connections = new CopyOnWriteArrayList<>();
  private final List<String> authorizations = new CopyOnWriteArrayList<>();

  private int answering;

  FaultServer(String... steps) throws IOException {
    this.steps = List.of(steps);
    socket = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  int requests() {
    return authorizations.size();
  }

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

  /** Waits until the client has left every connection. */
  void awaitNoConnection() throws InterruptedException {
    synchronized (authorizations) {
      while (answering > 0) {
        authorizations.wait();
      }
    }
  }

  @Override
  public void close() throws IOException {
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
        connections.add(connection);
        synchronized (authorizations) {
          answering++;
        }
        start(() -> answer(connection));
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private void answer(Socket connection) {
    try (connection) {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8));
      String step = steps.get(Math.min(readRequest(in), steps.size()) - 1);
      connection.getOutputStream().write(bytes(step).getBytes(UTF_8));
      connection.getOutputStream().flush();
      if (step.equals("hang") || step.equals("stall")) {
        in.read();
      }
    } catch (IOException e) {
      // The client is gone, which some tests want.
    } finally {
      synchronized (authorizations) {
        answering--;
        authorizations.notifyAll();
      }
    }
  }

  /** Returns how many requests there have been. */
  private int readRequest(BufferedReader in) throws IOException {
    String authorization = "";
    int length = 0;
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      if (line.startsWith("Authorization: ")) {
        authorization = line.substring(15);
      } else if (line.startsWith("Content-Length: ")) {
        length = Integer.parseInt(line.substring(16));
      }
    }
    in.skip(length);
    synchronized (authorizations) {
      authorizations.add(authorization);
      authorizations.notifyAll();
      return authorizations.size();
    }
  }

  private static String bytes(String step) {
    return switch (step) {
      case "hang", "drop" -> "";
      case "garbage" -> "canary\r\n\r\n";
      case "cut" -> head("200") + "Content-Length: 99\r\n\r\n[{\"id\":\"canary";
      case "stall" -> head("200") + "Content-Length: 99\r\n\r\n[";
      case "text" -> head("200") + "Content-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>";
      case "200" -> head("200") + "Content-Length: 2\r\n\r\n[]";
      default -> head(step.substring(0, 3)) + retryAfter(step) + "Content-Length: 0\r\n\r\n";
    };
  }

  private static String head(String status) {
    return "HTTP/1.1 " + status + " Status\r\nConnection: close\r\n";
  }

  private static String retryAfter(String step) {
    return step.length() == 3 ? "" : "Retry-After: " + step.substring(10) + "\r\n";
  }
}
