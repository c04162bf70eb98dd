package ai.withcortex.core;

import static java.util.Objects.requireNonNull;

import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Clock;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import retrofit2.Call;
import retrofit2.Invocation;
import retrofit2.Response;
import retrofit2.Retrofit;

/**
 * Sends the calls of the generated Retrofit interfaces and turns every outcome into a typed one.
 *
 * <pre>{@code
 * try (CortexTransport transport = CortexTransport.create(configuration, moshi)) {
 *   RunsApi api = transport.api(RunsApi.class);
 *   List<Run> runs = transport.execute(api.listRuns("app_1", "work_1", null, null, null, 1, 100, null)).body();
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
    return create(configuration, moshi, Clock.systemUTC());
  }

  static CortexTransport create(CortexConfiguration configuration, Moshi moshi, Clock clock) {
    requireNonNull(configuration, "configuration == null");
    requireNonNull(moshi, "moshi == null");
    return new CortexTransport(configuration, moshi, clock);
  }

  private final OkHttpClient client;
  private final boolean ownsClient;
  private final Retrofit retrofit;
  private final ErrorAnswerReader errorAnswers;
  private final CallFailure failures;

  private CortexTransport(CortexConfiguration configuration, Moshi moshi, Clock clock) {
    OkHttpClient users = configuration.okHttpClient();
    HttpUrl root = BaseUrlRule.toRoot(configuration.baseUrl());
    ownsClient = users == null;
    // Ours come after the user's interceptors: those do not see the key, and may not redirect it.
    client =
        (users == null ? new OkHttpClient.Builder() : users.newBuilder())
            .followSslRedirects(false)
            .addInterceptor(new ErrorBodyInterceptor())
            .addInterceptor(new RequestHeadersInterceptor(root, configuration.apiKey()))
            .build();
    retrofit =
        new Retrofit.Builder()
            .baseUrl(root)
            .client(client)
            .addConverterFactory(new JsonConverterFactory(moshi))
            .build();
    errorAnswers = new ErrorAnswerReader(configuration.apiKey(), clock);
    failures = new CallFailure(client);
  }

  /**
   * Makes the calls of a Retrofit interface, whose methods return {@link Call}.
   *
   * <p>Their paths have to be relative ({@code apps/{app_id}}, no slash in front): Retrofit would
   * drop a path prefix of the base URL otherwise.
   */
  public <T> T api(Class<T> retrofitInterface) {
    return retrofit.create(retrofitInterface);
  }

  /**
   * Sends one call, blocks until its answer is read, and returns it.
   *
   * @throws CortexApiException if the status is not 2xx
   * @throws CortexTimeoutException if a time limit of the client ends the call
   * @throws CortexConnectionException if no complete answer arrives, or the thread is interrupted
   * @throws CortexDataException if the body is not the JSON that it should be
   * @throws IllegalStateException if the call was executed before
   */
  @SuppressWarnings("NullAway") // The body is null for Call<Void> only, which has no other value.
  public <T> ApiResponse<T> execute(Call<T> call) {
    Request request = call.request();
    Response<T> response;
    try {
      response = call.execute();
    } catch (UnreadableBodyException e) {
      throw e.toDataException(RequestName.of(request));
    } catch (IOException e) {
      throw failures.toException(call, request, e);
    }
    if (!response.isSuccessful()) {
      throw errorAnswers.read(request, response);
    }
    T body = response.body();
    if (body == null && hasBody(request)) {
      throw new CortexDataException(
          "Cannot read the answer to "
              + RequestName.of(request)
              + ": expected JSON, found an empty body or null (HTTP "
              + response.code()
              + ")",
          null,
          null);
    }
    return new ApiResponse<>(response.code(), ResponseHeaders.toMap(response.headers()), body);
  }

  /** Whether the method that made the request answers with more than {@code Void}. */
  private static boolean hasBody(Request request) {
    Invocation invocation = request.tag(Invocation.class);
    if (invocation == null) {
      return true;
    }
    Type call = invocation.method().getGenericReturnType();
    return !(call instanceof ParameterizedType)
        || ((ParameterizedType) call).getActualTypeArguments()[0] != Void.class;
  }

  /**
   * Lets go of threads and idle connections if the client is the transport's own; else does
   * nothing.
   *
   * <p>Closing again has no effect. A running call ends undisturbed.
   */
  @Override
  public void close() {
    if (ownsClient) {
      client.dispatcher().executorService().shutdown();
      client.connectionPool().evictAll();
    }
  }
}
