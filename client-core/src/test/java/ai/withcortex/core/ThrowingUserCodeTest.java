package ai.withcortex.core;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.core.ThingsApi.Thing;
import ai.withcortex.core.error.CortexCanceledException;
import ai.withcortex.core.error.CortexConnectionException;
import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.error.CortexTimeoutException;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;

/** User code that throws what it does not declare, as Kotlin may, where nobody expects it. */
@Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
final class ThrowingUserCodeTest {
  private static final String INTERRUPTED =
      "GET /apps/app_1/things was stopped because its thread was interrupted";

  @Test
  void aListenerOfOneCallDoesNotKeepOthersFromTheirEnd() throws Exception {
    try (HoldingServer server = new HoldingServer("", false);
        CortexTransport transport =
            transport(
                configuration("http://127.0.0.1:" + server.port())
                    .okHttpClient(throwingWhenCanceled())
                    .totalTimeout(Duration.ofMillis(300)))) {
      List<CompletableFuture<Throwable>> met =
          Stream.generate(() -> elsewhere(() -> failure(transport, false))).limit(3).toList();

      for (CompletableFuture<Throwable> failure : met) {
        assertInstanceOf(CortexTimeoutException.class, failure.join());
      }
    }
  }

  @Test
  void aListenerOfOneCallDoesNotKeepOthersFromClosing() throws Exception {
    try (HoldingServer server = new HoldingServer("", false)) {
      CortexTransport transport =
          transport(
              configuration("http://127.0.0.1:" + server.port())
                  .okHttpClient(throwingWhenCanceled()));
      List<CompletableFuture<?>> calls =
          Stream.<CompletableFuture<?>>generate(() -> transport.executeAsync(list(transport)))
              .limit(3)
              .toList();

      transport.close();

      for (CompletableFuture<?> call : calls) {
        assertEquals(
            "GET /apps/app_1/things was stopped because the client was closed",
            cause(call).getMessage());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatIsThrownWhileARetryIsMadeReachesTheCaller(boolean async) throws Exception {
    IllegalStateException thrown = new IllegalStateException("factory");
    AtomicInteger made = new AtomicInteger();
    OkHttpClient client =
        new OkHttpClient.Builder()
            .eventListenerFactory(
                call -> {
                  if (made.incrementAndGet() > 1) {
                    throw thrown;
                  }
                  return EventListener.NONE;
                })
            .build();
    try (FaultServer server = new FaultServer("503", "200");
        CortexTransport transport = transport(configuration(server.url()).okHttpClient(client))) {
      assertSame(thrown, failure(transport, async));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aSupplierMayThrowAnything(boolean async) throws Exception {
    CredentialsSupplier supplier =
        () -> {
          ThrowingUserCodeTest.<RuntimeException>sneak(new GeneralSecurityException("vault"));
          return "";
        };
    try (FaultServer server = new FaultServer("200");
        CortexTransport transport = transport(configuration(server.url()).credentials(supplier))) {
      CortexConnectionException e =
          assertInstanceOf(CortexConnectionException.class, failure(transport, async));

      assertInstanceOf(GeneralSecurityException.class, e.getCause());
    }
  }

  /** Nobody may follow the causes for ever. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void causesMayFormACircle(boolean async) throws Exception {
    IOException thrown = new IOException("vault");
    thrown.initCause(new IOException("network", thrown));
    CredentialsSupplier supplier =
        () -> {
          throw thrown;
        };
    try (FaultServer server = new FaultServer("200");
        CortexTransport transport = transport(configuration(server.url()).credentials(supplier))) {
      assertSame(thrown, failure(transport, async).getCause());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anIoExceptionThatAListenerThrowsAtTheStartCountsAsAFailedConnection(boolean async)
      throws Exception {
    EventListener throwing =
        new EventListener() {
          @Override
          public void callStart(okhttp3.Call call) {
            ThrowingUserCodeTest.<RuntimeException>sneak(new IOException("start"));
          }
        };
    OkHttpClient client = new OkHttpClient.Builder().eventListener(throwing).build();
    try (FaultServer server = new FaultServer("200");
        CortexTransport transport = transport(configuration(server.url()).okHttpClient(client))) {
      CortexConnectionException e =
          assertInstanceOf(CortexConnectionException.class, failure(transport, async));

      assertEquals("start", requireNonNull(e.getCause()).getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anAdapterMayThrowAnything(boolean async) throws Exception {
    try (TestServer server = secrets("[{\"id\":\"secret\"}]");
        CortexTransport transport = throwing(server, new ParseException("secret", 0))) {
      CortexDataException e =
          assertInstanceOf(CortexDataException.class, failure(transport, async));

      assertEquals("$[0].id", e.path());
      assertFalse(String.valueOf(e.getMessage()).contains("secret"), e.getMessage());
    }
  }

  @Test
  void anAdapterOfOneElementDoesNotCostThePage() throws Exception {
    try (TestServer server = secrets("[{\"id\":\"secret\"}]");
        CortexTransport transport = throwing(server, new ParseException("secret", 0))) {
      CallLimits accepting = CallLimits.NONE.acceptingUnread();

      assertEquals(List.of(), transport.execute(list(transport), accepting).body());
    }
  }

  @Test
  void anAdapterOfAnObjectMayThrowAnything() throws Exception {
    try (TestServer server = secrets("{\"id\":\"secret\"}");
        CortexTransport transport = throwing(server, new ParseException("secret", 0))) {
      CortexDataException e =
          assertThrows(
              CortexDataException.class,
              () -> transport.call(ThingsApi.class, api -> api.replace(new Thing())));

      assertEquals("$.id", e.path());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatRetrofitTakesForFatalEndsTheCall(boolean async) throws Exception {
    Error[] fatal = {new NoClassDefFoundError("shrunk"), new StackOverflowError()};
    for (Error error : fatal) {
      try (TestServer server = secrets("[{\"id\":\"secret\"}]");
          CortexTransport transport = throwing(server, error)) {
        assertSame(error, failure(transport, async).getCause());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anInterruptWithinAnAdapterEndsTheCallAsOne(boolean async) throws Exception {
    // Moshi wraps what a method with @FromJson throws.
    Exception wrapped = new JsonDataException(new InterruptedException());
    for (Exception thrown : List.of(new InterruptedException(), wrapped)) {
      try (TestServer server = secrets("[{\"id\":\"secret\"}]");
          CortexTransport transport = throwing(server, thrown)) {
        Throwable e =
            async
                ? cause(transport.executeAsync(list(transport)))
                : assertThrows(
                    Throwable.class,
                    () -> transport.execute(list(transport), CallLimits.NONE.acceptingUnread()));

        assertEquals(INTERRUPTED, e.getMessage());
        assertEquals(!async, Thread.interrupted());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anInterruptWithinAnInterceptorEndsTheCallAsOne(boolean async) throws Exception {
    OkHttpClient client =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  ThrowingUserCodeTest.<RuntimeException>sneak(new InterruptedException());
                  return chain.proceed(chain.request());
                })
            .build();
    try (FaultServer server = new FaultServer("200");
        CortexTransport transport = transport(configuration(server.url()).okHttpClient(client))) {
      assertEquals(INTERRUPTED, failure(transport, async).getMessage());
      assertEquals(!async, Thread.interrupted());
    }
  }

  @Test
  void closingInterruptsASupplierOnAThreadOfTheClient() throws Exception {
    CompletableFuture<Thread> asked = new CompletableFuture<>();
    Thread starter = Thread.currentThread();
    CredentialsSupplier waiting =
        () -> {
          if (Thread.currentThread() != starter) {
            asked.complete(Thread.currentThread());
            LockSupport.park();
          }
          return "key-after-a-pause";
        };
    try (FaultServer server = new FaultServer("401", "200")) {
      CortexTransport transport = transport(configuration(server.url()).credentials(waiting));
      CompletableFuture<?> call = transport.executeAsync(list(transport));
      Thread thread = asked.join();

      transport.close();

      thread.join();
      assertInstanceOf(CortexCanceledException.class, cause(call));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @SuppressWarnings("NullAway") // What a Dns in Java may return.
  void aDnsWithoutAnAnswerEndsTheCallAtOnce(boolean async) {
    OkHttpClient client = new OkHttpClient.Builder().dns(host -> null).build();
    try (CortexTransport transport =
        transport(configuration("https://name.example").okHttpClient(client))) {
      assertInstanceOf(NullPointerException.class, failure(transport, async));
    }
  }

  @Test
  void anInterruptedWatcherGoesOn() throws Exception {
    try (HoldingServer server = new HoldingServer("", false);
        CortexTransport transport = transport(configuration("http://127.0.0.1:" + server.port()))) {
      Call<List<Thing>> call = list(transport);
      CompletableFuture<Throwable> met =
          elsewhere(() -> assertThrows(Throwable.class, () -> transport.execute(call)));
      List<Thread> watchers = watchers();
      while (watchers.isEmpty()) {
        Thread.onSpinWait();
        watchers = watchers();
      }

      for (Thread watcher : watchers) {
        watcher.interrupt();
        while (watcher.isAlive() && watcher.isInterrupted()) {
          // With the flag up it would not park.
          Thread.onSpinWait();
        }
      }

      call.cancel();
      assertInstanceOf(CortexCanceledException.class, met.join());
    }
  }

  private static TestServer secrets(String body) throws IOException {
    return TestServer.answering(200, "application/json", body);
  }

  private static CortexTransport throwing(TestServer server, Throwable thrown) {
    Moshi moshi = new Moshi.Builder().add(Thing.class, new Throwing(thrown)).build();
    return CortexTransport.create(configuration(server.url()).build(), moshi);
  }

  private static List<Thread> watchers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("cortex-call-watcher"))
        .toList();
  }

  private static OkHttpClient throwingWhenCanceled() {
    return new OkHttpClient.Builder()
        .eventListener(
            new EventListener() {
              @Override
              public void canceled(okhttp3.Call call) {
                ThrowingUserCodeTest.<RuntimeException>sneak(new IOException("listener"));
              }
            })
        .build();
  }

  private static <T> CompletableFuture<T> elsewhere(Supplier<T> action) {
    CompletableFuture<T> done = new CompletableFuture<>();
    new Thread(() -> done.complete(action.get())).start();
    return done;
  }

  @SuppressWarnings("unchecked") // The way in which Kotlin throws what it does not declare.
  private static <E extends Throwable> void sneak(Throwable thrown) throws E {
    throw (E) thrown;
  }

  private static Throwable failure(CortexTransport transport, boolean async) {
    return async
        ? cause(transport.executeAsync(list(transport)))
        : assertThrows(Throwable.class, () -> transport.execute(list(transport)));
  }

  private static Throwable cause(CompletableFuture<?> future) {
    return requireNonNull(assertThrows(CompletionException.class, future::join).getCause());
  }

  private static Call<List<Thing>> list(CortexTransport transport) {
    return transport.api(ThingsApi.class).list("ALL");
  }

  private static CortexConfiguration.Builder configuration(String url) {
    return CortexConfiguration.builder().apiKey(TestServer.KEY).baseUrl(url);
  }

  private static CortexTransport transport(CortexConfiguration.Builder configuration) {
    return CortexTransport.create(configuration.build(), new Moshi.Builder().build());
  }

  /** Throws what it does not declare, once it has read a name. */
  private static final class Throwing extends JsonAdapter<Thing> {
    private final Throwable thrown;

    Throwing(Throwable thrown) {
      this.thrown = thrown;
    }

    @Override
    public Thing fromJson(JsonReader reader) throws IOException {
      reader.beginObject();
      String unused = reader.nextName();
      ThrowingUserCodeTest.<RuntimeException>sneak(thrown);
      return new Thing();
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Thing value) throws IOException {
      writer.beginObject().endObject();
    }
  }
}
