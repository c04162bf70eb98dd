package ai.withcortex.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.ThingsApi.Thing;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every case runs through {@code execute} and through {@code executeAsync}. */
final class RetriesTest {
  private static final String CALL = "/apps/app_1/things";

  private final FakeTime time = new FakeTime();

  /** Each answer is a status, or a status and its Retry-After; the last one stays. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          200                  |               | answered after 1
          503, 200             | 200           | answered after 2
          408, 200             | 200           | answered after 2
          429, 200             | 200           | answered after 2
          500, 502, 504, 200   | 200, 400, 800 | answered after 4
          cut, 200             | 200           | answered after 2
          drop, 200            | 200           | answered after 2
          garbage, 200         | 200           | answered after 2
          400                  |               | HTTP 400 from GET /apps/app_1/things: answered with an empty body instead of a JSON error
          401                  |               | HTTP 401 from GET /apps/app_1/things: answered with an empty body instead of a JSON error
          501                  |               | HTTP 501 from GET /apps/app_1/things: answered with an empty body instead of a JSON error
          503                  | 200, 400, 800 | HTTP 503 from GET /apps/app_1/things: answered with an empty body instead of a JSON error (4 attempts)
          503, 404             | 200           | HTTP 404 from GET /apps/app_1/things: answered with an empty body instead of a JSON error (2 attempts)
          cut                  | 200, 400, 800 | GET /apps/app_1/things failed: SERVER ended the connection early or broke HTTP (4 attempts)
          text, 200            |               | Cannot read the answer to GET /apps/app_1/things: answered with text/html instead of JSON
          429 after 3, 200     | 3000          | answered after 2
          429 after 0.5, 200   | 500           | answered after 2
          503 after 0, 200     | 200           | answered after 2
          408 after 0, 200     | 200           | answered after 2
          503 after -5, 200    | 200           | answered after 2
          503 after soon, 200  | 200           | answered after 2
          503 after 60, 200    | 60000         | answered after 2
          503 after 60.1       |               | HTTP 503 from GET /apps/app_1/things: answered with an empty body instead of a JSON error
          503 after 99999999999 |              | HTTP 503 from GET /apps/app_1/things: answered with an empty body instead of a JSON error
          408 after 99999999999 |              | HTTP 408 from GET /apps/app_1/things: answered with an empty body instead of a JSON error
          429 after 99999999999 |              | HTTP 429 from GET /apps/app_1/things: answered with an empty body instead of a JSON error
          429 after Wed, 01 Jan 2025 00:00:09 GMT ; 200 | 9000 | answered after 2
          429 after Tue, 31 Dec 2024 00:00:09 GMT ; 200 | 200  | answered after 2
          """)
  void repeatsWhatMaySucceed(String answers, @Nullable String delays, String outcome)
      throws IOException {
    String[] script = answers.split(answers.contains(";") ? "\\s*;\\s*" : "\\s*,\\s*");
    for (boolean async : new boolean[] {false, true}) {
      time.delays.clear();
      try (FaultServer server = new FaultServer(script);
          CortexTransport transport = transport(server.url(), options -> options)) {
        String met;
        try {
          send(transport, async);
          met = "answered after " + server.requests();
        } catch (CortexException e) {
          met = String.valueOf(e.getMessage()).replace(server.url(), "SERVER");
        }

        assertEquals(outcome, met);
        assertEquals(millis(delays), time.delays);
      }
      time.pass(Duration.between(time.now(), FakeTime.START));
    }
  }

  @Test
  void saysWhenToComeBackInsteadOfWaitingTooLong() throws IOException {
    try (FaultServer server = new FaultServer("429 after 3600");
        CortexTransport transport = transport(server.url(), options -> options)) {
      RateLimitedException e =
          assertThrows(RateLimitedException.class, () -> send(transport, false));

      assertEquals(Instant.parse("2025-01-01T01:00:00Z"), e.retryAfter());
      assertEquals(1, e.attempts());
    }
  }

  @Test
  void saysWhenToComeBackInsteadOfWaitingPastTheDeadline() throws IOException {
    try (FaultServer server = new FaultServer("503 after 5");
        CortexTransport transport =
            transport(server.url(), options -> options.totalTimeout(Duration.ofSeconds(5)))) {
      CortexApiException e = assertThrows(CortexApiException.class, () -> send(transport, false));

      assertEquals(Instant.parse("2025-01-01T00:00:05Z"), e.retryAfter());
      assertEquals(List.of(), time.delays);
    }
  }

  @Test
  void repeatsNoPost() throws IOException {
    try (FaultServer server = new FaultServer("503");
        CortexTransport transport = transport(server.url(), options -> options)) {
      CortexApiException e =
          assertThrows(
              CortexApiException.class,
              () -> transport.execute(transport.api(ThingsApi.class).create(new Thing())));

      assertEquals(1, e.attempts());
      assertEquals(1, server.requests());
    }
  }

  @Test
  void stopsRepeatingWhenFailuresOutweighSuccesses() throws IOException {
    try (FaultServer server = new FaultServer("503");
        CortexTransport transport = transport(server.url(), options -> options)) {
      for (int i = 0; i < 1000; i++) {
        assertThrows(CortexApiException.class, () -> send(transport, false));
      }

      assertEquals(1100, server.requests());
    }
  }

  @Test
  void capsDelaysAndSpreadsThem() {
    RetryPolicy policy = RetryPolicy.builder().maxAttempts(9999).build();
    Backoff backoff = new Backoff(policy, time);

    assertEquals(Duration.ofSeconds(20).toNanos(), backoff.nanosAfter(9998));
    time.chance = 0.5;
    assertEquals(Duration.ofMillis(200).toNanos(), backoff.nanosAfter(2));
    time.chance = 0;
    assertEquals(0, backoff.nanosAfter(2));
  }

  @Test
  void makesATimeLimitTwiceAsDear() {
    RetryBudget budget = new RetryBudget();
    CortexException timeout =
        new CortexTimeoutException("", null, CortexTimeoutException.Limit.READ, 1);
    CortexException other = new CortexConnectionException("", null, 1, true);

    for (int i = 0; i < 50; i++) {
      assertTrue(budget.take(timeout));
    }

    assertFalse(budget.take(other));
    for (int i = 0; i < 5; i++) {
      budget.giveBack();
    }
    assertFalse(budget.take(timeout));
    assertTrue(budget.take(other));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void asksASupplierOnEveryAttemptAndOnceMoreAfterA401(boolean async) throws IOException {
    AtomicInteger asked = new AtomicInteger();
    try (FaultServer server = new FaultServer("401", "503", "401", "200");
        CortexTransport transport =
            transport(
                server.url(),
                options -> options.credentials(() -> "key-" + asked.incrementAndGet()))) {
      AuthenticationException e =
          assertThrows(AuthenticationException.class, () -> send(transport, async));

      assertEquals(3, e.attempts());
      assertEquals(3, asked.get());
      assertEquals(
          List.of("Bearer key-1", "Bearer key-2", "Bearer key-3"), server.authorizations());
      assertEquals(List.of(Duration.ZERO, Duration.ofMillis(400)), time.delays);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void saysThatASupplierHasNoKey(boolean async) throws IOException {
    try (FaultServer server = new FaultServer("200")) {
      CredentialsSupplier failing =
          () -> {
            throw new IllegalStateException("canary");
          };
      CredentialsSupplier empty = () -> "";

      assertEquals(
          "GET "
              + CALL
              + " was not sent: the credentials supplier failed with IllegalStateException",
          failure(server, async, failing));
      assertEquals(
          "GET "
              + CALL
              + " was not sent: the credentials supplier gave no usable key. Expected an API key,"
              + " found an empty text; check where it is read from.",
          failure(server, async, empty));
      assertEquals(0, server.requests());
    }
  }

  private @Nullable String failure(
      FaultServer server, boolean async, CredentialsSupplier supplier) {
    try (CortexTransport transport =
        transport(server.url(), options -> options.credentials(supplier))) {
      return assertThrows(CortexConnectionException.class, () -> send(transport, async))
          .getMessage();
    }
  }

  private CortexTransport transport(String url, UnaryOperator<CortexConfiguration.Builder> set) {
    return CortexTransport.create(
        set.apply(CortexConfiguration.builder().apiKey(TestServer.KEY).baseUrl(url)).build(),
        new Moshi.Builder().build(),
        time);
  }

  private static void send(CortexTransport transport, boolean async) {
    if (!async) {
      transport.execute(transport.api(ThingsApi.class).list("ALL"));
      return;
    }
    try {
      transport.executeAsync(transport.api(ThingsApi.class).list("ALL")).join();
    } catch (CompletionException e) {
      throw assertInstanceOf(CortexException.class, e.getCause());
    }
  }

  private static List<Duration> millis(@Nullable String delays) {
    return delays == null
        ? List.of()
        : Stream.of(delays.split(", ")).map(d -> Duration.ofMillis(Long.parseLong(d))).toList();
  }
}
