package ai.withcortex.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ai.withcortex.core.error.CortexCanceledException;
import ai.withcortex.core.error.CortexConnectionException;
import ai.withcortex.core.event.CortexListener;
import ai.withcortex.core.event.RetryEvent;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownServiceException;
import java.nio.channels.ClosedByInterruptException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.Call;

final class FailedCallsTest {
  private static final String CALL = "GET /apps/app_1/things ";

  @Test
  void keepsTheInterruptFlag() throws IOException {
    try (TestServer server = TestServer.answering(200, "application/json", "[]");
        CortexTransport transport = server.transport()) {
      Thread.currentThread().interrupt();

      CortexCanceledException e =
          assertThrows(CortexCanceledException.class, () -> list(transport));

      assertTrue(Thread.interrupted());
      assertEquals(CALL + "was stopped because its thread was interrupted", e.getMessage());
    }
  }

  @Test
  void keepsTheInterruptFlagBetweenAttempts() throws IOException {
    CortexListener interrupting =
        new CortexListener() {
          @Override
          public void retryScheduled(RetryEvent retry) {
            Thread.currentThread().interrupt();
          }
        };
    try (FaultServer server = new FaultServer("503", "200");
        CortexTransport transport =
            CortexTransport.create(
                CortexConfiguration.builder()
                    .apiKey("key")
                    .baseUrl(server.url())
                    .addListener(interrupting)
                    .build(),
                new Moshi.Builder().build(),
                new FakeTime())) {
      CortexCanceledException e =
          assertThrows(CortexCanceledException.class, () -> list(transport));

      assertTrue(Thread.interrupted());
      assertEquals(CALL + "was stopped because its thread was interrupted", e.getMessage());
      assertEquals(1, server.requests());
    }
  }

  static Stream<IOException> interruptions() {
    return Stream.of(
        new InterruptedIOException("interrupted"),
        new InterruptedIOException("sleep"),
        new InterruptedIOException(),
        new IOException("vault", new InterruptedException()),
        new ClosedByInterruptException());
  }

  @ParameterizedTest
  @MethodSource("interruptions")
  void setsTheInterruptFlagThatAnInterceptorLost(IOException interruption) throws IOException {
    try (TestServer server = TestServer.answering(200, "application/json", "[]");
        CortexTransport transport =
            server.transport(
                client ->
                    client.addInterceptor(
                        chain -> {
                          throw interruption;
                        }))) {
      CortexCanceledException e =
          assertThrows(CortexCanceledException.class, () -> list(transport));

      assertTrue(Thread.interrupted());
      assertEquals(CALL + "was stopped because its thread was interrupted", e.getMessage());
    }
  }

  @Test
  void saysThatTheCallWasCanceled() throws IOException {
    try (TestServer server = TestServer.answering(200, "application/json", "[]");
        CortexTransport transport = server.transport()) {
      Call<List<ThingsApi.Thing>> call = transport.api(ThingsApi.class).list("ALL");
      call.cancel();

      CortexCanceledException e =
          assertThrows(CortexCanceledException.class, () -> transport.execute(call));

      assertEquals(CALL + "was canceled", e.getMessage());
    }
  }

  static Stream<Arguments> failuresOfTheNetwork() {
    return Stream.of(
        arguments(new IOException("broken"), true),
        arguments(new InterruptedIOException("executor rejected"), true),
        arguments(new SSLException("no TLS"), true),
        arguments(new SSLPeerUnverifiedException("no name"), false),
        arguments(
            new SSLHandshakeException("no trust").initCause(new CertificateException()), false),
        arguments(new UnknownServiceException("no cleartext"), false));
  }

  /** No server is asked; IPv6 needs brackets in messages. */
  @ParameterizedTest
  @MethodSource("failuresOfTheNetwork")
  void repeatsNothingThatStaysAsItIs(IOException failure, boolean retryable) {
    OkHttpClient failing =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  throw failure;
                })
            .build();
    CortexConfiguration configuration =
        CortexConfiguration.builder()
            .apiKey("key")
            .baseUrl("http://[::1]:8080")
            .okHttpClient(failing)
            .build();
    try (CortexTransport transport =
        CortexTransport.create(configuration, new Moshi.Builder().build(), new FakeTime())) {
      CortexConnectionException e =
          assertThrows(CortexConnectionException.class, () -> list(transport));

      assertEquals(
          CALL
              + "failed: no response from http://[::1]:8080: "
              + failure.getMessage()
              + (retryable ? " (4 attempts)" : ""),
          e.getMessage());
      assertSame(failure, e.getCause());
    }
  }

  private static void list(CortexTransport transport) {
    transport.execute(transport.api(ThingsApi.class).list("query-canary"));
  }
}
