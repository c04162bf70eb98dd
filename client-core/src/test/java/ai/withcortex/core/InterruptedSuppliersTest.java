package ai.withcortex.core;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.error.CortexCanceledException;
import ai.withcortex.core.error.CortexConnectionException;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.Call;

/** Suppliers report an interrupt in their own words, and most of them clear the flag. */
final class InterruptedSuppliersTest {
  private static final String CALL = "GET /apps/app_1/things was ";

  @AfterEach
  void clearFlag() {
    boolean unused = Thread.interrupted();
  }

  static Stream<Arguments> interruptions() {
    return each(
        new InterruptedException(),
        new InterruptedIOException(),
        new InterruptedIOException("sleep"),
        new ClosedByInterruptException(),
        new RuntimeException("vault", new InterruptedException()),
        new IOException("vault", new InterruptedIOException("interrupted")),
        new IllegalStateException(new IOException(new InterruptedException())));
  }

  @ParameterizedTest
  @MethodSource("interruptions")
  void endTheCallAsAnyInterruptDoes(Exception thrown, Way way) throws IOException {
    try (FaultServer server = new FaultServer("200")) {
      CortexCanceledException e =
          assertInstanceOf(CortexCanceledException.class, failure(server, thrown, way));

      assertTrue(Thread.interrupted());
      assertEquals(CALL + "stopped because its thread was interrupted", e.getMessage());
      assertEquals(0, server.requests());
    }
  }

  /** A time limit of a supplier's own, and interrupts of other threads. */
  static Stream<Arguments> otherFailures() {
    return each(
        new InterruptedIOException("timeout"),
        new InterruptedIOException("timeout").initCause(new InterruptedException()),
        new InterruptedIOException("executor rejected"),
        new SocketTimeoutException("Read timed out"),
        new SocketTimeoutException().initCause(new InterruptedIOException()),
        new IOException(new ExecutionException(new InterruptedException())),
        new CompletionException(new InterruptedIOException()));
  }

  @ParameterizedTest
  @MethodSource("otherFailures")
  void otherFailuresAreNoInterrupts(Exception thrown, Way way) throws IOException {
    try (FaultServer server = new FaultServer("200")) {
      CortexConnectionException e =
          assertInstanceOf(CortexConnectionException.class, failure(server, thrown, way));

      assertFalse(Thread.interrupted());
      assertSame(thrown, e.getCause());
      assertEquals(
          CALL
              + "not sent: the credentials supplier failed with "
              + thrown.getClass().getSimpleName(),
          e.getMessage());
      assertEquals(0, server.requests());
    }
  }

  private static Stream<Arguments> each(Throwable... thrown) {
    return Stream.of(thrown)
        .flatMap(e -> Stream.of(Way.values()).map(way -> Arguments.arguments(e, way)));
  }

  private static Throwable failure(FaultServer server, Exception thrown, Way way) {
    CortexConfiguration.Builder configuration =
        CortexConfiguration.builder()
            .baseUrl(server.url())
            .credentials(() -> InterruptedSuppliersTest.<RuntimeException>sneak(thrown));
    if (way == Way.LIMITED) {
      configuration.requestsPerSecond(1000);
    }
    try (CortexTransport transport =
        CortexTransport.create(configuration.build(), new Moshi.Builder().build())) {
      Call<?> call = transport.api(ThingsApi.class).list("ALL");
      return way == Way.ASYNC
          ? requireNonNull(
              assertThrows(CompletionException.class, () -> transport.executeAsync(call).join())
                  .getCause())
          : assertThrows(RuntimeException.class, () -> transport.execute(call));
    }
  }

  @SuppressWarnings("unchecked") // The way in which Kotlin throws what it does not declare.
  private static <E extends Throwable> String sneak(Throwable thrown) throws E {
    throw (E) thrown;
  }

  enum Way {
    BLOCKING,
    LIMITED,
    ASYNC
  }
}
