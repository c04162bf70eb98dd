package ai.withcortex.core;

import static java.util.Objects.requireNonNull;

import com.squareup.moshi.Moshi;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor.AbortPolicy;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Retrofit;

/**
 * Sends the calls of the generated Retrofit interfaces and turns every outcome into a typed one.
 *
 * <pre>{@code
 * try (CortexTransport transport = CortexTransport.create(configuration, moshi)) {
 *   RunQuery failed = RunQuery.builder().status(RunStatus.FAILED).build();
 *   List<Run> runs = transport.call(RunsApi.class, api -> failed.call(api, "app_1", "work_1"));
 *   System.out.println(runs.size() + " runs");
 * }
 * }</pre>
 *
 * <p>Safe to use from several threads.
 */
public final class CortexTransport implements AutoCloseable {
  /**
   * Makes a transport; nothing is sent yet.
   *
   * <p>Without a client of the user's own in the configuration the transport makes one and owns it.
   *
   * @param configuration where the API is, the key, and the client to derive from
   * @param moshi how bodies are read and written
   */
  public static CortexTransport create(CortexConfiguration configuration, Moshi moshi) {
    return create(configuration, moshi, TimeAndChance.REAL);
  }

  static CortexTransport create(
      CortexConfiguration configuration, Moshi moshi, TimeAndChance time) {
    requireNonNull(configuration, "configuration == null");
    requireNonNull(moshi, "moshi == null");
    return new CortexTransport(configuration, moshi, time);
  }

  /** As many as OkHttp has asynchronous calls on their way at once. */
  private static final int IDLE_CONNECTIONS = 64;

  /** Tests look into its pool. */
  final OkHttpClient client;

  private final boolean ownsClient;
  private final Retrofit retrofit;
  private final JsonConverterFactory bodies;
  private final Policies policies;
  private final DriftCount drift = new DriftCount();
  private final OpenCalls openCalls = new OpenCalls();

  /** Retrofit reads the annotations of an interface anew for each that it makes. */
  private final Map<Class<?>, Object> interfaces = new ConcurrentHashMap<>();

  private final ScheduledExecutorService timer;

  /** A future is completed even when the pool is not there any more. */
  private final ExecutorService threads =
      DaemonThreads.pool("cortex-call", (task, pool) -> task.run());

  private CortexTransport(CortexConfiguration configuration, Moshi moshi, TimeAndChance time) {
    Listeners listeners = new Listeners(configuration.listeners());
    HttpUrl root = BaseUrlRule.toRoot(configuration.baseUrl());
    ownsClient = configuration.okHttpClient() == null;
    // Ours come after the user's interceptors: those do not see the key, and may not redirect it.
    OkHttpClient.Builder builder =
        base(configuration)
            .followSslRedirects(false)
            .addInterceptor(new CortexInterceptor(root, configuration.credentials()));
    OkHttpQuirks.mendIn(builder);
    Connecting.heedCancelsIn(builder, configuration.okHttpClient(), threads);
    client = builder.build();
    BodyLimits limits = configuration.bodyLimits();
    DriftReporting reporting = new DriftReporting(drift, listeners, configuration.failOnDrift());
    bodies = new JsonConverterFactory(moshi, limits, reporting);
    retrofit =
        new Retrofit.Builder()
            .baseUrl(root)
            .client(client)
            .addCallAdapterFactory(new HookedCall.Factory())
            .addConverterFactory(bodies)
            .build();
    policies = new Policies(configuration, client, time, listeners);
    timer = time.newTimer();
  }

  /** The client to build on: the user's with what was asked for, or a new one. */
  private static OkHttpClient.Builder base(CortexConfiguration configuration) {
    OkHttpClient users = configuration.okHttpClient();
    if (users != null) {
      OkHttpClient.Builder builder = users.newBuilder();
      configuration.timeouts().setIn(builder, users);
      return builder;
    }
    // OkHttp's own threads would keep a program alive for a minute after its last call.
    Dispatcher dispatcher = new Dispatcher(DaemonThreads.pool("cortex-http", new AbortPolicy()));
    // All calls go to one host.
    dispatcher.setMaxRequestsPerHost(dispatcher.getMaxRequests());
    // OkHttp keeps 5, so that most calls of many threads would begin with connecting.
    ConnectionPool connections = new ConnectionPool(IDLE_CONNECTIONS, 5, TimeUnit.MINUTES);
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder().dispatcher(dispatcher).connectionPool(connections);
    if (!BaseUrlRule.toRoot(configuration.baseUrl()).isHttps()) {
      // Nothing leads from http to https, and OkHttp would read all certificates that are trusted.
      builder.connectionSpecs(Collections.singletonList(ConnectionSpec.CLEARTEXT));
    }
    configuration.timeouts().setIn(builder, null);
    return builder;
  }

  /**
   * Makes the calls of a Retrofit interface, whose methods return {@link Call}.
   *
   * <p>Their paths have to be relative ({@code apps/{app_id}}, no slash in front): Retrofit would
   * drop a path prefix of the base URL otherwise.
   *
   * <p>A call that is sent by its own methods is sent bare: once, within the limit of one attempt,
   * and without events. It fails with Retrofit's exceptions, and answers an error status with a
   * {@code Response}. Its callback runs on a thread of OkHttp's, on Android too. {@link #call} and
   * {@link #execute} have all that.
   */
  public <T> T api(Class<T> retrofitInterface) {
    requireNonNull(retrofitInterface, "retrofitInterface == null");
    return retrofitInterface.cast(interfaces.computeIfAbsent(retrofitInterface, retrofit::create));
  }

  /**
   * Makes a call of a Retrofit interface, sends it as {@link #execute(Call)} does, and returns what
   * its answer is read as; null for an operation that answers with nothing, {@code Call<Void>}.
   *
   * @param operation makes the call with the interface that it is given. A call of another
   *     transport or of a {@code Retrofit} of your own is sent by that one: to its host, with its
   *     key and its body limit. A call that was sent before is refused.
   * @throws CortexException as {@link #execute(Call)} does; what the operation throws is thrown on
   */
  public <S, T extends @Nullable Object> T call(
      Class<S> api, Function<? super S, Call<T>> operation) {
    return execute(made(api, operation)).body();
  }

  /**
   * The same without blocking, as {@link #executeAsync(Call)} does; the future fails with what that
   * one fails with, and ending it ends the call. What the operation throws is thrown at once.
   */
  public <S, T extends @Nullable Object> CompletableFuture<T> callAsync(
      Class<S> api, Function<? super S, Call<T>> operation) {
    CompletableFuture<ApiResponse<T>> sent = executeAsync(made(api, operation));
    CompletableFuture<T> body = new CompletableFuture<>();
    CompletableFuture<?> unused =
        sent.whenComplete(
            (response, failure) -> {
              if (failure == null) {
                body.complete(response.body());
              } else {
                body.completeExceptionally(failure);
              }
            });
    unused = body.whenComplete((any, failure) -> sent.cancel(true));
    return body;
  }

  private <S, T extends @Nullable Object> Call<T> made(
      Class<S> api, Function<? super S, Call<T>> operation) {
    requireNonNull(operation, "operation == null");
    return requireNonNull(operation.apply(api(api)), "the operation made no call but null");
  }

  /**
   * Sends one call on the calling thread, which blocks until its answer is read, and returns it.
   *
   * <p>It is repeated as the retry policy says. Interrupting the thread, canceling the call and
   * closing this end it within 200 ms, also between attempts, and so do the time limits. Code of
   * the user's that runs within a call, such as a credentials supplier or an interceptor, has to
   * heed interrupts for that: where it still runs after the end, the thread is interrupted, and is
   * not any more when this returns. Code that does not heed them delays the end.
   *
   * @throws CortexApiException if the status is not 2xx
   * @throws CortexTimeoutException if a time limit ends the call
   * @throws CortexConnectionException if no complete answer arrives, or the call is ended
   * @throws CortexDataException if the body is not the JSON that it should be
   * @throws IllegalStateException if the call was executed before
   */
  public <T extends @Nullable Object> ApiResponse<T> execute(Call<T> call) {
    return execute(call, CallLimits.NONE);
  }

  /** The same within further limits. */
  public <T extends @Nullable Object> ApiResponse<T> execute(Call<T> call, CallLimits limits) {
    Execution<T> execution = new Execution<>(policies, call, limits);
    openCalls.add(execution);
    try {
      openCalls.watch();
      ApiResponse<T> answer = execution.attempt();
      while (answer == null) {
        execution.pause();
        answer = execution.attempt();
      }
      return answer;
    } catch (Throwable e) {
      // Kotlin throws what it does not declare.
      execution.endsWith(e);
      throw e;
    } finally {
      openCalls.remove(execution);
    }
  }

  /**
   * Sends one call without blocking; the future fails with what {@link #execute} throws.
   *
   * <p>Canceling the future, or completing it in any other way, ends the call at once, also between
   * attempts. What depends on it runs on threads of the transport's own, and may block.
   *
   * @throws IllegalStateException if the call was executed before
   */
  public <T extends @Nullable Object> CompletableFuture<ApiResponse<T>> executeAsync(Call<T> call) {
    return executeAsync(call, CallLimits.NONE);
  }

  /** The same within further limits. */
  public <T extends @Nullable Object> CompletableFuture<ApiResponse<T>> executeAsync(
      Call<T> call, CallLimits limits) {
    Execution<T> execution = new Execution<>(policies, call, limits);
    return AsyncExecution.start(execution, openCalls, timer, threads);
  }

  /**
   * Reads the body of an error answer as what the spec says of its status.
   *
   * <p>Of a body only 64 KiB are received, so a longer one cannot be read.
   *
   * @throws CortexDataException if the body is not the JSON that it should be, such as the page of
   *     a gateway
   */
  public <T> T errorBody(CortexApiException failure, Class<T> type) {
    return failure.answer.read(bodies.reader(type));
  }

  /** How the answers differed from the spec so far. */
  public DriftReport drift() {
    return drift.report();
  }

  /**
   * Ends the calls on their way and lets go of threads and idle connections.
   *
   * <p>A client of the user's own keeps its threads, its connections and its other calls. Closing
   * again has no effect.
   */
  @Override
  public void close() {
    openCalls.close();
    timer.shutdownNow();
    threads.shutdown();
    if (ownsClient) {
      client.dispatcher().cancelAll();
      client.dispatcher().executorService().shutdown();
      closeIdleConnections();
    }
  }

  /** On a thread of its own: closing TLS writes, which Android forbids to its main thread. */
  private void closeIdleConnections() {
    Executor own = task -> DaemonThreads.named("cortex-close").newThread(task).start();
    CompletableFuture.runAsync(client.connectionPool()::evictAll, own).join();
  }
}
