package ai.withcortex.core;

import static java.util.Objects.requireNonNull;

import ai.withcortex.core.body.BodyLimits;
import ai.withcortex.core.body.DriftCount;
import ai.withcortex.core.body.DriftReporting;
import ai.withcortex.core.body.EncodedBody;
import ai.withcortex.core.body.JsonConverterFactory;
import ai.withcortex.core.call.CancellableCall;
import ai.withcortex.core.call.Connecting;
import ai.withcortex.core.call.DaemonThreads;
import ai.withcortex.core.call.Listeners;
import ai.withcortex.core.call.OkHttpQuirks;
import ai.withcortex.core.call.TimeSource;
import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.CortexCanceledException;
import ai.withcortex.core.error.CortexConnectionException;
import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.error.CortexException;
import ai.withcortex.core.error.CortexTimeoutException;
import ai.withcortex.core.event.DriftReport;
import ai.withcortex.core.http.BaseUrl;
import ai.withcortex.core.http.PathArguments;
import com.squareup.moshi.Moshi;
import java.util.Collections;
import java.util.List;
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
 * Sends the calls of the generated Retrofit interfaces and turns every outcome into a typed
 * response or exception.
 *
 * <pre>{@code
 * try (CortexTransport transport = CortexTransport.create(configuration, moshi)) {
 *   RunQuery failed = RunQuery.builder().status(RunStatus.FAILED).build();
 *   List<Run> runs = transport.call(RunsApi.class, api -> failed.call(api, "app_1", "work_1"));
 *   System.out.println(runs.size() + " runs");
 * }
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class CortexTransport implements AutoCloseable {
  /**
   * Creates a transport without sending anything.
   *
   * <p>If the configuration has no OkHttp client, the transport creates and owns one.
   *
   * @param configuration the base URL, the credentials, and the OkHttp client to build on
   * @param moshi the adapters that read and write bodies
   */
  public static CortexTransport create(CortexConfiguration configuration, Moshi moshi) {
    return create(configuration, moshi, TimeSource.REAL);
  }

  static CortexTransport create(CortexConfiguration configuration, Moshi moshi, TimeSource time) {
    requireNonNull(configuration, "configuration == null");
    requireNonNull(moshi, "moshi == null");
    return new CortexTransport(configuration, moshi, time);
  }

  /** OkHttp's default maximum number of concurrent asynchronous calls. */
  private static final int IDLE_CONNECTIONS = 64;

  /** Visible so that tests can inspect its pool. */
  final OkHttpClient client;

  private final String baseUrl;
  private final RequestCredentials credentials;
  private final boolean ownsClient;
  private final Retrofit retrofit;
  private final JsonConverterFactory bodies;
  private final CallContext policies;
  private final DriftCount drift = new DriftCount();
  private final OpenCalls openCalls = new OpenCalls();

  /** Whether requests get credentials as a tag, which takes a copy of each. */
  private volatile boolean attachesCredentials;

  /**
   * Caches implementations, because Retrofit reads the annotations again for each one that it
   * creates.
   */
  private final Map<Class<?>, Object> interfaces = new ConcurrentHashMap<>();

  private final ScheduledExecutorService timer;

  /**
   * Runs callbacks on the calling thread after the pool has shut down, so futures always complete.
   */
  private final ExecutorService threads =
      DaemonThreads.pool("cortex-call", (task, pool) -> task.run());

  private CortexTransport(CortexConfiguration configuration, Moshi moshi, TimeSource time) {
    Listeners listeners = new Listeners(configuration.listeners());
    baseUrl = configuration.baseUrl();
    HttpUrl root = BaseUrl.toRoot(baseUrl);
    credentials = new RequestCredentials(root, configuration.credentials());
    attachesCredentials = configuration.credentials().mayChange();
    ownsClient = configuration.okHttpClient() == null;
    // Our interceptors run after the user's, which can neither see nor redirect the key.
    OkHttpClient.Builder builder =
        base(configuration)
            .followSslRedirects(false)
            .addInterceptor(new CortexInterceptor(credentials, openCalls::failureOfRequest));
    builder.interceptors().add(0, EncodedBody::intercept);
    OkHttpQuirks.mendIn(builder);
    Connecting.heedCancelsIn(builder, configuration.okHttpClient(), threads);
    timer = time.newTimer();
    policies = new CallContext(configuration, builder, time, timer, listeners);
    client = policies.client;
    BodyLimits limits = configuration.bodyLimits();
    DriftReporting reporting =
        new DriftReporting(
            drift,
            event -> listeners.tell(listener -> listener.driftFound(event)),
            configuration.failOnDrift(),
            null);
    bodies = new JsonConverterFactory(moshi, limits, reporting);
    retrofit =
        new Retrofit.Builder()
            .baseUrl(root)
            .callFactory(
                request -> client.newCall(credentials.tagged(request, attachesCredentials)))
            .addCallAdapterFactory(new CancellableCall.Factory())
            .addConverterFactory(bodies)
            .build();
  }

  /** Returns a builder for the user's client with our timeouts, or for a new client. */
  private static OkHttpClient.Builder base(CortexConfiguration configuration) {
    OkHttpClient users = configuration.okHttpClient();
    if (users != null) {
      // A cache ignores API keys: clients that share a cache would read each other's runs.
      OkHttpClient.Builder builder = users.newBuilder().cache(null);
      configuration.timeouts().setIn(builder, users);
      return builder;
    }
    // OkHttp's own threads would keep a program alive for a minute after its last call.
    Dispatcher dispatcher = new Dispatcher(DaemonThreads.pool("cortex-http", new AbortPolicy()));
    // All calls go to one host.
    dispatcher.setMaxRequestsPerHost(dispatcher.getMaxRequests());
    // OkHttp keeps 5 by default, so with many threads most calls would have to connect first.
    ConnectionPool connections = new ConnectionPool(IDLE_CONNECTIONS, 5, TimeUnit.MINUTES);
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder().dispatcher(dispatcher).connectionPool(connections);
    if (!BaseUrl.toRoot(configuration.baseUrl()).isHttps()) {
      // Redirects to https are not followed, and TLS would make OkHttp load all certificates.
      builder.connectionSpecs(Collections.singletonList(ConnectionSpec.CLEARTEXT));
    }
    configuration.timeouts().setIn(builder, null);
    return builder;
  }

  /**
   * Returns an implementation of a Retrofit interface whose methods return {@link Call}.
   *
   * <p>The paths of the methods must be relative ({@code apps/{app_id}}, no leading slash);
   * otherwise, Retrofit would drop the path prefix of the base URL.
   *
   * <p>The methods of a returned {@link Call} make a single attempt, without retries or events.
   * They throw Retrofit's exceptions and return error responses as a {@code Response}. Callbacks
   * run on an OkHttp thread, even on Android. For retries, events and typed exceptions, use {@link
   * #call} or {@link #execute}.
   */
  public <T> T api(Class<T> retrofitInterface) {
    requireNonNull(retrofitInterface, "retrofitInterface == null");
    return retrofitInterface.cast(interfaces.computeIfAbsent(retrofitInterface, retrofit::create));
  }

  /**
   * Creates a call with a Retrofit interface, sends it as {@link #execute(Call)} does, and returns
   * the decoded body, or null for an operation without a response body ({@code Call<Void>}).
   *
   * @param operation creates the call with the given interface. A call that was created by a
   *     different transport or by your own {@code Retrofit} is sent by its creator, to the host and
   *     with the key and body limit of that creator. A call that was already sent is rejected.
   * @throws CortexException as {@link #execute(Call)} does; exceptions thrown by the operation are
   *     passed on
   */
  public <S, T extends @Nullable Object> T call(
      Class<S> api, Function<? super S, Call<T>> operation) {
    return execute(made(api, operation)).body();
  }

  /**
   * Creates and sends a call like {@link #call(Class, Function)}, with its own credentials instead
   * of those of the configuration.
   *
   * @throws IllegalArgumentException if the operation returns a call that does not belong to this
   *     transport, or that goes to a different server
   */
  public <S, T extends @Nullable Object> T call(
      Class<S> api, Function<? super S, Call<T>> operation, Credentials credentials) {
    CallLimits limits = CallLimits.NONE.credentials(credentials);
    return execute(made(api, operation), limits).body();
  }

  /**
   * Creates a call with a Retrofit interface and sends it without blocking, as {@link
   * #executeAsync(Call)} does. The future fails with the exceptions that {@link #call} throws, and
   * canceling or completing the future ends the call. Exceptions thrown by the operation are thrown
   * immediately.
   */
  public <S, T extends @Nullable Object> CompletableFuture<T> callAsync(
      Class<S> api, Function<? super S, Call<T>> operation) {
    return bodyOf(executeAsync(made(api, operation)));
  }

  /**
   * Creates and sends a call like {@link #callAsync(Class, Function)}, with its own credentials
   * instead of those of the configuration.
   *
   * @throws IllegalArgumentException if the operation returns a call that does not belong to this
   *     transport, or that goes to a different server
   */
  public <S, T extends @Nullable Object> CompletableFuture<T> callAsync(
      Class<S> api, Function<? super S, Call<T>> operation, Credentials credentials) {
    CallLimits limits = CallLimits.NONE.credentials(credentials);
    return bodyOf(executeAsync(made(api, operation), limits));
  }

  private static <T extends @Nullable Object> CompletableFuture<T> bodyOf(
      CompletableFuture<ApiResponse<T>> sent) {
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
    return requireNonNull(
        operation.apply(api(api)), "the operation returned null instead of a call");
  }

  /**
   * Sends a call, blocks the calling thread until the response has been read, and returns it.
   *
   * <p>The call is retried according to the retry policy. An interrupt, a cancellation, a timeout,
   * or closing this transport ends the call within 200 ms, even between attempts. User code that
   * runs during a call, such as a credentials supplier or an interceptor, must therefore respond to
   * interrupts: if it is still running after the call or an attempt has ended, the thread is
   * interrupted. That interrupt is cleared when the code returns, along with any later interrupt of
   * your own. Code that ignores interrupts delays the end of the call. With OkHttp 4 and your own
   * socket factory, a call that is ended while the factory creates a socket does not return until
   * the connect timeout expires, or with https, the read timeout.
   *
   * @throws CortexApiException if the status is not 2xx
   * @throws CortexTimeoutException if a timeout ends the call
   * @throws CortexConnectionException if no complete response arrives
   * @throws CortexCanceledException if an interrupt, cancellation, or {@link #close} ends the call
   * @throws CortexDataException if the body is not the expected JSON
   * @throws IllegalArgumentException if a path parameter is blank
   * @throws IllegalStateException if the call has already been executed, or this transport is
   *     closed
   */
  public <T extends @Nullable Object> ApiResponse<T> execute(Call<T> call) {
    return execute(call, CallLimits.NONE);
  }

  /** Sends a call like {@link #execute(Call)}, with additional limits. */
  public <T extends @Nullable Object> ApiResponse<T> execute(Call<T> call, CallLimits limits) {
    ClientCall<T> clientCall = newCall(call, limits);
    openCalls.add(clientCall);
    try {
      openCalls.watch();
      ApiResponse<T> answer = clientCall.attempt();
      while (answer == null) {
        clientCall.pause();
        answer = clientCall.attempt();
      }
      return answer;
    } catch (Throwable e) {
      // Kotlin code can throw undeclared checked exceptions.
      clientCall.endsWith(e);
      throw e;
    } finally {
      openCalls.remove(clientCall);
    }
  }

  /**
   * Sends a call without waiting for the response. The future fails with the exceptions that {@link
   * #execute} throws. The {@link CredentialsSupplier} of the client is called before this method
   * returns.
   *
   * <p>Canceling the future, or completing it in any other way, ends the call immediately, even
   * between attempts. Dependent stages run on the transport's own threads and may block.
   *
   * @throws IllegalArgumentException if a path parameter is blank
   * @throws IllegalStateException if the call has already been executed, or this transport is
   *     closed
   */
  public <T extends @Nullable Object> CompletableFuture<ApiResponse<T>> executeAsync(Call<T> call) {
    return executeAsync(call, CallLimits.NONE);
  }

  /** Sends a call like {@link #executeAsync(Call)}, with additional limits. */
  public <T extends @Nullable Object> CompletableFuture<ApiResponse<T>> executeAsync(
      Call<T> call, CallLimits limits) {
    ClientCall<T> clientCall = newCall(call, limits);
    return new AsyncClientCall<>(clientCall, openCalls, timer, threads).start();
  }

  private <T extends @Nullable Object> ClientCall<T> newCall(Call<T> call, CallLimits limits) {
    openCalls.requireOpen();
    Call<T> own = ClientCall.unsent(call);
    if (limits.credentials != null) {
      attachesCredentials = true;
      if (RequestCredentials.of(call.request()) == null) {
        // Someone has looked at its request before.
        own = CancellableCall.renewed(call);
      }
      credentials.requireOwn(own.request());
    }
    PathArguments.requireNotBlank(own.request());
    return new ClientCall<>(policies, own, limits);
  }

  /**
   * Reads the body of an error response as the type that the spec defines for its status.
   *
   * <p>The transport receives only the first 64 KiB of an error body; no more can be read.
   *
   * @throws CortexDataException if the body is not the expected JSON, such as a gateway's error
   *     page
   */
  public <T> T errorBody(CortexApiException failure, Class<T> type) {
    return bodies.read(failure, type);
  }

  /** Returns a report of how the responses so far have differed from the spec. */
  public DriftReport drift() {
    return drift.report();
  }

  /**
   * Ends the calls in flight, which fail with a {@link CortexCanceledException}, and releases
   * threads and idle connections. Later calls throw an {@link IllegalStateException}, or an
   * IOException if they are sent by the methods of {@link Call}.
   *
   * <p>If you configured your own OkHttp client, its threads, connections and other calls are not
   * affected. Closing a transport twice has no effect.
   */
  @Override
  public void close() {
    openCalls.close();
    timer.shutdownNow();
    threads.shutdown();
    if (ownsClient) {
      client.dispatcher().cancelAll();
      // A credentials supplier may be waiting on a thread of the dispatcher.
      List<Runnable> unused = client.dispatcher().executorService().shutdownNow();
      closeIdleConnections();
    }
  }

  /** Returns text that includes the base URL but not the API key. */
  @Override
  public String toString() {
    return "CortexTransport{baseUrl=" + baseUrl + "}";
  }

  /**
   * Closes connections on a separate thread, because closing TLS writes to the network, which
   * Android forbids on its main thread.
   */
  private void closeIdleConnections() {
    Executor own = task -> DaemonThreads.named("cortex-close").newThread(task).start();
    CompletableFuture.runAsync(client.connectionPool()::evictAll, own).join();
  }
}
