package ai.withcortex.core;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import retrofit2.Call;

/** Says in one typed exception why a call had no answer. */
final class CallFailure {
  private final OkHttpClient client;

  CallFailure(OkHttpClient client) {
    this.client = client;
  }

  CortexException toException(Call<?> call, Request request, IOException failure) {
    String name = RequestName.of(request);
    if (isInterruption(failure)) {
      // Most versions of Okio leave the flag set; whichever this is, the caller finds it set.
      Thread.currentThread().interrupt();
      return new CortexConnectionException(
          name + " was given up because its thread was interrupted", failure);
    }
    if (failure instanceof InterruptedIOException) {
      return new CortexTimeoutException(name + " was given up: " + limit(call, failure), failure);
    }
    String server = origin(request.url());
    if (quotesTheAnswer(failure)) {
      return new CortexConnectionException(
          name + " failed: " + server + " ended the connection early or broke HTTP", null);
    }
    return new CortexConnectionException(
        name + " failed: no answer from " + server + ": " + failure.getMessage(), failure);
  }

  private static boolean isInterruption(IOException failure) {
    return Thread.currentThread().isInterrupted()
        || (failure instanceof InterruptedIOException
            && "interrupted".equals(failure.getMessage()));
  }

  /** OkHttp tells its limits apart by type, and connecting from reading by words alone. */
  private String limit(Call<?> call, IOException failure) {
    if (!(failure instanceof SocketTimeoutException)) {
      return "no whole answer within the call timeout of "
          + TimeUnit.NANOSECONDS.toMillis(call.timeout().timeoutNanos())
          + " ms";
    }
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("connect")
        ? "no connection within the connect timeout of " + client.connectTimeoutMillis() + " ms"
        : "nothing to read within the read timeout of " + client.readTimeoutMillis() + " ms";
  }

  /** Messages of these two quote what the server sent: a status line, a chunk, bytes in hex. */
  private static boolean quotesTheAnswer(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof ProtocolException || t instanceof EOFException) {
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
