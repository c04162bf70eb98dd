package ai.withcortex.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import retrofit2.Call;

final class FailedCallsTest {
  private static final String CALL = "GET /apps/app_1/things ";

  @Test
  void keepsTheInterruptFlag() throws IOException {
    try (TestServer server = TestServer.answering(200, "application/json", "[]");
        CortexTransport transport = server.transport()) {
      Thread.currentThread().interrupt();

      CortexConnectionException e =
          assertThrows(CortexConnectionException.class, () -> list(transport));

      assertTrue(Thread.interrupted());
      assertEquals(CALL + "was given up because its thread was interrupted", e.getMessage());
    }
  }

  @Test
  void setsTheInterruptFlagThatAnInterceptorLost() throws IOException {
    try (TestServer server = TestServer.answering(200, "application/json", "[]");
        CortexTransport transport =
            server.transport(
                client ->
                    client.addInterceptor(
                        chain -> {
                          throw new InterruptedIOException("interrupted");
                        }))) {
      assertThrows(CortexConnectionException.class, () -> list(transport));

      assertTrue(Thread.interrupted());
    }
  }

  @Test
  void saysThatTheCallWasCanceled() throws IOException {
    try (TestServer server = TestServer.answering(200, "application/json", "[]");
        CortexTransport transport = server.transport()) {
      Call<List<ThingsApi.Thing>> call = transport.api(ThingsApi.class).list("ALL");
      call.cancel();

      CortexConnectionException e =
          assertThrows(CortexConnectionException.class, () -> transport.execute(call));

      assertEquals(CALL + "was given up because it was canceled", e.getMessage());
    }
  }

  private static void list(CortexTransport transport) {
    transport.execute(transport.api(ThingsApi.class).list("query-canary"));
  }
}
