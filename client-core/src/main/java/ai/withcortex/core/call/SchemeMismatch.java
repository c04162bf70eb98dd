package ai.withcortex.core.call;

import ai.withcortex.core.text.Causes;
import java.io.EOFException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * A sign that a server uses plain http although the URL says https, or TLS although it says http.
 *
 * <p>Many plain http servers treat the handshake as an incomplete request and wait for the rest, so
 * the only sign is often that nothing arrives during the handshake.
 */
public final class SchemeMismatch {
  private static final String PLAIN =
      "; if the port speaks plain http, write http:// in the base URL";
  private static final String TLS = "; if the port speaks TLS, write https:// in the base URL";

  /** A handshake without data for so long suggests that the server expects something else. */
  private static final int LONG_SILENCE_MILLIS = 10_000;

  /** Says what to check; appended to the message of the failure. */
  public final String hint;

  /** Whether another attempt would probably fail in the same way. */
  public final boolean isLasting;

  private SchemeMismatch(String hint, boolean isLasting) {
    this.hint = hint;
    this.isLasting = isLasting;
  }

  /**
   * Returns the mismatch that this failure suggests, or null.
   *
   * @param readTimeoutMillis how long a handshake waits for data
   */
  public static @Nullable SchemeMismatch in(HttpUrl url, Throwable failure, int readTimeoutMillis) {
    if (!url.isHttps()) {
      return any(failure, SchemeMismatch::quotesTlsAlert) ? new SchemeMismatch(TLS, true) : null;
    }
    if (any(failure, SchemeMismatch::foundPlainText)) {
      return new SchemeMismatch(PLAIN, true);
    }
    if (!any(failure, SchemeMismatch::isInHandshake)) {
      return null;
    }
    if (any(failure, InterruptedIOException.class::isInstance)) {
      // A server that speaks TLS may be late once, but hardly for so long.
      boolean isLong =
          any(failure, SocketTimeoutException.class::isInstance)
              && readTimeoutMillis >= LONG_SILENCE_MILLIS;
      return new SchemeMismatch(" during the TLS handshake" + PLAIN, isLong);
    }
    return any(failure, t -> t instanceof EOFException || t instanceof SocketException)
        ? new SchemeMismatch(" during the TLS handshake" + PLAIN, false)
        : null;
  }

  /**
   * Checks the message of OkHttp, which quotes what it found instead of a status line. The alert
   * {@code unexpected_message} has the number of a line feed and therefore ends that line.
   */
  private static boolean quotesTlsAlert(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    return message.contains(" content=1503")
        || message.startsWith("Unexpected status line: \u0015\u0003");
  }

  /** Checks the message, because JSSE and BoringSSL have no exception type for this failure. */
  private static boolean foundPlainText(Throwable failure) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return failure instanceof SSLException
        && (message.contains("unrecognized ssl message")
            || message.contains("wrong_version_number"));
  }

  private static boolean isInHandshake(Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .anyMatch(frame -> frame.getMethodName().equals("startHandshake"));
  }

  private static boolean any(Throwable failure, Predicate<Throwable> sign) {
    return Causes.chain(failure).stream().anyMatch(sign);
  }
}
