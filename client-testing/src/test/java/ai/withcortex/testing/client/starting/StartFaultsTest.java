package ai.withcortex.testing.client.starting;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.withcortex.client.CortexClient;
import ai.withcortex.client.FoundStarts;
import ai.withcortex.client.RunHandle;
import ai.withcortex.client.StartUnknownException;
import ai.withcortex.client.WorkflowHandle;
import ai.withcortex.client.paging.Verdict;
import ai.withcortex.core.RetryPolicy;
import ai.withcortex.core.error.CortexCanceledException;
import ai.withcortex.core.error.CortexException;
import ai.withcortex.core.error.CortexTimeoutException;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Run;
import ai.withcortex.model.StartRunRequest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.SocketFactory;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Starts meet random faults at every place of the exchange. None is sent twice, every one ends in a
 * run or in a typed exception, and a run that exists although its start failed is found.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
final class StartFaultsTest {
  private static final long SEED = 22;
  private static final int STARTS =
      Integer.getInteger("starts", Math.min(Integer.getInteger("walks", 4_000) / 2, 200_000));
  private static final int THREADS = 8;
  private static final int MOST_WRONG = 10;

  private static final StartRunRequest REQUEST =
      StartRunRequest.builder().input(JsonValue.parse(StartServer.INPUT).asMap()).build();

  /** The kinds of clients. */
  private enum Kind {
    PLAIN,
    /** Asks for a new key after a 401. */
    CHANGING_KEY,
    /** Wants to answer each 401 by itself. */
    AUTHENTICATOR,
    /** An interceptor sends each failed request again. */
    REPEATING,
    /** Some connections fail. */
    CONNECTING
  }

  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger keys = new AtomicInteger();
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private final ConcurrentHashMap<String, AtomicInteger> outcomes = new ConcurrentHashMap<>();

  @Test
  void noneIsSentTwiceAndEachIsFound() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (StartServer server = new StartServer()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        all.add(threads.submit(() -> startMany(server)));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(List.of(), List.copyOf(wrong));
    if (STARTS >= 1000) {
      assertEquals(
          Set.of("failed", "found", "found none", "started", "started after a failed connection"),
          outcomes.keySet());
    }
  }

  private Void startMany(StartServer server) throws Exception {
    Map<Kind, CortexClient> clients = new EnumMap<>(Kind.class);
    PlannedStart unused = new PlannedStart("unused", StartFault.NONE, 0, () -> {});
    AtomicInteger failedConnections = new AtomicInteger();
    try (Http2StartServer server2 = new Http2StartServer(unused);
        CortexClient client2 = http2(server2.port())) {
      for (Kind kind : Kind.values()) {
        clients.put(kind, client(kind, server.port(), failedConnections));
      }
      for (int i = next.getAndIncrement();
          i < STARTS && wrong.size() < MOST_WRONG;
          i = next.getAndIncrement()) {
        Random random = new Random(SEED * 1_000_003 + i);
        if (random.nextInt(5) == 0) {
          PlannedStart plan = plan(i, StartFault.random2(random), random);
          server2.plan(plan);
          check(plan, client2, null, random.nextBoolean(), () -> {});
        } else {
          Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
          PlannedStart plan = plan(i, StartFault.random(random), random);
          server.plan(plan);
          failedConnections.set(kind == Kind.CONNECTING ? random.nextInt(6) : 0);
          Runnable mend = () -> failedConnections.set(0);
          check(plan, requireNonNull(clients.get(kind)), kind, random.nextBoolean(), mend);
          server.forget(plan);
        }
      }
    } finally {
      clients.values().forEach(CortexClient::close);
    }
    return null;
  }

  private static PlannedStart plan(int number, StartFault fault, Random random) {
    Thread caller = Thread.currentThread();
    boolean interrupts = random.nextBoolean();
    return new PlannedStart(
        "work_" + number,
        fault,
        random.nextDouble(),
        () -> {
          if (interrupts) {
            caller.interrupt();
          }
        });
  }

  /**
   * @param mend makes all later connections succeed
   */
  private void check(
      PlannedStart plan, CortexClient client, @Nullable Kind kind, boolean isAsync, Runnable mend) {
    WorkflowHandle workflow = client.workflow("app_1", plan.workflow);
    RunHandle started = null;
    RuntimeException failure = null;
    try {
      started = isAsync ? joined(workflow) : workflow.start(REQUEST);
    } catch (RuntimeException e) {
      failure = e;
    }
    mend.run();
    awaitHandled(plan, failure);
    // The interrupt of a hanging server may come late, and belongs to no other start.
    Thread.interrupted();
    List<String> problems = new ArrayList<>();
    checkArrivals(plan, kind, problems);
    if (started != null) {
      count(kind == Kind.CONNECTING ? "started after a failed connection" : "started");
      if (!started.id().equals(plan.runId()) || plan.created() != 1) {
        problems.add("started " + started.id() + " of " + plan.created());
      }
    } else {
      checkFailure(plan, requireNonNull(failure), problems);
    }
    if (!problems.isEmpty()) {
      wrong.add(plan.workflow + ", " + plan.fault + ", " + kind + ": " + problems + " " + failure);
    }
  }

  private static RunHandle joined(WorkflowHandle workflow) {
    try {
      // An interrupt does not end this.
      return workflow.startAsync(REQUEST).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /**
   * Waits for the server if the client has not. It closes a connection only when it has handled the
   * start, or before the start comes.
   */
  private void awaitHandled(PlannedStart plan, @Nullable RuntimeException failure) {
    Throwable cause = failure instanceof StartUnknownException ? failure.getCause() : null;
    if (!(cause instanceof CortexTimeoutException || cause instanceof CortexCanceledException)) {
      return;
    }
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (true) {
      try {
        if (!plan.whenHandled().await(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
          wrong.add(plan.workflow + ", " + plan.fault + " never arrived: " + failure);
        }
        return;
      } catch (InterruptedException e) {
        // The server interrupts the caller before it has handled the start.
      }
    }
  }

  private static void checkArrivals(PlannedStart plan, @Nullable Kind kind, List<String> problems) {
    List<String> arrivals = plan.arrivals();
    boolean isRefused = plan.fault.name().equals("401");
    boolean mayRepeat =
        (kind == Kind.CHANGING_KEY && isRefused)
            || (kind == Kind.REPEATING && plan.fault.answer() != null && !plan.fault.isCreated());
    if (arrivals.size() > (mayRepeat ? 2 : 1)) {
      problems.add("arrived " + arrivals.size() + " times");
    }
    if (plan.created() > 1) {
      problems.add("created " + plan.created() + " times");
    }
  }

  private void checkFailure(PlannedStart plan, RuntimeException failure, List<String> problems) {
    if (!(failure instanceof CortexException)) {
      problems.add("failed with " + failure);
    } else if (failure instanceof StartUnknownException unknown) {
      FoundStarts found = unknown.findStarted();
      List<String> expected = plan.created() == 0 ? List.of() : List.of(plan.runId());
      List<String> ids = found.runs().stream().map(Run::id).toList();
      if (!ids.equals(expected)) {
        problems.add("found " + ids + " instead of " + expected);
      }
      if (found.verdict() == Verdict.INCOMPLETE || found.searchedUntil() == null) {
        problems.add("found " + found);
      }
      if (String.valueOf(failure.getMessage()).contains("canary")) {
        problems.add("shows the input");
      }
      count(ids.isEmpty() ? "found none" : "found");
    } else {
      count("failed");
      if (plan.created() > 0) {
        problems.add("exists, but failed for certain");
      }
    }
  }

  private void count(String outcome) {
    outcomes.computeIfAbsent(outcome, key -> new AtomicInteger()).incrementAndGet();
  }

  private static CortexClient.Builder builder(int port) {
    return CortexClient.builder()
        .baseUrl("http://127.0.0.1:" + port)
        .apiKey("key-of-a-start")
        .readTimeout(Duration.ofMillis(200))
        .retryPolicy(
            RetryPolicy.builder()
                .firstDelay(Duration.ofMillis(1))
                .longestDelay(Duration.ofMillis(2))
                .build());
  }

  private CortexClient client(Kind kind, int port, AtomicInteger failedConnections) {
    CortexClient.Builder builder = builder(port);
    OkHttpClient.Builder http = new OkHttpClient.Builder();
    switch (kind) {
      case PLAIN -> {
        return builder.build();
      }
      case CHANGING_KEY -> builder.credentials(() -> "key-number-" + keys.incrementAndGet());
      case AUTHENTICATOR ->
          http.authenticator(
              (route, response) ->
                  response.priorResponse() == null
                      ? response.request().newBuilder().header("Authorization", "mine").build()
                      : null);
      case REPEATING ->
          http.addInterceptor(
              chain -> {
                try {
                  okhttp3.Response first = chain.proceed(chain.request());
                  if (first.isSuccessful()) {
                    return first;
                  }
                  first.close();
                } catch (IOException e) {
                  // Tries again, whatever happened.
                }
                return chain.proceed(chain.request());
              });
      case CONNECTING -> http.socketFactory(new FailingSockets(failedConnections));
    }
    return builder.okHttpClient(http.build()).build();
  }

  private static CortexClient http2(int port) {
    OkHttpClient http =
        new OkHttpClient.Builder().protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE)).build();
    return builder(port).okHttpClient(http).build();
  }

  /** Creates sockets of which the next ones do not connect. */
  private static final class FailingSockets extends SocketFactory {
    private final AtomicInteger failures;

    FailingSockets(AtomicInteger failures) {
      this.failures = failures;
    }

    @Override
    public Socket createSocket() {
      return new Socket() {
        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
          if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new ConnectException("no connection this time");
          }
          super.connect(endpoint, timeout);
        }
      };
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
      throw new UnsupportedOperationException();
    }
  }
}
