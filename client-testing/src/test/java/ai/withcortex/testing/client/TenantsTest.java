package ai.withcortex.testing.client;

import static ai.withcortex.testing.client.TenantServer.keyOf;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.api.RunQuery;
import ai.withcortex.api.RunsApi;
import ai.withcortex.client.CortexClient;
import ai.withcortex.client.WorkflowHandle;
import ai.withcortex.client.paging.Checkpoint;
import ai.withcortex.client.paging.Walk;
import ai.withcortex.client.paging.WalkOptions;
import ai.withcortex.client.watching.WatchOptions;
import ai.withcortex.client.watching.WatchPosition;
import ai.withcortex.core.Credentials;
import ai.withcortex.core.RetryPolicy;
import ai.withcortex.core.error.CortexConnectionException;
import ai.withcortex.model.Run;
import io.reactivex.rxjava3.core.Flowable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fifty tenants share a client on eight threads: no request carries the key of another tenant. */
@Timeout(120)
final class TenantsTest {
  private static final int TENANTS = 50;
  private static final int THREADS = 8;
  private static final int CALLS = 1_000;

  /** What a framework sets for each request that a program serves; new threads inherit it. */
  private static final InheritableThreadLocal<String> TENANT = new InheritableThreadLocal<>();

  private static final RunQuery PAGE = RunQuery.builder().page(1).take(20).build();

  private final TenantServer server = new TenantServer();
  private final OkHttpClient users = new OkHttpClient();
  private final Queue<CompletableFuture<?>> started = new ConcurrentLinkedQueue<>();

  @AfterEach
  void close() {
    users.dispatcher().executorService().shutdown();
    users.connectionPool().evictAll();
    server.close();
  }

  @Test
  void aBlockingCallHasTheKeyOfItsCaller() throws Exception {
    try (CortexClient cortex = ofContext().build()) {
      inTurn(CALLS, tenant -> cortex.call(RunsApi.class, api -> PAGE.call(api, tenant, "work_1")));
    }

    assertServed(CALLS);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anAsynchronousCallHasTheKeyOfTheThreadThatStartsIt(boolean onThreadsOfTheUsers)
      throws Exception {
    CortexClient.Builder builder = ofContext();
    try (CortexClient cortex =
        (onThreadsOfTheUsers ? builder.okHttpClient(users) : builder).build()) {
      inTurn(CALLS, tenant -> started.add(page(cortex, tenant)));
      started.forEach(CompletableFuture::join);
    }

    assertServed(CALLS);
  }

  /**
   * Its thread has gone on, so the context is that of nobody: better no request than a wrong one.
   */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aRetryWithoutTheContextOfItsCallerHasNoKey(boolean onThreadsOfTheUsers) throws Exception {
    server.failOneIn(5);
    List<Throwable> failures;
    CortexClient.Builder builder = ofContext();
    try (CortexClient cortex =
        (onThreadsOfTheUsers ? builder.okHttpClient(users) : builder).build()) {
      inTurn(200, tenant -> started.add(page(cortex, tenant)));
      failures = failures();
    }

    assertServed(200);
    assertEquals(40, failures.size());
    for (Throwable failure : failures) {
      assertInstanceOf(CortexConnectionException.class, failure);
      String message = String.valueOf(failure.getMessage());
      assertTrue(message.contains("found an empty string"), message);
    }
  }

  /** Its second poll usually comes from a thread that all watches share. */
  @Test
  void aWatchWithoutTheContextOfItsCallerHasNoOtherKey() throws Exception {
    RunQuery query = RunQuery.builder().take(200).build();
    try (CortexClient cortex = ofContext().build()) {
      inTurn(
          TENANTS,
          tenant -> {
            WorkflowHandle workflow = cortex.workflow(tenant, "work_1");
            started.add(workflow.watch(query, twice()).forEachAsync(change -> {}));
          });
      failures().forEach(failure -> assertInstanceOf(CortexConnectionException.class, failure));
    }

    assertEquals(List.of(), List.copyOf(server.mixedUp));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCallWithItsOwnKeyHasItOnEveryThread(boolean async) throws Exception {
    server.failOneIn(11);
    try (CortexClient cortex = builder().apiKey("key-of-nobody").build()) {
      inTurn(
          CALLS,
          tenant -> {
            Credentials own = Credentials.of(keyOf(tenant));
            if (async) {
              started.add(
                  cortex.callAsync(RunsApi.class, api -> PAGE.call(api, tenant, "work_1"), own));
            } else {
              cortex.call(RunsApi.class, api -> PAGE.call(api, tenant, "work_1"), own);
            }
          });
      started.forEach(CompletableFuture::join);
    }

    assertEquals(List.of(), List.copyOf(server.mixedUp));
    assertTrue(server.requests.get() > CALLS);
  }

  @Test
  void allRequestsOfAWorkflowHaveItsKey() throws Exception {
    server.failOneIn(11);
    try (CortexClient cortex = builder().apiKey("key-of-nobody").build()) {
      inTurn(
          TENANTS,
          tenant -> {
            WorkflowHandle workflow =
                cortex.workflow(tenant, "work_1").withCredentials(Credentials.of(keyOf(tenant)));
            readInEveryForm(workflow, keyOf(tenant));
          });
    }

    assertEquals(List.of(), List.copyOf(server.mixedUp));
  }

  private static void readInEveryForm(WorkflowHandle workflow, String key) {
    RunQuery query = RunQuery.builder().take(20).build();
    WalkOptions ahead = WalkOptions.builder().prefetch(4).build();
    assertEquals(TenantServer.RUNS, workflow.runs(query).stream().count());
    Walk<Run> part = workflow.runs(query).walk(ahead.toBuilder().itemLimit(30).build());
    part.forEachRemaining(run -> {});
    assertSecret(part.checkpoint().text(), key);
    Checkpoint saved = Checkpoint.of(part.checkpoint().text());
    WalkOptions resumed = ahead.toBuilder().checkpoint(saved).build();
    List<Run> rest = new ArrayList<>();
    workflow.runs(query).forEachAsync(rest::add, resumed).join();
    assertEquals(TenantServer.RUNS - 30, rest.size());
    assertEquals(
        TenantServer.RUNS,
        Flowable.fromPublisher(workflow.runs(query).publisher(ahead)).count().blockingGet());
    WatchPosition position = workflow.watch(query, twice()).forEachAsync(change -> {}).join();
    assertSecret(position.text(), key);
  }

  private static WatchOptions twice() {
    Duration interval = Duration.ofMillis(1);
    return WatchOptions.builder()
        .shortestInterval(interval)
        .longestInterval(interval)
        .pollLimit(2)
        .outageLimit(Duration.ZERO)
        .build();
  }

  private static void assertSecret(String text, String key) {
    assertFalse(text.contains(key), text);
  }

  @Test
  void readsRunsForATenant() {
    String key = keyOf("app_1");
    try (CortexClient cortex = builder().apiKey("key-of-nobody").build()) {
      Credentials tenant = Credentials.of(key);
      WorkflowHandle workflow = cortex.workflow("app_1", "work_1").withCredentials(tenant);
      List<Run> runs = cortex.call(RunsApi.class, api -> PAGE.call(api, "app_1", "work_1"), tenant);
      assertEquals(runs, workflow.runs(PAGE).pages().iterator().next().items());
    }
    assertServed(2);
  }

  /** Waits for the end of all that was started. */
  private List<Throwable> failures() {
    List<Throwable> failures = new ArrayList<>();
    for (CompletableFuture<?> call : started) {
      try {
        call.join();
      } catch (CompletionException e) {
        failures.add(requireNonNull(e.getCause()));
      }
    }
    return failures;
  }

  private CompletableFuture<List<Run>> page(CortexClient cortex, String tenant) {
    return cortex.callAsync(RunsApi.class, api -> PAGE.call(api, tenant, "work_1"));
  }

  private CortexClient.Builder ofContext() {
    return builder()
        .credentials(
            () -> {
              String tenant = TENANT.get();
              return tenant == null ? "" : keyOf(tenant);
            });
  }

  private CortexClient.Builder builder() {
    Duration delay = Duration.ofMillis(1);
    return CortexClient.builder()
        .baseUrl(server.url())
        .retryPolicy(
            RetryPolicy.builder().maxAttempts(10).firstDelay(delay).longestDelay(delay).build());
  }

  /** Makes calls for one tenant after the other, on threads that have the context of the tenant. */
  private static void inTurn(int calls, Consumer<String> call) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<?>> made =
        IntStream.range(0, calls)
            .<Future<?>>mapToObj(
                number -> threads.submit(() -> withContext("tenant-" + number % TENANTS, call)))
            .toList();
    for (Future<?> one : made) {
      one.get();
    }
    threads.shutdown();
  }

  private static void withContext(String tenant, Consumer<String> call) {
    TENANT.set(tenant);
    try {
      call.accept(tenant);
    } finally {
      TENANT.remove();
    }
  }

  private void assertServed(int requests) {
    assertEquals(List.of(), List.copyOf(server.mixedUp));
    assertEquals(requests, server.requests.get());
  }
}
