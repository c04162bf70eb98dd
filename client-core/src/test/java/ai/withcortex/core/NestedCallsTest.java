package ai.withcortex.core;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.ThingsApi.Thing;
import ai.withcortex.core.error.CortexCanceledException;
import ai.withcortex.core.error.CortexException;
import ai.withcortex.core.error.CortexTimeoutException;
import com.squareup.moshi.Moshi;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import retrofit2.Call;

/** Calls whose interceptors or suppliers make calls, which end by themselves. */
@Timeout(20)
final class NestedCallsTest {
  /** The end of the nested call interrupts the thread, which is no interrupt of the outer call. */
  @Test
  void theEndOfANestedCallIsNotTheEndOfTheOuterOne() throws Exception {
    AtomicReference<CortexTransport> nested = new AtomicReference<>();
    AtomicInteger timeouts = new AtomicInteger();
    Interceptor interceptor =
        chain -> {
          if (chain.request().url().encodedPath().endsWith("/inner")) {
            blocked(new CountDownLatch(1));
          } else {
            CortexTransport inner = requireNonNull(nested.get());
            Call<Thing> call = inner.api(ThingsApi.class).get("app_1", "inner", "");
            CallLimits limits = CallLimits.NONE.total(Duration.ofMillis(20));
            assertThrows(CortexTimeoutException.class, () -> inner.execute(call, limits));
            timeouts.incrementAndGet();
          }
          return chain.proceed(chain.request());
        };
    OkHttpClient client = new OkHttpClient.Builder().addInterceptor(interceptor).build();
    try (FaultServer server = FaultServer.keepingAlive(Collections.nCopies(20, "200"));
        CortexTransport transport = transport(configuration(server).okHttpClient(client))) {
      nested.set(transport);
      for (int i = 0; i < 20; i++) {
        assertEquals(200, transport.execute(list(transport)).status());
        assertFalse(Thread.currentThread().isInterrupted());
      }
      assertEquals(20, timeouts.get());
    }
  }

  /** The supplier of a nested call is interrupted before that has an attempt. */
  @Test
  void theEndOfANestedSupplierIsNotTheEndOfTheOuterCall() throws Exception {
    CredentialsSupplier supplier =
        () -> {
          String key = blocked(new CountDownLatch(1));
          busy(Duration.ofMillis(100));
          return key;
        };
    try (FaultServer server = FaultServer.keepingAlive(Collections.nCopies(5, "200"));
        CortexTransport inner = transport(configuration(server).credentials(supplier))) {
      Interceptor interceptor =
          chain -> {
            Call<List<Thing>> call = list(inner);
            CallLimits limits = CallLimits.NONE.total(Duration.ofMillis(20));
            CompletableFuture<?> end = inner.executeAsync(call, limits);
            assertThrows(CompletionException.class, end::join);
            return chain.proceed(chain.request());
          };
      OkHttpClient client = new OkHttpClient.Builder().addInterceptor(interceptor).build();
      try (CortexTransport transport = transport(configuration(server).okHttpClient(client))) {
        for (int i = 0; i < 5; i++) {
          assertEquals(200, transport.execute(list(transport)).status());
        }
      }
    }
  }

  /** The nested call's interrupt is cleared just as the outer call ends. */
  @Test
  void aSupplierIsInterruptedAfterItsNestedCall() throws Exception {
    Interceptor busy =
        chain -> {
          busy(Duration.ofMillis(300));
          return chain.proceed(chain.request());
        };
    OkHttpClient client = new OkHttpClient.Builder().addInterceptor(busy).build();
    CompletableFuture<Boolean> ended = new CompletableFuture<>();
    try (FaultServer server = FaultServer.keepingAlive(List.of("200", "200"));
        CortexTransport inner = transport(configuration(server).okHttpClient(client))) {
      CredentialsSupplier supplier =
          () -> {
            CallLimits limits = CallLimits.NONE.total(Duration.ofMillis(60));
            try {
              // On a busy machine, the end of the outer call may come first.
              assertThrows(CortexException.class, () -> inner.execute(list(inner), limits));
              ended.complete(new CountDownLatch(1).await(10, SECONDS));
            } catch (InterruptedException e) {
              ended.complete(true);
            } catch (Throwable e) {
              ended.completeExceptionally(e);
            }
            return TestServer.KEY;
          };
      CortexConfiguration.Builder limited =
          configuration(server)
              .credentials(supplier)
              .requestsPerSecond(1000)
              .totalTimeout(Duration.ofMillis(150));
      try (CortexTransport transport = transport(limited)) {
        assertInstanceOf(
            CortexTimeoutException.class,
            assertThrows(Throwable.class, () -> transport.execute(list(transport))));
        assertTrue(ended.join());
      }
    }
  }

  /** The user's interrupt ends the nested call, and its flag then ends the outer one. */
  @Test
  void anInterruptEndsNestedCalls() throws Exception {
    AtomicReference<CortexTransport> nested = new AtomicReference<>();
    CompletableFuture<Throwable> inner = new CompletableFuture<>();
    CountDownLatch asked = new CountDownLatch(1);
    Interceptor interceptor =
        chain -> {
          if (chain.request().url().encodedPath().endsWith("/inner")) {
            asked.countDown();
            return chain.proceed(chain.request());
          }
          CortexTransport transport = requireNonNull(nested.get());
          Call<Thing> call = transport.api(ThingsApi.class).get("app_1", "inner", "");
          inner.complete(assertThrows(Throwable.class, () -> transport.execute(call)));
          return chain.proceed(chain.request());
        };
    OkHttpClient client = new OkHttpClient.Builder().addInterceptor(interceptor).build();
    try (FaultServer server = FaultServer.keepingAlive(List.of("hang", "200"));
        CortexTransport transport = transport(configuration(server).okHttpClient(client))) {
      nested.set(transport);
      CompletableFuture<Throwable> outer = new CompletableFuture<>();
      CompletableFuture<Boolean> flag = new CompletableFuture<>();
      Thread thread =
          new Thread(
              () -> {
                outer.complete(
                    assertThrows(Throwable.class, () -> transport.execute(list(transport))));
                flag.complete(Thread.currentThread().isInterrupted());
              });
      thread.start();
      asked.await();
      thread.interrupt();

      assertInstanceOf(CortexCanceledException.class, inner.join());
      assertInstanceOf(CortexCanceledException.class, outer.join());
      assertTrue(flag.join());
    }
  }

  private static String blocked(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return TestServer.KEY;
  }

  private static void busy(Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  private static Call<List<Thing>> list(CortexTransport transport) {
    return transport.api(ThingsApi.class).list("ALL");
  }

  private static CortexConfiguration.Builder configuration(FaultServer server) {
    return CortexConfiguration.builder().apiKey(TestServer.KEY).baseUrl(server.url());
  }

  private static CortexTransport transport(CortexConfiguration.Builder configuration) {
    return CortexTransport.create(configuration.build(), new Moshi.Builder().build());
  }
}
