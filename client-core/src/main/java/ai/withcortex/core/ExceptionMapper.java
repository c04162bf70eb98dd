package ai.withcortex.core;

import ai.withcortex.core.call.Attempt;
import ai.withcortex.core.call.CancelReason;
import ai.withcortex.core.call.Deadline;
import ai.withcortex.core.error.CortexConnectionException;
import ai.withcortex.core.error.CortexException;
import ai.withcortex.core.error.CortexTimeoutException;
import ai.withcortex.core.error.CortexTimeoutException.Limit;
import ai.withcortex.core.http.RequestName;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownServiceException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.zip.DataFormatException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Converts the failure of a call that received no response into a typed exception. */
final class ExceptionMapper {
  private final OkHttpClient client;

  ExceptionMapper(OkHttpClient client) {
    this.client = client;
  }

  CortexException toException(Attempt<?> attempt, Deadline deadline, IOException failure) {
    if (isInterruption(failure)) {
      // Not all versions of Okio leave the interrupt flag set, but callers rely on it.
      Thread.currentThread().interrupt();
      return interrupted(attempt, failure);
    }
    if (failure instanceof Credentials.UnavailableException) {
      return connection(
          attempt, " was not sent: " + failure.getMessage(), failure.getCause(), false);
    }
    if (isTimeout(failure)) {
      return timeout(attempt, deadline, failure);
    }
    if (attempt.call.isCanceled()) {
      return ended(attempt, CancelReason.CANCELED, deadline);
    }
    String server = origin(attempt.request.url());
    if (isRedirectedTooOften(failure)) {
      return connection(attempt, " failed: " + server + " redirects endlessly", null, false);
    }
    if (quotesTheAnswer(failure)) {
      return connection(
          attempt,
          " failed: " + server + " closed the connection early or violated HTTP",
          null,
          true);
    }
    return connection(
        attempt,
        " failed: no response from " + server + ": " + failure.getMessage(),
        failure,
        !staysAsItIs(failure));
  }

  CortexConnectionException interrupted(Attempt<?> attempt, Exception cause) {
    return connection(attempt, " was stopped because its thread was interrupted", cause, false);
  }

  /** Returns the exception for a call that was ended early. */
  CortexException ended(Attempt<?> attempt, CancelReason end, Deadline deadline) {
    switch (end) {
      case CLOSED:
        return connection(attempt, " was stopped because the client was closed", null, false);
      case OUT_OF_TIME:
        return timeout(attempt, Limit.TOTAL, deadline, null);
      case CANCELED:
        break;
    }
    return connection(attempt, " was canceled", null, false);
  }

  /**
   * Returns whether the failure is a timeout. OkHttp throws InterruptedIOException for other
   * reasons too, such as when a user's executor rejects a task.
   */
  private static boolean isTimeout(IOException failure) {
    return failure instanceof SocketTimeoutException
        || (failure instanceof InterruptedIOException && "timeout".equals(failure.getMessage()));
  }

  private static boolean isInterruption(IOException failure) {
    return Thread.currentThread().isInterrupted()
        || (failure instanceof InterruptedIOException
            && "interrupted".equals(failure.getMessage()));
  }

  /**
   * Identifies the timeout. OkHttp marks most timeouts by type, but connect and read timeouts only
   * by message.
   */
  private CortexTimeoutException timeout(
      Attempt<?> attempt, Deadline deadline, IOException failure) {
    if (!(failure instanceof SocketTimeoutException)) {
      return timeout(
          attempt, attempt.isLimitedByTotal ? Limit.TOTAL : Limit.ATTEMPT, deadline, failure);
    }
    if (failure instanceof CortexInterceptor.WriteTimeoutException) {
      return timeout(attempt, Limit.WRITE, deadline, failure);
    }
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return timeout(
        attempt, message.contains("connect") ? Limit.CONNECT : Limit.READ, deadline, failure);
  }

  private CortexTimeoutException timeout(
      Attempt<?> attempt, Limit limit, Deadline deadline, @Nullable IOException cause) {
    String message =
        RequestName.of(attempt.request)
            + " timed out: "
            + words(limit, attempt, deadline)
            + RequestName.attempts(attempt.number);
    return new CortexTimeoutException(message, cause, limit, attempt.number);
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

  /** Returns whether the message quotes the response, such as a status line or bytes in hex. */
  private static boolean quotesTheAnswer(Throwable failure) {
    return hasCause(failure, ProtocolException.class)
        || hasCause(failure, EOFException.class)
        || isBrokenGzip(failure);
  }

  /**
   * Checks the message, such as {@code CRC: actual 0x… != expected 0x…}, because Okio has no
   * exception type for broken gzip data.
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
   * Returns whether retries cannot help: certificates and cleartext rules do not change between
   * attempts.
   */
  private static boolean staysAsItIs(IOException failure) {
    return failure instanceof SSLPeerUnverifiedException
        || failure instanceof UnknownServiceException
        || hasCause(failure, CertificateException.class);
  }

  private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return true;
      }
    }
    return false;
  }

  private static String origin(HttpUrl url) {
    String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
    return url.scheme() + "://" + host + ":" + url.port();
  }
}
