package ai.withcortex.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import javax.net.SocketFactory;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;

final class FailedCallsTest {
  private static final String CALL = "GET /apps/app_1/things ";

  @Test
  void saysThatNobodyListens() throws IOException {
    String url;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      url = "http://127.0.0.1:" + socket.getLocalPort();
    }
    CortexConfiguration configuration =
        CortexConfiguration.builder()
            .apiKey(TestServer.KEY)
            .baseUrl(url)
            .retryPolicy(RetryPolicy.none())
            .build();
    try (CortexTransport transport =
        CortexTransport.create(configuration, new Moshi.Builder().build())) {
      CortexConnectionException e =
          assertThrows(CortexConnectionException.class, () -> list(transport));

      assertEquals(
          CALL
              + "failed: no answer from "
              + url
              + ": Failed to connect to "
              + url.replace("http:/", ""),
          e.getMessage());
      assertInstanceOf(ConnectException.class, e.getCause());
    }
  }

  @Test
  void saysThatReadingTookTooLong() throws IOException {
    try (TestServer server = TestServer.answeringLate("");
        CortexTransport transport =
            server.transport(client -> client.readTimeout(Duration.ofMillis(40)))) {
      CortexTimeoutException e = assertThrows(CortexTimeoutException.class, () -> list(transport));

      assertEquals(
          CALL + "was given up: nothing to read within the read timeout of 40 ms", e.getMessage());
      assertInstanceOf(SocketTimeoutException.class, e.getCause());
    }
  }

  @Test
  void saysThatTheBodyTookTooLong() throws IOException {
    try (TestServer server = TestServer.answeringLate("[");
        CortexTransport transport =
            server.transport(client -> client.readTimeout(Duration.ofMillis(40)))) {
      CortexTimeoutException e = assertThrows(CortexTimeoutException.class, () -> list(transport));

      assertEquals(
          CALL + "was given up: nothing to read within the read timeout of 40 ms", e.getMessage());
    }
  }

  @Test
  void saysThatTheCallTookTooLong() throws IOException {
    try (TestServer server = TestServer.answeringLate("");
        CortexTransport transport =
            server.transport(client -> client.callTimeout(Duration.ofMillis(40)))) {
      CortexTimeoutException e = assertThrows(CortexTimeoutException.class, () -> list(transport));

      assertEquals(
          CALL + "was given up: no whole answer within the attempt timeout of 40 ms",
          e.getMessage());
    }
  }

  @Test
  void saysThatConnectingTookTooLong() throws IOException {
    try (TestServer server = TestServer.answeringLate("");
        CortexTransport transport =
            server.transport(
                client ->
                    client
                        .connectTimeout(Duration.ofMillis(1234))
                        .socketFactory(new NeverConnecting()))) {
      CortexTimeoutException e = assertThrows(CortexTimeoutException.class, () -> list(transport));

      assertEquals(
          CALL + "was given up: no connection within the connect timeout of 1234 ms",
          e.getMessage());
    }
  }

  @Test
  void saysThatSendingTookTooLong() throws IOException {
    try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        CortexTransport transport =
            CortexTransport.create(
                CortexConfiguration.builder()
                    .apiKey(TestServer.KEY)
                    .baseUrl("http://127.0.0.1:" + deaf.getLocalPort())
                    .writeTimeout(Duration.ofMillis(50))
                    .build(),
                new Moshi.Builder().build())) {
      ThingsApi.Thing thing = new ThingsApi.Thing();
      thing.id = "x".repeat(30_000_000);

      CortexTimeoutException e =
          assertThrows(
              CortexTimeoutException.class,
              () -> transport.execute(transport.api(ThingsApi.class).create(thing)));

      assertEquals(
          "POST /apps/app_1/things was given up:"
              + " nothing sent within the write timeout of 50 ms",
          e.getMessage());
      assertEquals(CortexTimeoutException.Limit.WRITE, e.limit());
    }
  }

  @Test
  void keepsTheInterruptFlag() throws IOException {
    try (TestServer server = TestServer.answering(200, "application/json", "[]");
        CortexTransport transport = server.transport()) {
      Thread.currentThread().interrupt();

      CortexConnectionException e =
          assertThrows(CortexConnectionException.class, () -> list(transport));

      assertTrue(Thread.interrupted());
      assertEquals(CALL + "was given up because its thread was interrupted", e.getMessage());
    }
  }

  @Test
  void setsTheInterruptFlagThatAnInterceptorLost() throws IOException {
    try (TestServer server = TestServer.answering(200, "application/json", "[]");
        CortexTransport transport =
            server.transport(
                client ->
                    client.addInterceptor(
                        chain -> {
                          throw new InterruptedIOException("interrupted");
                        }))) {
      assertThrows(CortexConnectionException.class, () -> list(transport));

      assertTrue(Thread.interrupted());
    }
  }

  @Test
  void saysThatTheCallWasCanceled() throws IOException {
    try (TestServer server = TestServer.answering(200, "application/json", "[]");
        CortexTransport transport = server.transport()) {
      Call<List<ThingsApi.Thing>> call = transport.api(ThingsApi.class).list("ALL");
      call.cancel();

      CortexConnectionException e =
          assertThrows(CortexConnectionException.class, () -> transport.execute(call));

      assertEquals(CALL + "was given up because it was canceled", e.getMessage());
    }
  }

  /** Content-Length announces more than arrives, a chunk is cut, and no chunk is the last. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n[{\"id\":\"canary",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n[{\"id\":\"canary",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n[]\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n[]\r\ncanary\r\n",
        "canary\r\n\r\n",
        "HTTP/1.1 200 OK\r\ncanary",
        ""
      })
  void quotesNothingOfAnAnswerThatBreaksOff(String answer) throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread server = new Thread(() -> answerOnce(socket, answer));
      server.start();
      String url = "http://127.0.0.1:" + socket.getLocalPort();
      CortexConfiguration configuration =
          CortexConfiguration.builder()
              .apiKey(TestServer.KEY)
              .baseUrl(url)
              .retryPolicy(RetryPolicy.none())
              .okHttpClient(
                  new OkHttpClient.Builder()
                      .retryOnConnectionFailure(false)
                      .protocols(List.of(Protocol.HTTP_1_1))
                      .build())
              .build();
      try (CortexTransport transport =
          CortexTransport.create(configuration, new Moshi.Builder().build())) {
        CortexConnectionException e =
            assertThrows(CortexConnectionException.class, () -> list(transport));

        assertEquals(
            CALL + "failed: " + url + " ended the connection early or broke HTTP", e.getMessage());
        assertNull(e.getCause());
        StringWriter printed = new StringWriter();
        e.printStackTrace(new PrintWriter(printed));
        assertFalse(printed.toString().contains("canary"), printed.toString());
      }
      server.join();
    }
  }

  private static void list(CortexTransport transport) {
    transport.execute(transport.api(ThingsApi.class).list("query-canary"));
  }

  private static void answerOnce(ServerSocket server, String answer) {
    try (Socket socket = server.accept()) {
      byte[] request = new byte[4096];
      int read = socket.getInputStream().read(request);
      assertTrue(read > 0);
      socket.getOutputStream().write(answer.getBytes(UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static final class NeverConnecting extends SocketFactory {
    @Override
    public Socket createSocket() {
      return new Socket() {
        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
          throw new SocketTimeoutException("Connect timed out");
        }
      };
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new AssertionError();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
      throw new AssertionError();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new AssertionError();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
      throw new AssertionError();
    }
  }
}
