package ai.withcortex.core;

import static java.util.Objects.requireNonNull;

import ai.withcortex.core.ThingsApi.Thing;
import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.CortexConnectionException;
import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.error.CortexException;
import ai.withcortex.core.error.CortexTimeoutException;
import ai.withcortex.core.event.AttemptEvent;
import ai.withcortex.core.event.FailureEvent;
import ai.withcortex.core.event.ResponseEvent;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** A row of the fault matrix on its way: its servers, its transport, and one call. */
final class FaultRun implements AutoCloseable {
  final HeardEvents heard = new HeardEvents();
  final CortexConfiguration configuration;
  final CortexTransport transport;

  private final FakeTime time = new FakeTime();
  private final FaultServer elsewhere;
  private final FaultServer server;
  private final FaultSetup setup;

  /** Without a client of the user's the transport makes its own, unless the row needs one. */
  FaultRun(FaultRow row, @Nullable OkHttpClient users) throws IOException {
    this(row, users, false);
  }

  /**
   * @param ownKey whether the call and not the client has the key that the servers quote
   */
  FaultRun(FaultRow row, @Nullable OkHttpClient users, boolean ownKey) throws IOException {
    elsewhere = FaultServer.keepingAlive(List.of("200"));
    server = FaultServer.keepingAlive(row.answers().stream().map(this::withPlaces).toList());
    CortexConfiguration.Builder options =
        CortexConfiguration.builder()
            .apiKey(ownKey ? "key-of-the-client" : TestServer.KEY)
            .baseUrl(server.url())
            .addListener(heard);
    setup = new FaultSetup(row, options, users, time);
    if (ownKey) {
      setup.limits = CallLimits.NONE.credentials(Credentials.of(TestServer.KEY));
    }
    configuration = options.build();
    Moshi moshi = new Moshi.Builder().add(Thing.class, new ThingJsonAdapter()).build();
    transport = CortexTransport.create(configuration, moshi, time);
  }

  private String withPlaces(String answer) {
    return answer
        .replace("OTHER-PORT", elsewhere.url())
        .replace("OTHER-HOST", elsewhere.url().replace("127.0.0.1", "localhost"));
  }

  /** Sends the call and returns what it ended with: a response or an exception. */
  Object send(boolean async) {
    Call<?> call = setup.call(transport);
    try {
      return async
          ? transport.executeAsync(call, setup.limits).join()
          : transport.execute(call, setup.limits);
    } catch (CompletionException e) {
      return requireNonNull(e.getCause());
    } catch (CortexException e) {
      return e;
    }
  }

  /** Closes the transport and waits until it has left every connection. */
  void leave() throws IOException, InterruptedException {
    transport.close();
    transport.client.connectionPool().evictAll();
    server.awaitNoConnection();
    elsewhere.awaitNoConnection();
  }

  @Override
  public void close() throws IOException {
    transport.close();
    setup.close();
    server.close();
    elsewhere.close();
  }

  /** What came of the call, once every connection is left. */
  FaultOutcome outcome(Object met) {
    return new FaultOutcome(
        time.delays.stream().map(FaultRun::millis).collect(Collectors.joining(", ")),
        attempts(met),
        server.requests()
            + (elsewhere.requests() == 0 ? "" : " and " + elsewhere.requests() + " elsewhere"),
        inWords(met),
        String.join("; ", details(met)));
  }

  private static String millis(Duration delay) {
    return BigDecimal.valueOf(delay.toNanos(), 6).stripTrailingZeros().toPlainString();
  }

  /** The attempts that were heard of, and whoever tells another number. */
  private String attempts(Object met) {
    long heardOf = heard.events.stream().filter(AttemptEvent.class::isInstance).count();
    int told = (int) heardOf;
    if (met instanceof CortexApiException e) {
      told = e.attempts();
    } else if (met instanceof CortexConnectionException e) {
      told = e.attempts();
    } else if (met instanceof CortexTimeoutException e) {
      told = e.attempts();
    } else if (met instanceof CortexDataException e) {
      told = e.attempts();
    }
    Object last = heard.events.get(heard.events.size() - 1);
    int heardLast = 0;
    if (last instanceof ResponseEvent response && met instanceof ApiResponse<?>) {
      heardLast = response.attempts();
    } else if (last instanceof FailureEvent failure && met instanceof CortexException) {
      heardLast = failure.attempts();
    }
    return heardOf
        + (told == heardOf ? "" : " but tells " + told)
        + (heardLast == heardOf ? "" : " but ends with " + last);
  }

  private String inWords(Object met) {
    if (met instanceof ApiResponse<?> response) {
      return "HTTP " + response.status() + " " + response.body();
    }
    Throwable failure = (Throwable) met;
    String url = configuration.baseUrl();
    return failure.getClass().getSimpleName()
        + ": "
        + String.valueOf(failure.getMessage())
            .replace(url, "SERVER")
            .replace(url.replaceFirst("https?://", ""), "HOST:PORT")
            // Newer JDKs put the name of an alert in front of its message, too.
            .replaceFirst("\\(\\w+\\) Received fatal alert", "Received fatal alert");
  }

  private List<String> details(Object met) {
    List<String> details = new ArrayList<>();
    if (met instanceof CortexApiException e) {
      details.add(e.isRetryable() ? "retryable" : "final");
      details.add(e.retryAfter() == null ? "" : "come back " + e.retryAfter());
      details.add(excerpt(e.bodyExcerpt()));
    } else if (met instanceof CortexDataException e) {
      details.add(e.path() == null ? "" : "path " + e.path());
      details.add(excerpt(e.bodyExcerpt()));
    } else if (met instanceof CortexTimeoutException e) {
      details.add("limit " + e.limit());
    }
    if (met instanceof Throwable e && e.getCause() != null) {
      details.add("cause " + e.getCause().getClass().getSimpleName());
    }
    details.add(keys());
    details.removeIf(String::isEmpty);
    return details;
  }

  private static String excerpt(String excerpt) {
    return excerpt.isEmpty() ? "" : "excerpt " + excerpt;
  }

  /** Which keys the servers saw, unless it is the usual one here and none elsewhere. */
  private String keys() {
    List<String> here = server.authorizations();
    if (elsewhere.authorizations().stream().anyMatch(key -> !key.isEmpty())) {
      return "shows its key elsewhere";
    }
    return here.stream().allMatch(key -> key.equals("Bearer " + TestServer.KEY))
        ? ""
        : here.stream()
            .map(key -> key.isEmpty() ? "none" : key.replace("Bearer " + TestServer.KEY + "-", ""))
            .collect(Collectors.joining(", ", "keys ", ""));
  }
}
