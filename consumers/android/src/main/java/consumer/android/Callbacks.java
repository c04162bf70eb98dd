package consumer.android;

import ai.withcortex.api.RunQuery;
import ai.withcortex.api.RunsApi;
import ai.withcortex.client.CortexClient;
import ai.withcortex.client.CortexJson;
import ai.withcortex.client.paging.Receipt;
import ai.withcortex.core.CortexConfiguration;
import ai.withcortex.core.CortexTransport;
import ai.withcortex.model.Run;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import javax.net.SocketFactory;
import okhttp3.OkHttpClient;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.converter.moshi.MoshiConverterFactory;

/** Tells on which threads an app hears of answers. */
public final class Callbacks {
  private Callbacks() {}

  /** The generated interface in a Retrofit of the app's own; returns when the answer has come. */
  public static void ofBareRetrofit(String baseUrl, String key, BiConsumer<Thread, Object> told)
      throws InterruptedException {
    OkHttpClient client =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain ->
                    chain.proceed(
                        chain
                            .request()
                            .newBuilder()
                            .header("Authorization", "Bearer " + key)
                            .build()))
            .build();
    Retrofit retrofit =
        new Retrofit.Builder()
            .baseUrl(baseUrl)
            .client(client)
            .addConverterFactory(MoshiConverterFactory.create(CortexJson.moshi()))
            .build();
    listRuns(retrofit.create(RunsApi.class)).enqueue(new Told(told));
    client.dispatcher().executorService().shutdown();
    await(client.dispatcher().executorService().awaitTermination(1, TimeUnit.MINUTES));
  }

  /** The generated interface as the transport makes it; returns when the answer was told. */
  public static void ofTransport(String baseUrl, String key, BiConsumer<Thread, Object> told)
      throws InterruptedException {
    CortexConfiguration configuration =
        CortexConfiguration.builder().apiKey(key).baseUrl(baseUrl).build();
    CountDownLatch answered = new CountDownLatch(1);
    try (CortexTransport transport = CortexTransport.create(configuration, CortexJson.moshi())) {
      listRuns(transport.api(RunsApi.class))
          .enqueue(new Told(told.andThen((thread, answer) -> answered.countDown())));
      await(answered.await(1, TimeUnit.MINUTES));
    }
  }

  /** Which thread sends a call that blocks. */
  public static void ofBlockingCall(
      String baseUrl, String key, SocketFactory sockets, BiConsumer<Thread, Object> told) {
    OkHttpClient client =
        new OkHttpClient.Builder()
            .socketFactory(sockets)
            .addInterceptor(
                chain -> {
                  told.accept(Thread.currentThread(), chain.request().method());
                  return chain.proceed(chain.request());
                })
            .build();
    try (CortexClient cortex =
        CortexClient.builder().apiKey(key).baseUrl(baseUrl).okHttpClient(client).build()) {
      // With the number of the first page, one request is enough.
      RunQuery query = RunQuery.builder().page(1).build();
      cortex.workflow("app_1", "work_1").runs(query).iterator().next();
    }
  }

  /** A walk of the client that blocks no thread; returns when it has ended, and how. */
  public static String ofForEachAsync(
      String baseUrl, String key, SocketFactory sockets, BiConsumer<Thread, Object> told) {
    OkHttpClient client = new OkHttpClient.Builder().socketFactory(sockets).build();
    try (CortexClient cortex =
        CortexClient.builder().apiKey(key).baseUrl(baseUrl).okHttpClient(client).build()) {
      Receipt receipt =
          cortex
              .workflow("app_1", "work_1")
              .runs(RunQuery.builder().take(100).build())
              .forEachAsync(run -> told.accept(Thread.currentThread(), run.id()))
              .join();
      return receipt.verdict() + ": " + receipt.delivered() + " runs";
    }
  }

  private static Call<List<Run>> listRuns(RunsApi api) {
    return api.listRuns("app_1", "work_1", null, null, null, 1, 2, null);
  }

  private static void await(boolean isAnswered) {
    if (!isAnswered) {
      throw new IllegalStateException("no answer within a minute");
    }
  }

  private static final class Told implements Callback<List<Run>> {
    private final BiConsumer<Thread, Object> told;

    Told(BiConsumer<Thread, Object> told) {
      this.told = told;
    }

    @Override
    public void onResponse(Call<List<Run>> call, Response<List<Run>> response) {
      List<Run> runs = response.body();
      told.accept(Thread.currentThread(), runs == null ? response.code() : runs.size());
    }

    @Override
    public void onFailure(Call<List<Run>> call, Throwable failure) {
      told.accept(Thread.currentThread(), failure);
    }
  }
}
