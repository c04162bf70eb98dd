package ai.withcortex.core;

import ai.withcortex.core.body.BrokenGzipException;
import ai.withcortex.core.call.Attempt;
import ai.withcortex.core.call.CancelReason;
import ai.withcortex.core.call.Deadline;
import ai.withcortex.core.call.Interrupts;
import ai.withcortex.core.call.OkHttpQuirks;
import ai.withcortex.core.call.SchemeMismatch;
import ai.withcortex.core.error.CortexCanceledException;
import ai.withcortex.core.error.CortexConnectionException;
import ai.withcortex.core.error.CortexException;
import ai.withcortex.core.error.CortexTimeoutException;
import ai.withcortex.core.error.CortexTimeoutException.Limit;
import ai.withcortex.core.http.RequestName;
import ai.withcortex.core.text.Causes;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownServiceException;
import java.security.cert.CertificateException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.zip.DataFormatException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Converts the failure of a call that received no response into a typed exception. */
final class ExceptionMapper {
  private static final String REFUSED_TUNNEL = "Unexpected response code for CONNECT: ";

  /** The packages of the code that reads responses. */
  private static final List<String> HTTP =
      Arrays.asList("ai.withcortex.core.call.", "java.", "javax.", "okhttp3.", "okio.", "sun.");

  private final OkHttpClient client;

  /** Whether a response has shown that the server speaks the protocol of the base URL. */
  private volatile boolean hasResponse;

  ExceptionMapper(OkHttpClient client) {
    this.client = client;
  }

  /** Records that the server has responded. */
  void responded() {
    // A field that every call writes would travel between the caches of the processors.
    if (!hasResponse) {
      hasResponse = true;
    }
  }

  CortexException toException(Attempt<?> attempt, Deadline deadline, IOException failure) {
    if (Thread.currentThread().isInterrupted() || Interrupts.areReportedBy(failure)) {
      // Not all versions of Okio leave the interrupt flag set, but callers rely on it.
      Thread.currentThread().interrupt();
      return interrupted(attempt, failure);
    }
    if (failure instanceof Credentials.UnavailableException) {
      return connection(
          attempt, " was not sent: " + failure.getMessage(), failure.getCause(), false);
    }
    SchemeMismatch mismatch =
        hasResponse
            ? null
            : SchemeMismatch.in(attempt.request.url(), failure, client.readTimeoutMillis());
    if (isTimeout(failure)) {
      return timeout(attempt, limit(attempt, failure), deadline, failure, mismatch);
    }
    if (attempt.call.isCanceled()) {
      return ended(attempt, CancelReason.CANCELED, deadline);
    }
    CortexConnectionException refusal = refusalByProxy(attempt, failure);
    return refusal == null ? broken(attempt, failure, mismatch) : refusal;
  }

  CortexCanceledException interrupted(Attempt<?> attempt, Exception cause) {
    return canceled(attempt, " was stopped because its thread was interrupted", cause);
  }

  /** Returns the exception for a call that was ended early. */
  CortexException ended(Attempt<?> attempt, CancelReason end, Deadline deadline) {
    switch (end) {
      case CLOSED:
        return canceled(attempt, " was stopped because the client was closed", null);
      case OUT_OF_TIME:
        return timeout(attempt, Limit.TOTAL, deadline, null, null);
      case CANCELED:
        break;
    }
    return canceled(attempt, " was canceled", null);
  }

  /** Returns the exception for an attempt that the rate limit would delay beyond the deadline. */
  CortexTimeoutException delayed(
      Attempt<?> attempt, Deadline deadline, long delayNanos, double requestsPerSecond) {
    return delayed(
        attempt,
        requestsPerSecond,
        "its turn would come in "
            + TimeUnit.NANOSECONDS.toMillis(delayNanos)
            + " ms, with "
            + TimeUnit.NANOSECONDS.toMillis(deadline.remainingNanos())
            + " ms left of",
        deadline);
  }

  /** Returns the exception for an attempt that the rate limit has delayed beyond the deadline. */
  CortexTimeoutException delayed(Attempt<?> attempt, Deadline deadline, double requestsPerSecond) {
    return delayed(attempt, requestsPerSecond, "its turn did not come within", deadline);
  }

  private static CortexTimeoutException delayed(
      Attempt<?> attempt, double requestsPerSecond, String delay, Deadline deadline) {
    String message =
        RequestName.of(attempt.request)
            + " timed out: at "
            + requestsPerSecond
            + " requests per second, "
            + delay
            + " the total timeout of "
            + TimeUnit.NANOSECONDS.toMillis(deadline.totalNanos())
            + " ms; send fewer calls at a time, or increase totalTimeout"
            + RequestName.attempts(attempt.number);
    return new CortexTimeoutException(message, null, Limit.TOTAL, attempt.number);
  }

  private static CortexCanceledException canceled(
      Attempt<?> attempt, String words, @Nullable Exception cause) {
    return new CortexCanceledException(
        RequestName.of(attempt.request) + words + RequestName.attempts(attempt.number),
        cause,
        attempt.number);
  }

  /** Returns the exception for a connection that failed or broke. */
  private static CortexConnectionException broken(
      Attempt<?> attempt, IOException failure, @Nullable SchemeMismatch mismatch) {
    String server = origin(attempt.request.url());
    if (isRedirectedTooOften(failure)) {
      return connection(attempt, " failed: " + server + " redirects endlessly", null, false);
    }
    if (failure instanceof OkHttpQuirks.InterimResponsesException) {
      return connection(
          attempt,
          " failed: "
              + server
              + " sent several interim responses (1xx) before its response, of which OkHttp 4 reads"
              + " only one; use OkHttp 5, which reads them all",
          null,
          false);
    }
    String hint = mismatch == null ? "" : mismatch.hint;
    boolean isLasting = mismatch != null && mismatch.isLasting;
    if (failure instanceof BrokenGzipException) {
      return connection(
          attempt, " failed: " + server + " sent a body that is not valid gzip", null, true);
    }
    if (quotesTheAnswer(failure)) {
      String words = " closed the connection early or violated HTTP";
      return connection(attempt, " failed: " + server + words + hint, null, !isLasting);
    }
    return connection(
        attempt,
        " failed: no response from " + server + ": " + failure.getMessage() + hint,
        failure,
        !isLasting && !staysAsItIs(failure));
  }

  /**
   * Returns the exception for a proxy that refuses to open a tunnel, or for a server that asks for
   * proxy credentials; null for other failures. Checks OkHttp's messages, because OkHttp has no
   * exception type for these failures.
   */
  private static @Nullable CortexConnectionException refusalByProxy(
      Attempt<?> attempt, IOException failure) {
    String server = origin(attempt.request.url());
    String message = String.valueOf(failure.getMessage());
    if (message.startsWith("Received HTTP_PROXY_AUTH (407)")) {
      return connection(
          attempt,
          " failed: "
              + server
              + " responded with 407, which only a proxy may send; if it is a proxy, set it as the"
              + " proxy of your OkHttpClient",
          null,
          false);
    }
    String proxy = " failed: the proxy for " + server + " responded to CONNECT with ";
    if (message.equals("Failed to authenticate with proxy")) {
      return connection(
          attempt,
          proxy + "407; give your OkHttpClient a proxyAuthenticator with valid credentials",
          failure,
          false);
    }
    if (!message.startsWith(REFUSED_TUNNEL)) {
      return null;
    }
    String status = message.substring(REFUSED_TUNNEL.length());
    boolean mayPass = status.startsWith("5") || status.equals("408") || status.equals("429");
    return connection(attempt, proxy + status, failure, mayPass);
  }

  /**
   * Returns whether the failure is a timeout. OkHttp throws InterruptedIOException for other
   * reasons too, such as when a user's executor rejects a task.
   */
  private static boolean isTimeout(IOException failure) {
    return failure instanceof SocketTimeoutException
        || (failure instanceof InterruptedIOException && "timeout".equals(failure.getMessage()));
  }

  /**
   * Identifies the timeout. OkHttp marks most timeouts by type, but connect and read timeouts only
   * by message.
   */
  private static Limit limit(Attempt<?> attempt, IOException failure) {
    if (!(failure instanceof SocketTimeoutException)) {
      return attempt.isLimitedByTotal ? Limit.TOTAL : Limit.ATTEMPT;
    }
    if (failure instanceof CortexInterceptor.WriteTimeoutException) {
      return Limit.WRITE;
    }
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("connect") ? Limit.CONNECT : Limit.READ;
  }

  private CortexTimeoutException timeout(
      Attempt<?> attempt,
      Limit limit,
      Deadline deadline,
      @Nullable IOException cause,
      @Nullable SchemeMismatch mismatch) {
    String message =
        RequestName.of(attempt.request)
            + " timed out: "
            + words(limit, attempt, deadline)
            + (mismatch == null ? "" : mismatch.hint)
            + RequestName.attempts(attempt.number);
    boolean isRetryable = limit != Limit.TOTAL && (mismatch == null || !mismatch.isLasting);
    return new CortexTimeoutException(message, cause, limit, attempt.number, isRetryable);
  }

  private String words(Limit limit, Attempt<?> attempt, Deadline deadline) {
    switch (limit) {
      case CONNECT:
        return "no connection within the connect timeout of "
            + client.connectTimeoutMillis()
            + " ms";
      case READ:
        return "no data received within the read timeout of " + client.readTimeoutMillis() + " ms";
      case WRITE:
        return "no data sent within the write timeout of " + client.writeTimeoutMillis() + " ms";
      case ATTEMPT:
        return "no complete response within the attempt timeout of "
            + TimeUnit.NANOSECONDS.toMillis(attempt.limitNanos)
            + " ms";
      case TOTAL:
        break;
    }
    return "no complete response within the total timeout of "
        + TimeUnit.NANOSECONDS.toMillis(deadline.totalNanos())
        + " ms";
  }

  private static CortexConnectionException connection(
      Attempt<?> attempt, String words, @Nullable Throwable cause, boolean retryable) {
    return new CortexConnectionException(
        RequestName.of(attempt.request) + words + RequestName.attempts(attempt.number),
        cause,
        attempt.number,
        retryable);
  }

  /** Returns whether the message may quote the response, such as a status line. */
  private static boolean quotesTheAnswer(Throwable failure) {
    return isBrokenGzip(failure)
        || (!isThrownByUserCode(failure)
            && (hasCause(failure, ProtocolException.class)
                || hasCause(failure, EOFException.class)));
  }

  private static boolean isThrownByUserCode(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return trace.length > 0 && HTTP.stream().noneMatch(trace[0].getClassName()::startsWith);
  }

  /**
   * Checks the message, such as {@code CRC: actual 0x… != expected 0x…}, because Okio has no
   * exception type for broken gzip data. A user's interceptor may decode with Okio.
   */
  private static boolean isBrokenGzip(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    return message.contains(": actual 0x")
        || message.startsWith("gzip finished")
        || hasCause(failure, DataFormatException.class);
  }

  /** Returns whether OkHttp stopped after 20 redirects; another attempt would follow 20 more. */
  private static boolean isRedirectedTooOften(IOException failure) {
    return String.valueOf(failure.getMessage()).startsWith("Too many follow-up requests");
  }

  /**
   * Returns whether retries cannot help: certificates, the TLS versions that a server accepts, and
   * cleartext rules do not change between attempts.
   */
  private static boolean staysAsItIs(IOException failure) {
    return failure instanceof SSLPeerUnverifiedException
        || failure instanceof UnknownServiceException
        || hasCause(failure, CertificateException.class)
        || isRefusedHandshake(failure);
  }

  /**
   * JSSE has no exception type for alerts, but throws this type only for handshake alerts. Newer
   * versions put the name of the alert in front of the message, in parentheses.
   */
  private static boolean isRefusedHandshake(IOException failure) {
    return failure instanceof SSLHandshakeException
        && String.valueOf(failure.getMessage()).contains("Received fatal alert: ");
  }

  private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
    return Causes.chain(failure).stream().anyMatch(type::isInstance);
  }

  private static String origin(HttpUrl url) {
    String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
    return url.scheme() + "://" + host + ":" + url.port();
  }
}
