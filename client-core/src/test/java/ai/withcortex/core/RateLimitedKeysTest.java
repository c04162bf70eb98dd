package ai.withcortex.core;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.call.RateLimit;
import ai.withcortex.core.call.RateLimit.Purpose;
import ai.withcortex.core.error.CortexCanceledException;
import ai.withcortex.core.error.CortexConnectionException;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;

/** What slow and failing suppliers of keys cost others under a rate limit, in virtual time. */
@Timeout(20)
final class RateLimitedKeysTest {
  private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  /** So long that time never moves on to what is left of it. */
  private static final Duration TOTAL = Duration.ofMinutes(10);

  private final VirtualTime time = new VirtualTime(Duration.ofMinutes(5));
  private final ScheduledExecutorService timer = time.newTimer();
  private final List<String> sent = new ArrayList<>();
  private final Map<String, Request> requests = new HashMap<>();

  @AfterEach
  void close() {
    timer.shutdownNow();
  }

  /** Also after many requests of another workflow have got their keys at the same moment. */
  @ParameterizedTest
  @EnumSource(
      value = Purpose.class,
      names = {"ASK", "SEND"})
  void aWorkflowWaitsForOneRequestOfAnotherWhoseKeysHaveComeAtOnce(Purpose purpose)
      throws Exception {
    RateLimit limit = new RateLimit(5, time, timer);
    for (int i = 0; i < 40; i++) {
      ask(limit, "slow", 8000);
    }
    time.add(
        () -> {
          sent.clear();
          if (purpose == Purpose.ASK) {
            ask(limit, "other", 0);
          } else {
            take(limit, purpose, "other", () -> send(limit, "other"));
          }
        },
        8300 * MILLI);
    while (time.hasNext()) {
      time.runNext();
    }

    assertTrue(sent.indexOf("other") <= 1, () -> "sent in this order: " + sent);
  }

  /** Asks for a key, which comes after so many milliseconds, but not before the slow keys do. */
  private void ask(RateLimit limit, String workflow, long at) {
    AtomicReference<RateLimit.Turn> asking = new AtomicReference<>();
    Runnable isAnswered =
        () -> {
          RateLimit.Turn asked = requireNonNull(asking.get());
          take(limit, Purpose.SEND_ASKED, workflow, () -> send(limit, workflow));
          asked.leave();
        };
    asking.set(
        take(
            limit,
            Purpose.ASK,
            workflow,
            () -> time.add(isAnswered, Math.max(1, at * MILLI - time.nanoTime()))));
  }

  private RateLimit.Turn take(RateLimit limit, Purpose purpose, String workflow, Runnable start) {
    RateLimit.Turn turn = limit.turn(purpose, request(workflow), waited -> start.run());
    if (turn.take()) {
      start.run();
    }
    return turn;
  }

  private void send(RateLimit limit, String workflow) {
    sent.add(workflow);
    // Others may be sent once the request of the current turn has left.
    limit.sent(request(workflow));
  }

  /** Returns the request of a workflow, always the same. */
  private Request request(String workflow) {
    String url = "http://127.0.0.1/apps/app_1/workflows/" + workflow + "/runs";
    return requests.computeIfAbsent(workflow, any -> new Request.Builder().url(url).build());
  }

  /** It sends nothing, so it takes no turn to send. */
  @ParameterizedTest
  @CsvSource({"false, false", "true, false", "true, true"})
  void aSupplierThatFailsCostsNoTurn(boolean isAsync, boolean isOfClient) throws Exception {
    CredentialsSupplier failing =
        () -> {
          throw new IOException("vault is down");
        };
    try (FaultServer server = new FaultServer("200");
        CortexTransport transport = open(server, isOfClient ? failing : () -> TestServer.KEY)) {
      if (!isOfClient) {
        CompletableFuture<?> first = send(transport, true, CallLimits.NONE);
        first.get();
      }
      for (int i = 0; i < 3; i++) {
        CallLimits limits =
            isOfClient ? CallLimits.NONE : CallLimits.NONE.credentials(Credentials.from(failing));
        CompletableFuture<?> call = send(transport, isAsync, limits);
        if (!isOfClient) {
          // The turn to ask comes.
          time.runNext();
        }
        ExecutionException e = assertThrows(ExecutionException.class, call::get);
        CortexConnectionException failure =
            assertInstanceOf(CortexConnectionException.class, e.getCause());
        assertEquals("vault is down", requireNonNull(failure.getCause()).getMessage());
      }

      assertEquals(isOfClient ? 0 : 630, time.nanoTime() / MILLI);
    }
  }

  /** The end of the call interrupts the supplier only if nobody else has done so. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anInterruptBeforeTheEndOfTheCallIsKept(boolean isInterrupted) throws Exception {
    CountDownLatch isAsked = new CountDownLatch(1);
    CountDownLatch isClosed = new CountDownLatch(1);
    CredentialsSupplier busy =
        () -> {
          isAsked.countDown();
          while (isClosed.getCount() > 0) {
            Thread.onSpinWait();
          }
          return TestServer.KEY;
        };
    try (FaultServer server = new FaultServer("200")) {
      CortexTransport transport = open(server, busy);
      AtomicReference<Thread> caller = new AtomicReference<>();
      CompletableFuture<Boolean> call =
          CompletableFuture.supplyAsync(
              () -> {
                caller.set(Thread.currentThread());
                assertThrows(
                    CortexCanceledException.class,
                    () -> transport.execute(transport.api(ThingsApi.class).list("ALL")));
                return Thread.interrupted();
              });
      isAsked.await();
      if (isInterrupted) {
        requireNonNull(caller.get()).interrupt();
      }
      transport.close();
      isClosed.countDown();

      assertEquals(isInterrupted, call.get());
    }
  }

  /** However the supplier reports the interrupt. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theInterruptThatEndsASupplierIsCleared(boolean isFlagSet) throws Exception {
    CountDownLatch isAsked = new CountDownLatch(1);
    CredentialsSupplier polite =
        () -> {
          isAsked.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            if (isFlagSet) {
              Thread.currentThread().interrupt();
            }
            throw new IOException(e);
          }
          return TestServer.KEY;
        };
    try (FaultServer server = new FaultServer("200")) {
      CortexTransport transport = open(server, polite);
      CompletableFuture<Boolean> call =
          CompletableFuture.supplyAsync(
              () -> {
                assertThrows(
                    CortexCanceledException.class,
                    () -> transport.execute(transport.api(ThingsApi.class).list("ALL")));
                return Thread.interrupted();
              });
      isAsked.await();
      transport.close();

      assertEquals(false, call.get());
    }
  }

  /** A workflow asks when no other one that can send is before it. */
  @Test
  void aKeyIsNotAsOldAsTheLineIsLong() throws Exception {
    RateLimit limit = new RateLimit(5, time, timer);
    List<Long> asked = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String other = "other" + i % 10;
      take(limit, Purpose.SEND, other, () -> send(limit, other));
    }
    take(limit, Purpose.ASK, "late", () -> asked.add(time.nanoTime()));
    while (time.hasNext()) {
      time.runNext();
    }

    // One request was sent at once, and one of each other workflow comes before this one.
    assertEquals(List.of((11 * 210 + 250) * MILLI), asked);
  }

  /** While it waits for a key, a workflow does not ask for many that have to wait in turn. */
  @Test
  void aWorkflowWithASlowSupplierAsksOnceWhileTheOthersHaveATurn() throws Exception {
    RateLimit limit = new RateLimit(5, time, timer);
    for (int i = 0; i < 50; i++) {
      String other = "other" + i % 10;
      take(limit, Purpose.SEND, other, () -> send(limit, other));
    }
    List<Long> ages = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      AtomicReference<RateLimit.Turn> asking = new AtomicReference<>();
      Runnable isAnswered =
          () -> {
            long answered = time.nanoTime();
            Runnable send =
                () -> {
                  ages.add((time.nanoTime() - answered) / MILLI);
                  send(limit, "slow");
                };
            take(limit, Purpose.SEND_ASKED, "slow", send);
            requireNonNull(asking.get()).leave();
          };
      Runnable ask = () -> time.add(isAnswered, 1000 * MILLI);
      asking.set(take(limit, Purpose.ASK, "slow", ask));
    }
    while (time.hasNext()) {
      time.runNext();
    }

    // The others have been sent before the last two.
    assertEquals(List.of(50L, 50L, 50L, 0L, 0L), ages);
  }

  /** Keys that others wait for take no time of those who can send. */
  @Test
  void theExpectedWaitIsNotThatForTheKeysOfOthers() throws Exception {
    RateLimit limit = new RateLimit(5, time, timer);
    for (int i = 0; i < 40; i++) {
      ask(limit, "slow" + i, 30_000);
    }

    assertEquals(0, limit.turn(Purpose.SEND, request("fast"), waited -> {}).expectedNanos());
  }

  private CortexTransport open(FaultServer server, CredentialsSupplier credentials) {
    return CortexTransport.create(
        CortexConfiguration.builder()
            .credentials(credentials)
            .baseUrl(server.url())
            .requestsPerSecond(5)
            .totalTimeout(TOTAL)
            .build(),
        new Moshi.Builder().build(),
        time);
  }

  private static CompletableFuture<?> send(
      CortexTransport transport, boolean isAsync, CallLimits limits) {
    Call<?> call = transport.api(ThingsApi.class).list("ALL");
    return isAsync
        ? transport.executeAsync(call, limits)
        : CompletableFuture.supplyAsync(() -> transport.execute(call, limits));
  }
}
