package ai.withcortex.core;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.HeldServer.Stage;
import ai.withcortex.core.ThingsApi.Thing;
import ai.withcortex.core.error.Arrivals;
import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.CortexConnectionException;
import ai.withcortex.core.error.CortexException;
import ai.withcortex.core.error.CortexTimeoutException;
import com.squareup.moshi.Moshi;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.Call;

/** Whether a failed call may have been carried out, and that it is not sent again then. */
@Timeout(60)
final class MayHaveArrivedTest {
  private static final FaultOutcome ANY = new FaultOutcome("", "", "", "", "");

  record Row(FaultRow fault, boolean mayHaveArrived) {
    static Row of(String[] cells) {
      List<String> options = Arrays.asList(cells[1].split(", "));
      List<String> answers = cells[2].isEmpty() ? List.of() : List.of(cells[2].split(" then "));
      return new Row(new FaultRow(cells[0], options, answers, ANY), Boolean.parseBoolean(cells[3]));
    }

    @Override
    public String toString() {
      return fault.toString();
    }
  }

  static Stream<Row> rows() {
    return TableFile.rows("/fault-matrix/arrivals.txt", 4)
        .map(Row::of)
        .filter(row -> row.fault.isForThisOkHttp());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aFailureSaysIt(Row row) throws Exception {
    for (boolean async : new boolean[] {false, true}) {
      try (FaultRun run = new FaultRun(row.fault, null)) {
        CortexException failure = assertInstanceOf(CortexException.class, run.send(async));

        assertEquals(row.mayHaveArrived, failure.mayHaveArrived(), failure::toString);
      }
    }
  }

  /** An end may come just before the first byte leaves, which then has to stay. */
  @ParameterizedTest
  @EnumSource
  void anEndFromOutsideSaysIt(Stage stage) throws Exception {
    try (HeldServer server = new HeldServer(stage)) {
      CortexTransport transport = CortexTransport.create(server.configuration().build(), moshi());
      CompletableFuture<Throwable> blocked = blocked(transport);
      CompletableFuture<?> async = transport.executeAsync(create(transport));
      // A POST is not sent again, so there is no delay before that.
      if (stage == Stage.BACKOFF) {
        for (Throwable failure : List.of(blocked.join(), failure(async))) {
          assertFalse(assertInstanceOf(CortexApiException.class, failure).mayHaveArrived());
        }
        transport.close();
        return;
      }
      server.awaitCalls(2);

      transport.close();

      boolean isSent = stage == Stage.HEADERS || stage == Stage.BODY;
      for (Throwable failure : List.of(blocked.join(), failure(async))) {
        assertEquals(isSent, ((CortexException) failure).mayHaveArrived(), failure::toString);
      }
      server.awaitNothingLeft(transport);
    }
  }

  @Test
  void aCallThatWaitsForItsTurnHasNotArrived() throws Exception {
    try (FaultServer server = new FaultServer("thing");
        CortexTransport transport =
            CortexTransport.create(
                CortexConfiguration.builder()
                    .apiKey(TestServer.KEY)
                    .baseUrl(server.url())
                    .requestsPerSecond(0.001)
                    .build(),
                moshi())) {
      transport.execute(create(transport));
      CallLimits limits = CallLimits.NONE.total(Duration.ofMillis(50));

      assertFalse(
          assertThrows(
                  CortexTimeoutException.class, () -> transport.execute(create(transport), limits))
              .mayHaveArrived());
      assertFalse(
          assertInstanceOf(
                  CortexTimeoutException.class,
                  failure(transport.executeAsync(create(transport), limits)))
              .mayHaveArrived());
      assertEquals(1, server.requests());
    }
  }

  /** Some interceptors send every failed request again. */
  @Test
  void anInterceptorCannotSendAgainWhatMayHaveArrived() throws Exception {
    Interceptor twice =
        chain -> {
          Response first = chain.proceed(chain.request());
          first.close();
          return first.isSuccessful() ? first : chain.proceed(chain.request());
        };
    for (String status : List.of("502", "503", "401")) {
      boolean isRefused = !status.equals("502");
      try (FaultServer server = new FaultServer(status, "thing");
          CortexTransport transport = transport(server, twice)) {
        if (isRefused) {
          assertEquals(201, transport.execute(create(transport)).status());
        } else {
          CortexConnectionException e =
              assertThrows(
                  CortexConnectionException.class, () -> transport.execute(create(transport)));
          assertTrue(e.mayHaveArrived());
          assertEquals(
              "POST /apps/app_1/things failed: no response from "
                  + server.url()
                  + ": the request was held back, because it may have arrived before and must not"
                  + " be repeated",
              e.getMessage());
        }
        assertEquals(isRefused ? 2 : 1, server.requests());
      }
    }
  }

  /** What does no harm may be repeated by whoever wants to. */
  @Test
  void anInterceptorMaySendAgainWhatDoesNoHarm() throws Exception {
    Interceptor twice =
        chain -> {
          chain.proceed(chain.request()).close();
          return chain.proceed(chain.request());
        };
    try (FaultServer server = new FaultServer("things");
        CortexTransport transport = transport(server, twice)) {
      transport.execute(transport.api(ThingsApi.class).list("ALL"));

      assertEquals(2, server.requests());
    }
  }

  @Test
  void anExceptionThatNoCallThrewSaysItByItsStatus() {
    CortexException broken = new CortexConnectionException("", null);

    assertFalse(CortexApiException.builder("", 404, "").build().mayHaveArrived());
    assertTrue(CortexApiException.builder("", 502, "").build().mayHaveArrived());
    assertTrue(broken.mayHaveArrived());

    Arrivals.set(broken, false);

    assertFalse(broken.mayHaveArrived());
  }

  private static CortexTransport transport(FaultServer server, Interceptor interceptor) {
    return CortexTransport.create(
        CortexConfiguration.builder()
            .apiKey(TestServer.KEY)
            .baseUrl(server.url())
            .okHttpClient(new OkHttpClient.Builder().addInterceptor(interceptor).build())
            .build(),
        moshi());
  }

  private static Moshi moshi() {
    return new Moshi.Builder().add(Thing.class, new ThingJsonAdapter()).build();
  }

  private static Call<Thing> create(CortexTransport transport) {
    return transport.api(ThingsApi.class).create(new Thing());
  }

  private static CompletableFuture<Throwable> blocked(CortexTransport transport) {
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () ->
                failure.complete(
                    assertThrows(
                        CortexException.class, () -> transport.execute(create(transport)))));
    thread.setDaemon(true);
    thread.start();
    return failure;
  }

  private static Throwable failure(CompletableFuture<?> future) {
    return requireNonNull(assertThrows(CompletionException.class, future::join).getCause());
  }
}
