package ai.withcortex.testing.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.api.RunQuery;
import ai.withcortex.client.CortexClient;
import ai.withcortex.client.paging.Page;
import ai.withcortex.core.RetryPolicy;
import ai.withcortex.core.error.CortexException;
import ai.withcortex.model.Run;
import ai.withcortex.testing.CortexSandbox;
import ai.withcortex.testing.Fault;
import ai.withcortex.testing.FaultScript;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import okhttp3.ConnectionPool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A thousand threads share one client while the server fails now and then, or always. */
@Tag("load")
final class ManyThreadsTest {
  private static final int THREADS = 1_000;
  private static final int LOGGED = 10_000;
  private static final Duration LIMIT = Duration.ofMinutes(10);

  @Test
  void everyCallEndsInAValueOrATypedException() throws Exception {
    int calls = 50;
    Set<Thread> before = threads();
    Set<Thread> own;
    try (CortexSandbox sandbox = CortexSandbox.builder().faults(nowAndThen()).start()) {
      CortexClient client = client(sandbox);
      int values = countValues(client, sandbox, calls);
      own = threads();
      assertTrue(values > THREADS * calls * 0.9, values + " values");
      assertTrue(values < THREADS * calls, "no fault has reached a caller");

      ConnectionPool pool = HiddenPool.of(client);
      assertEquals(pool.connectionCount(), pool.idleConnectionCount());
      client.close();
      assertEquals(0, pool.connectionCount());
    }
    own.removeAll(before);
    joinAll(own);
  }

  static List<Arguments> outages() {
    return List.of(
        Arguments.of("503", FaultScript.always(Fault.status(503))),
        Arguments.of("reset", FaultScript.always(Fault.resetBeforeHeaders())),
        // What a 503 leaves open is what the reset breaks.
        Arguments.of(
            "503 or reset",
            FaultScript.seeded(6, 1, Fault.status(503), Fault.resetBeforeHeaders())));
  }

  /**
   * The hundred repetitions of each of two budgets stay below a third of the calls.
   *
   * @see RetryPolicy
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("outages")
  void anOutageIsNotMadeWorse(String name, FaultScript script) throws Exception {
    int calls = 5;
    try (CortexSandbox sandbox = CortexSandbox.builder().faults(script).start();
        CortexClient client = client(sandbox)) {
      assertEquals(0, countValues(client, sandbox, calls));
      int requests = sandbox.requests().size();
      assertTrue(requests < LOGGED, "the log is full and tells nothing");
      assertTrue(requests < THREADS * calls * 1.3, requests + " requests");
    }
  }

  /** One request in twenty goes wrong, in one of many ways. */
  private static FaultScript nowAndThen() {
    return FaultScript.seeded(
        5,
        0.05,
        Fault.status(503),
        Fault.status(500),
        Fault.status(429).header("Retry-After", "0"),
        Fault.resetBeforeHeaders(),
        Fault.resetDuringHeaders(),
        Fault.resetAfterHeaders(),
        Fault.truncatedBody(),
        Fault.truncatedGzip(),
        Fault.emptyAnswer(),
        Fault.html(200),
        Fault.html(502));
  }

  private static CortexClient client(CortexSandbox sandbox) {
    return CortexClient.builder()
        .apiKey(sandbox.apiKey())
        .baseUrl(sandbox.baseUrl())
        .retryPolicy(RetryPolicy.builder().firstDelay(Duration.ofMillis(1)).build())
        .build();
  }

  /** Every thread asks so many times for one run, which differs from that of its neighbours. */
  private static int countValues(CortexClient client, CortexSandbox sandbox, int calls)
      throws Exception {
    List<Run> runs = sandbox.runs("app_1", "work_1");
    List<Callable<Integer>> tasks =
        IntStream.range(0, THREADS)
            .mapToObj(thread -> thread % runs.size())
            .<Callable<Integer>>map(
                place -> () -> countValues(client, place + 1, runs.get(place).id(), calls))
            .toList();
    ExecutorService executor =
        Executors.newFixedThreadPool(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "caller");
              thread.setDaemon(true);
              return thread;
            });
    int values = 0;
    for (Future<Integer> future : executor.invokeAll(tasks, LIMIT.toSeconds(), TimeUnit.SECONDS)) {
      assertFalse(future.isCancelled(), "a call hangs");
      values += future.get();
    }
    executor.shutdown();
    return values;
  }

  /** Whatever is neither the run nor a typed exception fails the test. */
  private static int countValues(CortexClient client, int page, String id, int calls) {
    RunQuery query = RunQuery.builder().page(page).take(1).build();
    int values = 0;
    for (int i = 0; i < calls; i++) {
      try {
        Page<Run> found = client.workflow("app_1", "work_1").runs(query).pages().iterator().next();
        assertEquals(List.of(id), found.items().stream().map(Run::id).toList());
        values++;
      } catch (CortexException e) {
        // One of the faults.
      }
    }
    return values;
  }

  /** The threads of clients and sandboxes, of which other tests may have some. */
  private static Set<Thread> threads() {
    Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
    threads.removeIf(
        thread ->
            !thread.getName().startsWith("cortex-")
                && !thread.getName().startsWith("HTTP-Dispatcher"));
    return threads;
  }

  private static void joinAll(Set<Thread> threads) throws InterruptedException {
    // Callers carry their calls themselves; only what looks after them has a thread.
    assertTrue(threads.stream().anyMatch(thread -> thread.getName().equals("cortex-call-watcher")));
    for (Thread thread : threads) {
      assertTrue(thread.isDaemon(), thread.getName());
      thread.join(LIMIT.toMillis());
      assertFalse(thread.isAlive(), thread.getName());
    }
  }
}
