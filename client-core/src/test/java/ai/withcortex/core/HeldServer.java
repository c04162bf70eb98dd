package ai.withcortex.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.event.CortexListener;
import ai.withcortex.core.event.RetryEvent;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** A server that holds every call at one stage for ever; its client tells when a call is there. */
final class HeldServer implements AutoCloseable {
  /** Where a call is held. */
  enum Stage {
    /** The system takes no more connections. */
    CONNECT,
    /** The TLS handshake has no answer. */
    TLS,
    /** Not one byte is answered. */
    HEADERS,
    /** The body has begun. */
    BODY,
    /** The server wants to be asked again after an hour. */
    BACKOFF
  }

  /** What ends with the test. */
  private final List<Closeable> open = new ArrayList<>();

  private final FaultServer server;
  private final String url;
  private final Arrivals arrivals;

  /** Its pool and its threads are this test's alone. */
  final OkHttpClient client;

  HeldServer(Stage stage) throws IOException {
    server =
        new FaultServer(
            switch (stage) {
              case BODY -> "stall";
              case BACKOFF -> "503 after 3600";
              default -> "hang";
            });
    url =
        switch (stage) {
          case CONNECT -> full(open);
          case TLS -> server.url().replace("http:", "https:");
          default -> server.url();
        };
    arrivals = new Arrivals(stage);
    client = new OkHttpClient.Builder().eventListener(arrivals).build();
  }

  /** A configuration that would wait for a day. */
  CortexConfiguration.Builder configuration() {
    Duration day = Duration.ofDays(1);
    return CortexConfiguration.builder()
        .apiKey(TestServer.KEY)
        .baseUrl(url)
        .okHttpClient(client)
        .addListener(arrivals)
        .connectTimeout(day)
        .readTimeout(day)
        .attemptTimeout(day)
        .totalTimeout(day)
        .retryPolicy(RetryPolicy.builder().longestRetryAfter(day).build());
  }

  /** Waits until so many more calls are at the stage. */
  void awaitCalls(int count) throws InterruptedException {
    arrivals.calls.acquire(count);
  }

  /** Closes the transport and waits until no connection and no thread is left of its calls. */
  void awaitNothingLeft(CortexTransport transport) throws IOException, InterruptedException {
    transport.close();
    server.awaitNoConnection();
    client.dispatcher().executorService().shutdown();
    assertTrue(client.dispatcher().executorService().awaitTermination(20, TimeUnit.SECONDS));
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("cortex-")) {
        thread.join(20_000);
        assertFalse(thread.isAlive(), thread::getName);
      }
    }
    assertEquals(0, client.dispatcher().runningCallsCount());
    assertEquals(0, client.connectionPool().connectionCount());
    assertEquals(0, arrivals.calls.availablePermits(), "attempts after the end");
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Closeable one : open) {
      one.close();
    }
  }

  /** The URL of a server that accepts nothing and whose queue is full; what is open is added. */
  static String full(List<Closeable> open) throws IOException {
    ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    open.add(deaf);
    SocketAddress address = deaf.getLocalSocketAddress();
    while (true) {
      Socket filling = new Socket();
      open.add(filling);
      try {
        filling.connect(address, 200);
      } catch (SocketTimeoutException e) {
        return "http://127.0.0.1:" + deaf.getLocalPort();
      }
    }
  }

  /** Counts what has come to the stage. */
  private static final class Arrivals extends EventListener implements CortexListener {
    private final Stage stage;
    private final Semaphore calls = new Semaphore(0);

    Arrivals(Stage stage) {
      this.stage = stage;
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
      arrived(Stage.CONNECT);
    }

    @Override
    public void secureConnectStart(Call call) {
      arrived(Stage.TLS);
    }

    @Override
    public void requestHeadersEnd(Call call, Request request) {
      arrived(Stage.HEADERS);
    }

    @Override
    public void responseBodyStart(Call call) {
      arrived(Stage.BODY);
    }

    @Override
    public void retryScheduled(RetryEvent retry) {
      arrived(Stage.BACKOFF);
    }

    private void arrived(Stage at) {
      if (at == stage) {
        calls.release();
      }
    }
  }
}
