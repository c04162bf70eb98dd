package ai.withcortex.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.call.TimeSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What is left after everything that can go wrong has: no connection, no body, no thread.
 *
 * <p>A body that is not closed keeps its connection from being idle, and from being evicted, so the
 * pool tells of both; OkHttp's own warning about it would need a garbage collection at the right
 * time. Besides, each run waits until its server has seen every connection end.
 */
@Timeout(600)
@Tag("no-mutation")
final class FaultMatrixLeaksTest {
  @Test
  void aClientOfTheSdksOwnLeavesNothing() throws Exception {
    Set<Thread> before = threads();
    for (OkHttpClient client : runAll(null)) {
      assertNothingOpen(client);
      assertEquals(0, client.connectionPool().connectionCount());
    }
    assertEnd(before);
  }

  @Test
  void aClientOfTheUsersLeavesNothing() throws Exception {
    Set<Thread> before = threads();
    OkHttpClient users = new OkHttpClient();
    runAll(users);

    assertFalse(users.dispatcher().executorService().isShutdown());
    users.dispatcher().executorService().shutdown();
    assertNothingOpen(users);
    users.connectionPool().evictAll();
    assertEquals(0, users.connectionPool().connectionCount());
    assertEnd(before);
  }

  @Test
  void aBodyThatIsNotClosedWouldBeFound() throws Exception {
    OkHttpClient client = new OkHttpClient();
    try (FaultServer server = FaultServer.keepingAlive(List.of("things"))) {
      Response open = client.newCall(new Request.Builder().url(server.url()).build()).execute();

      assertThrows(AssertionError.class, () -> assertNothingOpen(client));

      open.close();
      assertNothingOpen(client);
      client.connectionPool().evictAll();
    }
  }

  @Test
  void aThreadThatDoesNotEndWouldBeFound() throws Exception {
    Set<Thread> before = threads();
    ScheduledExecutorService timer = TimeSource.REAL.newTimer();
    timer.schedule(() -> {}, 0, TimeUnit.NANOSECONDS).get();

    assertTrue(threads().stream().anyMatch(thread -> !before.contains(thread)));

    timer.shutdownNow();
    assertEnd(before);
  }

  /** Runs every row, blocking and not, and returns the clients of the transports. */
  private static List<OkHttpClient> runAll(@Nullable OkHttpClient users) throws Exception {
    List<OkHttpClient> clients = new ArrayList<>();
    for (FaultRow row : FaultRow.all()) {
      for (boolean async : new boolean[] {false, true}) {
        try (FaultRun run = new FaultRun(row, users)) {
          run.send(async);
          run.leave();
          clients.add(run.transport.client);
        }
      }
    }
    return clients;
  }

  /** Waits for the dispatcher's threads, which are a little behind the answers, if they may end. */
  private static void assertNothingOpen(OkHttpClient client) throws InterruptedException {
    Dispatcher dispatcher = client.dispatcher();
    if (dispatcher.executorService().isShutdown()) {
      assertTrue(dispatcher.executorService().awaitTermination(30, TimeUnit.SECONDS));
    }
    assertEquals(0, dispatcher.runningCallsCount());
    assertEquals(0, dispatcher.queuedCallsCount());
    assertEquals(
        client.connectionPool().idleConnectionCount(), client.connectionPool().connectionCount());
  }

  private static Set<Thread> threads() {
    Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
    threads.removeIf(thread -> !thread.getName().startsWith("cortex-"));
    return threads;
  }

  private static void assertEnd(Set<Thread> before) throws InterruptedException {
    for (Thread thread : threads()) {
      if (!before.contains(thread)) {
        thread.join(30_000);
        assertFalse(thread.isAlive(), thread::getName);
      }
    }
  }
}
