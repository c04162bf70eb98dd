package ai.withcortex.core;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.withcortex.core.call.SchemeMismatch;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import okhttp3.HttpUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a silent handshake is reason enough not to try again. */
final class SchemeMismatchTest {
  private static final HttpUrl HTTPS = HttpUrl.get("https://127.0.0.1/");

  @ParameterizedTest
  @CsvSource({
    "true, 0, false",
    "true, 9999, false",
    "true, 10000, true",
    "true, 30000, true",
    "false, 30000, false",
  })
  void onlyALongSilenceSuggestsPlainHttp(boolean isRead, int readTimeout, boolean isLasting) {
    SchemeMismatch mismatch = SchemeMismatch.in(HTTPS, startHandshake(isRead), readTimeout);

    assertEquals(isLasting, requireNonNull(mismatch).isLasting);
  }

  /** Has the name of the method that JSSE is in during a handshake. */
  private static Exception startHandshake(boolean isRead) {
    return isRead ? new SocketTimeoutException("Read timed out") : new InterruptedIOException();
  }
}
