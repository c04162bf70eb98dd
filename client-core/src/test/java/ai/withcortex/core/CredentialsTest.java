package ai.withcortex.core;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.ThingsApi.Thing;
import ai.withcortex.core.error.CortexCanceledException;
import ai.withcortex.core.event.AttemptEvent;
import ai.withcortex.core.event.CortexListener;
import ai.withcortex.core.event.FailureEvent;
import ai.withcortex.core.event.RequestEvent;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/** Which key a request carries, and which thread asks for it. */
@Timeout(20)
final class CredentialsTest {
  private static final String OWN_KEY = "own-key-of-a-call";

  private final FakeTime time = new FakeTime();

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCallUsesItsOwnKeyAndLeavesOthersThatOfTheClient(boolean async) throws IOException {
    List<String> seen = new CopyOnWriteArrayList<>();
    try (TestServer server = empty();
        CortexTransport transport =
            server.transport(
                client ->
                    client.addInterceptor(
                        chain -> {
                          seen.add(chain.request() + " " + chain.call().request());
                          return chain.proceed(chain.request());
                        }))) {
      for (Credentials own :
          List.of(Credentials.of(OWN_KEY), Credentials.from(() -> OWN_KEY + "-asked"))) {
        if (async) {
          transport.callAsync(ThingsApi.class, api -> api.list("ALL"), own).join();
        } else {
          transport.call(ThingsApi.class, api -> api.list("ALL"), own);
        }
      }
      transport.call(ThingsApi.class, api -> api.list("ALL"));

      assertEquals(List.of(OWN_KEY, OWN_KEY + "-asked", TestServer.KEY), keys(server));
      assertEquals(3, seen.size());
      assertFalse(seen.toString().contains(OWN_KEY), seen::toString);
    }
  }

  @Test
  void aCallWhoseRequestWasLookedAtUsesItsOwnKey() throws IOException {
    try (TestServer server = empty();
        CortexTransport transport = server.transport()) {
      Call<List<Thing>> call = transport.api(ThingsApi.class).list("ALL");
      assertNull(call.request().header("Authorization"));
      transport.execute(call, CallLimits.NONE.credentials(Credentials.of(OWN_KEY)));

      assertEquals(List.of(OWN_KEY), keys(server));
    }
  }

  @Test
  void sayWhereTheKeyComesFromButNotTheKey() {
    assertEquals("Credentials{fixed key}", Credentials.of(OWN_KEY).toString());
    assertEquals("Credentials{supplier}", Credentials.from(() -> OWN_KEY).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'Expected an API key, found an empty string; check where the key comes from.'",
    "' ', 'Expected an API key, found only whitespace; check where the key comes from.'",
    "'Bearer x', 'Expected only an API key, found \"Bearer \" in front of it; leave it out, because"
        + " the client adds it to every request.'"
  })
  void refusesTheKeysThatAClientRefuses(String key, String message) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> Credentials.of(key)).getMessage());
    assertEquals(
        message,
        assertThrows(
                IllegalArgumentException.class,
                () -> CortexConfiguration.builder().apiKey(key).build())
            .getMessage());
  }

  @Test
  void givesTheKeyOfACallToNoOtherServerOrClient() throws IOException {
    try (TestServer server = empty();
        TestServer other = empty();
        CortexTransport transport = server.transport();
        CortexTransport twin = server.transport();
        CortexTransport otherTransport = other.transport()) {
      ThingsApi users =
          new Retrofit.Builder()
              .baseUrl(server.url())
              .addConverterFactory(MoshiConverterFactory.create())
              .build()
              .create(ThingsApi.class);
      for (Supplier<Call<List<Thing>>> call :
          List.<Supplier<Call<List<Thing>>>>of(
              () -> otherTransport.api(ThingsApi.class).list("ALL"),
              () -> twin.api(ThingsApi.class).list("ALL"),
              () -> transport.api(ThingsApi.class).listAt(other.url() + "/elsewhere"),
              () -> users.list("ALL"))) {
        for (Executable use :
            List.<Executable>of(
                () -> transport.call(ThingsApi.class, api -> call.get(), Credentials.of(OWN_KEY)),
                () ->
                    transport.callAsync(
                        ThingsApi.class, api -> call.get(), Credentials.of(OWN_KEY)))) {
          assertEquals(
              "Expected a call from an interface of this client for credentials of its own, found a"
                  + " call from elsewhere or to another server; create it with the interface that"
                  + " the operation receives.",
              assertThrows(IllegalArgumentException.class, use).getMessage());
        }
      }
      assertEquals(List.of(), server.requests);
      assertEquals(List.of(), other.requests);
    }
  }

  /** Someone may have looked at the request of a call before it gets credentials. */
  @Test
  void aCallWithCredentialsIsSentOnceAndCanBeCanceled() throws IOException {
    Credentials own = Credentials.of(OWN_KEY);
    try (FaultServer server = new FaultServer("things", "hang");
        CortexTransport transport = transport(configuration(server.url()).apiKey(TestServer.KEY))) {
      Call<List<Thing>> call = list(transport);
      Request unused = call.request();
      Call<List<Thing>> hanging = list(transport);
      unused = hanging.request();
      transport.call(ThingsApi.class, api -> call, own);
      assertThrows(
          IllegalStateException.class, () -> transport.call(ThingsApi.class, api -> call, own));

      CompletableFuture<?> answer = transport.callAsync(ThingsApi.class, api -> hanging, own);
      hanging.cancel();
      assertInstanceOf(
          CortexCanceledException.class,
          assertThrows(CompletionException.class, answer::join).getCause());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCallOfAnotherClientHasTheKeyOfThatClient(boolean async) throws IOException {
    CredentialsSupplier nobody =
        () -> {
          throw new AssertionError("asked");
        };
    try (TestServer server = empty();
        CortexTransport transport = transport("http://127.0.0.1:1", nobody);
        CortexTransport other = transport(server.url(), () -> OWN_KEY)) {
      Call<List<Thing>> call = list(other);
      ApiResponse<List<Thing>> unused =
          async ? transport.executeAsync(call).join() : transport.execute(call);

      assertEquals(List.of(OWN_KEY), keys(server));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void asksOnTheThreadOfTheCallerUnlessItHasGoneOn(boolean async) throws IOException {
    List<String> asked = new CopyOnWriteArrayList<>();
    CredentialsSupplier supplier =
        () -> {
          asked.add(Thread.currentThread().getName());
          return OWN_KEY;
        };
    String caller = Thread.currentThread().getName();
    // A client of the user's has threads that inherit what their creators have.
    OkHttpClient users = new OkHttpClient();
    try (FaultServer server = new FaultServer("503", "401", "200");
        CortexTransport transport =
            transport(configuration(server.url()).credentials(supplier).okHttpClient(users))) {
      ApiResponse<List<Thing>> unused =
          async
              ? transport.executeAsync(list(transport)).join()
              : transport.execute(list(transport));

      String later = async ? "cortex-call" : caller;
      assertEquals(List.of(caller, later, later), asked);
    }
    users.dispatcher().executorService().shutdown();
  }

  @Test
  void threadsInheritTheClassLoaderOfTheirCreatorButNoThreadLocals() throws IOException {
    InheritableThreadLocal<String> tenant = new InheritableThreadLocal<>();
    Map<String, String> contexts = new ConcurrentHashMap<>();
    Thread caller = Thread.currentThread();
    ClassLoader before = caller.getContextClassLoader();
    ClassLoader loader = new URLClassLoader(new URL[0], before);
    Runnable note =
        () -> {
          assertSame(loader, Thread.currentThread().getContextClassLoader());
          // OkHttp names its threads after the URL.
          String name = Thread.currentThread().getName().replaceFirst("^OkHttp .*", "OkHttp");
          contexts.put(name, String.valueOf(tenant.get()));
        };
    CortexListener listener =
        new CortexListener() {
          @Override
          public void attemptEnded(AttemptEvent attempt) {
            note.run();
          }
        };
    tenant.set("tenant-1");
    caller.setContextClassLoader(loader);
    try (FaultServer server = new FaultServer("503", "200");
        CortexTransport transport =
            transport(
                configuration(server.url())
                    .addListener(listener)
                    .credentials(
                        () -> {
                          note.run();
                          return OWN_KEY;
                        }))) {
      transport.executeAsync(list(transport)).thenRun(note).join();

      assertEquals(
          Map.of(caller.getName(), "tenant-1", "OkHttp", "null", "cortex-call", "null"), contexts);
    } finally {
      caller.setContextClassLoader(before);
      tenant.remove();
    }
  }

  @Test
  void aCallThatEndsWhileItsKeyIsAskedForIsToldOfAndLeavesNoInterrupt() throws IOException {
    HeardEvents heard = new HeardEvents();
    List<Boolean> flags = new ArrayList<>();
    AtomicReference<CortexTransport> closed = new AtomicReference<>();
    CredentialsSupplier closing =
        () -> {
          requireNonNull(closed.get()).close();
          flags.add(Thread.currentThread().isInterrupted());
          return OWN_KEY;
        };
    try (FaultServer server = new FaultServer("200");
        CortexTransport transport =
            transport(configuration(server.url()).credentials(closing).addListener(heard))) {
      closed.set(transport);
      CompletableFuture<?> call = transport.executeAsync(list(transport));

      assertEquals(List.of(true), flags);
      assertFalse(Thread.currentThread().isInterrupted());
      assertEquals(
          "GET /apps/app_1/things was stopped because the client was closed",
          requireNonNull(assertThrows(CompletionException.class, call::join).getCause())
              .getMessage());
      assertEquals(2, heard.events.size(), heard.events::toString);
      assertInstanceOf(RequestEvent.class, heard.events.get(0));
      assertEquals(0, assertInstanceOf(FailureEvent.class, heard.events.get(1)).attempts());
      assertEquals(0, server.requests());
    }
  }

  /** Suppliers report an interrupt in their own words. */
  @Test
  void anInterruptOfTheSupplierCancelsTheCall() throws IOException {
    CredentialsSupplier interrupted =
        () -> {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("no key");
        };
    try (FaultServer server = new FaultServer("200");
        CortexTransport transport = transport(server.url(), interrupted)) {
      CompletableFuture<?> call = transport.executeAsync(list(transport));

      assertTrue(Thread.interrupted());
      CortexCanceledException failure =
          assertInstanceOf(
              CortexCanceledException.class,
              assertThrows(CompletionException.class, call::join).getCause());
      assertEquals(
          "GET /apps/app_1/things was stopped because its thread was interrupted",
          failure.getMessage());
      assertEquals(0, server.requests());
    }
  }

  @Test
  void asksForNoKeyThatIsNotSent() throws IOException {
    CredentialsSupplier nobody =
        () -> {
          throw new AssertionError("asked");
        };
    try (TestServer server = empty();
        CortexTransport transport = transport("http://127.0.0.1:1", nobody)) {
      transport
          .executeAsync(transport.api(ThingsApi.class).listAt(server.url() + "/elsewhere"))
          .join();

      assertNull(server.requestHeaders.get(0).getFirst("Authorization"));
    }
  }

  private static TestServer empty() throws IOException {
    return TestServer.answering(200, "application/json", "[]");
  }

  private static List<String> keys(TestServer server) {
    return server.requestHeaders.stream()
        .map(headers -> headers.getFirst("Authorization").replace("Bearer ", ""))
        .toList();
  }

  private static Call<List<Thing>> list(CortexTransport transport) {
    return transport.api(ThingsApi.class).list("ALL");
  }

  private static CortexConfiguration.Builder configuration(String url) {
    return CortexConfiguration.builder().baseUrl(url);
  }

  private CortexTransport transport(String url, CredentialsSupplier supplier) {
    return transport(configuration(url).credentials(supplier));
  }

  private CortexTransport transport(CortexConfiguration.Builder configuration) {
    return CortexTransport.create(configuration.build(), new Moshi.Builder().build(), time);
  }
}
