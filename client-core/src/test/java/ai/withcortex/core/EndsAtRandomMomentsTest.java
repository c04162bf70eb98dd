package ai.withcortex.core;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.call.DaemonThreads;
import ai.withcortex.core.error.CortexException;
import com.squareup.moshi.Moshi;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;

/**
 * Blocking calls that are held in each phase and ended at random moments: all end in time, and
 * nothing is left behind. How many is the property {@code ends}, 100,000 in CI, and then each has
 * 200 ms.
 */
@Timeout(1800)
@Tag("no-mutation")
final class EndsAtRandomMomentsTest {
  private static final int ENDS = Integer.getInteger("ends", 3000);
  private static final long SEED = Long.getLong("ends.seed", 18);
  private static final int THREADS = 24;

  /** A machine that does much else at the same time says little about times. */
  private static final long LIMIT_NANOS =
      TimeUnit.MILLISECONDS.toNanos(System.getProperty("ends") == null ? 2000 : 200);

  /** How many ends are not timed: they load classes. */
  private static final int WARM_UP = 1000;

  /** How many threads an end passes through, each of which may have to wait for a processor. */
  private static final int HANDOVERS = 3;

  private static final int MOST_WRONG = 10;
  private static final int LATEST_MICROS = 30_000;
  private static final Duration DAY = Duration.ofDays(1);

  /** What a call is held in. */
  private enum Phase {
    TURN,
    SUPPLIER,
    INTERCEPTOR,
    LOOKUP,
    CONNECT,
    TLS,
    REQUEST,
    HEADERS,
    BODY,
    BACKOFF
  }

  /** What ends a call, and the end of the message. */
  private enum Way {
    INTERRUPT("was stopped because its thread was interrupted"),
    CANCEL("/held was canceled"),
    CLOSE("was stopped because the client was closed"),
    DEADLINE("within the total timeout of ");

    private final String words;

    Way(String words) {
      this.words = words;
    }
  }

  private interface HeldApi {
    @GET("held")
    Call<List<String>> get();

    @POST("held")
    Call<Void> post(@Body RequestBody body);
  }

  private static final CountDownLatch NEVER = new CountDownLatch(1);
  private static final List<Closeable> OPEN = new ArrayList<>();
  private static final List<HoldingServer> SERVERS = new ArrayList<>();
  private static final Map<Phase, String> URLS = new EnumMap<>(Phase.class);
  private static final Map<Phase, OkHttpClient> CLIENTS = new EnumMap<>(Phase.class);
  private static final Map<Phase, CortexTransport> TRANSPORTS = new EnumMap<>(Phase.class);

  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

  /** The ends that are on their way, and when they begin. */
  private final Map<String, Long> running = new ConcurrentHashMap<>();

  private final ScheduledExecutorService triggers = Executors.newScheduledThreadPool(4);

  @BeforeAll
  static void start() throws IOException {
    String silent = serve("", false);
    for (Phase phase : Phase.values()) {
      URLS.put(phase, "http://127.0.0.1:" + silent);
    }
    URLS.put(Phase.LOOKUP, "http://name.example:1");
    URLS.put(Phase.CONNECT, HeldServer.full(OPEN));
    URLS.put(Phase.TLS, "https://127.0.0.1:" + silent);
    URLS.put(Phase.REQUEST, "http://127.0.0.1:" + serve("", true));
    String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n";
    URLS.put(Phase.BODY, "http://127.0.0.1:" + serve(head + "[", false));
    String later = "HTTP/1.1 503 Busy\r\nRetry-After: 3600\r\nContent-Length: 0\r\n\r\n";
    URLS.put(Phase.BACKOFF, "http://127.0.0.1:" + serve(later, false));
    for (Phase phase : Phase.values()) {
      CLIENTS.put(phase, client(phase));
      TRANSPORTS.put(phase, transport(phase));
    }
  }

  @AfterAll
  static void stop() throws IOException {
    for (HoldingServer server : SERVERS) {
      server.close();
    }
    for (Closeable one : OPEN) {
      one.close();
    }
  }

  @Test
  void allEndInTimeAndLeaveNothing() throws Exception {
    AtomicInteger next = new AtomicInteger();
    ExecutorService callers = Executors.newFixedThreadPool(THREADS, DaemonThreads.named("caller"));
    try (StallMeter meter = new StallMeter()) {
      List<Future<?>> loops = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        loops.add(
            callers.submit(
                () -> {
                  for (int end = next.getAndIncrement();
                      end < ENDS && wrong.size() < MOST_WRONG;
                      end = next.getAndIncrement()) {
                    end(end, meter);
                  }
                }));
      }
      for (Future<?> one : loops) {
        awaitUnless(one, () -> missed() || wrong.size() >= MOST_WRONG);
      }
    }
    callers.shutdown();
    triggers.shutdown();
    assertTrue(triggers.awaitTermination(20, TimeUnit.SECONDS));

    assertEquals(List.of(), List.copyOf(wrong));
    assertNothingLeft();
  }

  private static void awaitUnless(Future<?> future, BooleanSupplier isPointless) throws Exception {
    while (!future.isDone() && !isPointless.getAsBoolean()) {
      try {
        future.get(100, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        // Looks again.
      }
    }
  }

  /** Whether a call has not ended for long, which is then told. */
  private boolean missed() {
    long now = System.nanoTime();
    running.forEach(
        (name, end) -> {
          if (now - end > TimeUnit.SECONDS.toNanos(20) && running.remove(name) != null) {
            wrong.add(name + "has not ended");
          }
        });
    return wrong.stream().anyMatch(one -> one.endsWith("has not ended"));
  }

  private void end(int number, StallMeter meter) {
    Random random = new Random(SEED * 1_000_003 + number);
    Phase phase = Phase.values()[random.nextInt(Phase.values().length)];
    Way any = Way.values()[random.nextInt(Way.values().length)];
    // No call waits for longer than its deadline lets it.
    Way way = phase == Phase.BACKOFF && any == Way.DEADLINE ? Way.CANCEL : any;
    long moment = TimeUnit.MICROSECONDS.toNanos(1 + random.nextInt(LATEST_MICROS));
    // Repetitions without a success use up the budget of a transport.
    boolean isOwn = way == Way.CLOSE || phase == Phase.BACKOFF;
    CortexTransport transport = isOwn ? transport(phase) : of(TRANSPORTS, phase);
    HeldApi api = transport.api(HeldApi.class);
    Call<?> call = phase == Phase.REQUEST ? api.post(new EndlessBody()) : api.get();
    Thread caller = Thread.currentThread();
    long[] ended = {System.nanoTime() + moment};
    CallLimits limits = CallLimits.NONE;
    Future<?> triggered;
    if (way == Way.DEADLINE) {
      limits = limits.total(Duration.ofNanos(moment));
      triggered = CompletableFuture.completedFuture(null);
    } else {
      Runnable trigger =
          switch (way) {
            case INTERRUPT -> caller::interrupt;
            case CANCEL -> call::cancel;
            default -> transport::close;
          };
      triggered =
          triggers.schedule(
              () -> {
                ended[0] = System.nanoTime();
                trigger.run();
              },
              moment,
              TimeUnit.NANOSECONDS);
    }
    String name = "end " + number + ", " + way + " in " + phase + ": ";
    running.put(name, ended[0]);
    String problem = problem(transport, call, limits, way);
    running.remove(name);
    long now = System.nanoTime();
    boolean isInterrupted = Thread.interrupted();
    awaitUninterruptibly(triggered);
    boolean lateInterrupt = Thread.interrupted();
    long late = now - ended[0] - HANDOVERS * meter.stalledNanos(ended[0], now);
    if (isOwn) {
      transport.close();
    }
    if (problem != null) {
      wrong.add(name + problem);
    } else if (late > LIMIT_NANOS && number >= WARM_UP) {
      wrong.add(name + "ended after " + TimeUnit.NANOSECONDS.toMillis(late) + " ms");
    } else if ((isInterrupted || lateInterrupt) != (way == Way.INTERRUPT)) {
      wrong.add(name + "the thread's flag is " + isInterrupted);
    }
  }

  /** What is wrong with the end of the call; null if nothing is. */
  private static @Nullable String problem(
      CortexTransport transport, Call<?> call, CallLimits limits, Way way) {
    try {
      transport.execute(call, limits);
      return "it was answered";
    } catch (CortexException e) {
      return String.valueOf(e.getMessage()).contains(way.words) ? null : e.toString();
    } catch (IllegalStateException e) {
      // The close may come before the call.
      return way == Way.CLOSE ? null : e.toString();
    } catch (RuntimeException e) {
      return e.toString();
    }
  }

  private static void awaitUninterruptibly(Future<?> future) {
    boolean isInterrupted = false;
    while (true) {
      try {
        future.get();
        break;
      } catch (InterruptedException e) {
        isInterrupted = true;
      } catch (ExecutionException e) {
        throw new AssertionError(e);
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void assertNothingLeft() throws InterruptedException {
    for (Phase phase : Phase.values()) {
      of(TRANSPORTS, phase).close();
      OkHttpClient client = of(CLIENTS, phase);
      ConnectionPool pool = client.connectionPool();
      assertEquals(pool.idleConnectionCount(), pool.connectionCount(), phase.name());
      pool.evictAll();
      assertEquals(0, client.dispatcher().runningCallsCount());
    }
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("cortex-")) {
        thread.join(30_000);
        assertFalse(thread.isAlive(), thread::getName);
      }
    }
    for (HoldingServer server : SERVERS) {
      while (server.open() > 0) {
        LockSupport.parkNanos(1_000_000);
      }
    }
  }

  private static <T> T of(Map<Phase, T> values, Phase phase) {
    return requireNonNull(values.get(phase));
  }

  private static CortexTransport transport(Phase phase) {
    CortexConfiguration.Builder configuration =
        CortexConfiguration.builder()
            .apiKey(TestServer.KEY)
            .baseUrl(of(URLS, phase))
            .allowPlainHttp()
            .okHttpClient(of(CLIENTS, phase))
            .connectTimeout(DAY)
            .readTimeout(DAY)
            .writeTimeout(DAY)
            .attemptTimeout(DAY)
            .totalTimeout(DAY)
            .retryPolicy(RetryPolicy.builder().longestRetryAfter(DAY).build());
    if (phase == Phase.SUPPLIER) {
      configuration.credentials(() -> held());
    }
    if (phase == Phase.TURN) {
      configuration.requestsPerSecond(0.001);
    }
    CortexTransport transport =
        CortexTransport.create(configuration.build(), new Moshi.Builder().build());
    if (phase == Phase.TURN) {
      // Has the only turn for a long time.
      transport.executeAsync(transport.api(HeldApi.class).get()).cancel(true);
    }
    return transport;
  }

  private static OkHttpClient client(Phase phase) {
    OkHttpClient.Builder client = new OkHttpClient.Builder();
    if (phase == Phase.INTERCEPTOR) {
      client.addInterceptor(
          chain -> chain.proceed(chain.request().newBuilder().header("x", held()).build()));
    }
    if (phase == Phase.LOOKUP) {
      client.dns(EndsAtRandomMomentsTest::hang);
    }
    return client.build();
  }

  /** Code of a user's that heeds interrupts. */
  private static String held() throws IOException {
    try {
      NEVER.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("not any more");
    }
    return "";
  }

  /** A name server that needs half a second, whatever happens meanwhile. */
  private static List<InetAddress> hang(String host) throws UnknownHostException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(500);
    while (System.nanoTime() < end) {
      Thread.interrupted();
      LockSupport.parkNanos(end - System.nanoTime());
    }
    throw new UnknownHostException(host);
  }

  private static String serve(String answer, boolean isDeaf) throws IOException {
    HoldingServer server = new HoldingServer(answer, isDeaf);
    SERVERS.add(server);
    return String.valueOf(server.port());
  }
}
