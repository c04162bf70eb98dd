package ai.withcortex.core;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertThrowsExactly;

import ai.withcortex.core.ThingsApi.Thing;
import ai.withcortex.core.error.CortexCanceledException;
import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.error.CortexException;
import ai.withcortex.core.event.AttemptEvent;
import ai.withcortex.core.event.CortexListener;
import ai.withcortex.core.event.FailureEvent;
import ai.withcortex.core.event.RequestEvent;
import ai.withcortex.core.event.ResponseEvent;
import ai.withcortex.core.event.RetryEvent;
import ai.withcortex.core.http.Redaction;
import ai.withcortex.core.http.SentRequest;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;

final class ListenersTest {
  private static final String REQUEST =
      "GET /apps/app_1/things?page=1&next=[hidden]&status=FAILED ";

  private final Heard heard = new Heard();

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void hearWhatACallDoes(boolean async) throws IOException {
    try (FaultServer server = new FaultServer("503 after 2", "cut", "200");
        CortexTransport transport = transport(server, heard)) {
      send(transport, server, async);

      assertEquals(
          List.of(
              "started " + REQUEST.trim(),
              REQUEST + "attempt 1: HTTP 503 RateLimitedException in PT0S",
              REQUEST + "attempt 2 in PT2S after HTTP 503",
              REQUEST + "attempt 2: CortexConnectionException in PT0S",
              REQUEST + "attempt 3 in PT0.4S after connection failure",
              REQUEST + "attempt 3: HTTP 200 in PT0S",
              REQUEST.trim() + ": HTTP 200 after 3 attempts in PT2.4S"),
          heard.events);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void hearHowACallFails(boolean async) throws IOException {
    try (FaultServer server = new FaultServer("text");
        CortexTransport transport = transport(server, heard)) {
      assertThrows(CortexDataException.class, () -> send(transport, server, async));

      assertEquals(
          List.of(
              "started " + REQUEST.trim(),
              REQUEST + "attempt 1: CortexDataException in PT0S",
              REQUEST.trim()
                  + ": CortexDataException in PT0S: Cannot read the response to GET"
                  + " /apps/app_1/things: received text/html instead of JSON"),
          heard.events);
      assertNull(heard.attempts.get(0).status());
    }
  }

  @Test
  void hearTheEndOfACallThatIsCanceled() throws Exception {
    try (HeldServer server = new HeldServer(HeldServer.Stage.HEADERS);
        CortexTransport transport =
            CortexTransport.create(
                server.configuration().addListener(heard).build(), new Moshi.Builder().build())) {
      CompletableFuture<?> future =
          transport.executeAsync(transport.api(ThingsApi.class).list("FAILED"));
      server.awaitCalls(1);

      future.cancel(false);

      server.awaitNothingLeft(transport);
      assertEquals(
          List.of("AttemptEvent", "FailureEvent"),
          heard.ends.stream().map(end -> end.getClass().getSimpleName()).toList());
      FailureEvent end = assertInstanceOf(FailureEvent.class, heard.ends.get(1));
      assertEquals("CortexCanceledException", end.failure());
      assertEquals("GET /apps/app_1/things was canceled", end.message());
      assertEquals(1, end.attempts());
      assertNull(end.status());
    }
  }

  @Test
  void hearNothingOfACallThatDidNotBegin() throws IOException {
    try (FaultServer server = new FaultServer("200")) {
      CortexTransport transport = transport(server, heard);
      transport.close();

      assertThrows(IllegalStateException.class, () -> send(transport, server, true));

      assertEquals(List.of(), heard.events);
    }
  }

  @Test
  void hearOfOneRequestInAllEventsOfACall() throws IOException {
    try (FaultServer server = new FaultServer("503", "200");
        CortexTransport transport = transport(server, heard)) {
      send(transport, server, false);

      assertEquals(1, heard.requests.stream().distinct().count());
      assertEquals(5, heard.requests.size());
      assertFalse(heard.events.toString().contains("canary"));
    }
  }

  @Test
  void hearOnTheCallingThreadThatAnotherEndsABlockingCall() throws Exception {
    List<Thread> threads = new CopyOnWriteArrayList<>();
    CortexListener listener =
        new CortexListener() {
          @Override
          public void attemptEnded(AttemptEvent attempt) {
            threads.add(Thread.currentThread());
          }

          @Override
          public void requestFailed(FailureEvent failure) {
            threads.add(Thread.currentThread());
          }
        };
    try (FaultServer server = new FaultServer("hang");
        CortexTransport transport = transport(server, listener)) {
      Call<List<Thing>> call = transport.api(ThingsApi.class).list("ALL");
      CompletableFuture<Void> other =
          CompletableFuture.runAsync(
              () -> {
                assertDoesNotThrow(() -> server.awaitRequests(1));
                call.cancel();
              });

      assertThrows(CortexCanceledException.class, () -> transport.execute(call));

      assertEquals(Collections.nCopies(2, Thread.currentThread()), threads);
      other.join();
    }
  }

  @Test
  void failAlone() throws IOException {
    List<Throwable> uncaught = new ArrayList<>();
    Thread thread = Thread.currentThread();
    Thread.UncaughtExceptionHandler before = thread.getUncaughtExceptionHandler();
    thread.setUncaughtExceptionHandler((t, e) -> uncaught.add(e));
    IllegalStateException failure = new IllegalStateException("listener");
    CortexListener failing =
        new CortexListener() {
          @Override
          public void attemptEnded(AttemptEvent attempt) {
            throw failure;
          }
        };
    try (FaultServer server = new FaultServer("200");
        CortexTransport transport = transport(server, failing, heard)) {
      send(transport, server, false);

      assertEquals(List.of(failure), uncaught);
      assertEquals(3, heard.events.size());
    } finally {
      thread.setUncaughtExceptionHandler(before);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                          | ''
          ?page=2&take=5              | page=2&take=5
          ?status=A&origin=B&verbose= | status=A&origin=B&verbose=
          ?Page=2                     | Page=2
          ?api_key=canary&x&x=        | api_key=[hidden]&x&x=[hidden]
          ?status=%0Acanary           | status=canary
          """)
  void seeOnlyHarmlessQueryValues(String query, String shown) {
    assertEquals(shown, Redaction.query(HttpUrl.get("http://host/" + query)));
  }

  @Test
  void doNotSeeTheKeyInHarmlessHeaders() {
    Request sent =
        new Request.Builder()
            .url("http://host/")
            .tag(SentRequest.class, new SentRequest("canary-key"))
            .build();

    assertEquals(
        "{ETag=[was [API key]]}",
        Redaction.headers(Map.of("ETag", List.of("was canary-key")), sent).toString());
  }

  @Test
  void seeOnlyHarmlessHeaderValues() {
    Map<String, List<String>> shown =
        Redaction.headers(
            Map.of(
                "Content-Type", List.of("application/json"),
                "Set-Cookie", List.of("canary", "canary"),
                "X-Anything", List.of("canary")),
            new Request.Builder().url("http://host/").build());

    assertEquals(
        "{Content-Type=[application/json], Set-Cookie=[[hidden], [hidden]],"
            + " X-Anything=[[hidden]]}",
        shown.toString());
    assertThrowsExactly(UnsupportedOperationException.class, () -> shown.clear());
  }

  private static void send(CortexTransport transport, FaultServer server, boolean async) {
    Call<List<Thing>> call =
        transport
            .api(ThingsApi.class)
            .listAt(server.url() + "/apps/app_1/things?page=1&next=canary&status=FAILED");
    if (!async) {
      transport.execute(call);
      return;
    }
    try {
      transport.executeAsync(call).join();
    } catch (CompletionException e) {
      throw assertInstanceOf(CortexException.class, e.getCause());
    }
  }

  private static CortexTransport transport(FaultServer server, CortexListener... listeners) {
    CortexConfiguration.Builder builder =
        CortexConfiguration.builder().apiKey(TestServer.KEY).baseUrl(server.url());
    for (CortexListener listener : listeners) {
      builder.addListener(listener);
    }
    // A copy keeps them.
    return CortexTransport.create(
        builder.build().toBuilder().build(), new Moshi.Builder().build(), new FakeTime());
  }

  private static final class Heard implements CortexListener {
    private final List<String> events = Collections.synchronizedList(new ArrayList<>());
    private final List<RequestEvent> requests = Collections.synchronizedList(new ArrayList<>());
    private final List<AttemptEvent> attempts = Collections.synchronizedList(new ArrayList<>());

    private final List<Object> ends = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void requestStarted(RequestEvent request) {
      requests.add(request);
      events.add("started " + request);
    }

    @Override
    public void attemptEnded(AttemptEvent attempt) {
      requests.add(attempt.request());
      attempts.add(attempt);
      ends.add(attempt);
      events.add(attempt.toString());
    }

    @Override
    public void retryScheduled(RetryEvent retry) {
      requests.add(retry.request());
      events.add(retry.toString());
    }

    @Override
    public void responseReceived(ResponseEvent response) {
      requests.add(response.request());
      events.add(response.toString());
    }

    @Override
    public void requestFailed(FailureEvent failure) {
      requests.add(failure.request());
      ends.add(failure);
      events.add(failure.toString());
    }
  }
}
