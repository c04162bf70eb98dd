package ai.withcortex.core;

import java.io.IOException;
import java.net.ProtocolException;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Mends what OkHttp does on its own, and what it does not expect of a server.
 *
 * <ul>
 *   <li>It repeats a 408 or 503 as the header {@code Retry-After} says
 *       (RetryAndFollowUpInterceptor), beside the repetitions that are counted here, and fails with
 *       a NumberFormatException on more digits than an int has. So it sees no number in that
 *       header, and everybody else sees what the server sent.
 *   <li>When a connection from the pool breaks before the answer, it takes another one, within the
 *       same attempt. That helps against connections that the server had closed, which are few; but
 *       a server that resets connections instead of answering would get up to twice the requests.
 *       So there is a budget.
 *   <li>It takes a negative {@code Content-Length} as one, and every attempt to read or to close
 *       the body then fails with an IllegalArgumentException before the connection is given back.
 *   <li>OkHttp 4 fails with an IllegalStateException on a second {@code 100 Continue}.
 * </ul>
 */
final class OkHttpQuirks {
  private static final String RETRY_AFTER = "Retry-After";
  private static final String HIDDEN = "hidden:";

  private final RetryBudget resends = new RetryBudget();

  /** For clients whose attempts are made by {@link #attempt}. */
  static void mendIn(OkHttpClient.Builder client) {
    client.networkInterceptors().add(0, new OkHttpQuirks()::send);
  }

  /** Makes an attempt with a request that is tagged as a {@link SentRequest}. */
  static Response attempt(Interceptor.Chain chain, Request request) throws IOException {
    try {
      return shown(Connecting.carry(chain, request));
    } catch (RefusedException e) {
      throw e.failure;
    } catch (IllegalStateException e) {
      if (isOkHttps(e)) {
        throw new ProtocolException("OkHttp did not expect the answer");
      }
      throw e;
    }
  }

  /** Failures of a user's network interceptors are not touched. */
  private static boolean isOkHttps(IllegalStateException e) {
    StackTraceElement[] trace = e.getStackTrace();
    return trace.length > 0 && trace[0].getClassName().startsWith("okhttp3.internal.");
  }

  /** Once for each time that the request is sent, redirects included. */
  private Response send(Interceptor.Chain chain) throws IOException {
    SentRequest sent = SentRequest.of(chain.request());
    IOException before = sent == null ? null : sent.failure;
    if (before != null && !resends.take()) {
      throw new RefusedException(before);
    }
    Response response;
    try {
      response = chain.proceed(chain.request());
    } catch (IOException e) {
      note(sent, e);
      throw e;
    }
    note(sent, null);
    if (response.isSuccessful()) {
      resends.giveBack();
    }
    ResponseBody body = response.body();
    if (body != null && body.contentLength() < -1) {
      // What is thrown before the body is handed out gives the connection back.
      throw new ProtocolException("negative Content-Length");
    }
    return hidden(response);
  }

  private static void note(@Nullable SentRequest sent, @Nullable IOException failure) {
    if (sent != null) {
      sent.failure = failure;
    }
  }

  private static Response hidden(Response response) {
    if (response.code() != 408 && response.code() != 503) {
      return response;
    }
    @Nullable String value = response.header(RETRY_AFTER);
    return with(response, HIDDEN + (value == null ? "" : value));
  }

  private static Response shown(Response response) {
    String value = response.header(RETRY_AFTER);
    if (value == null || !value.startsWith(HIDDEN)) {
      return response;
    }
    String sent = value.substring(HIDDEN.length());
    return sent.isEmpty()
        ? response.newBuilder().removeHeader(RETRY_AFTER).build()
        : with(response, sent);
  }

  /** A server may send any byte, which Response.Builder.header refuses. */
  private static Response with(Response response, String value) {
    Headers headers =
        response
            .headers()
            .newBuilder()
            .removeAll(RETRY_AFTER)
            .addUnsafeNonAscii(RETRY_AFTER, value)
            .build();
    return response.newBuilder().headers(headers).build();
  }

  /** Of a kind that OkHttp does not recover from. */
  private static final class RefusedException extends ProtocolException {
    private static final long serialVersionUID = 1;
    private final IOException failure;

    RefusedException(IOException failure) {
      super("not sent again");
      this.failure = failure;
    }
  }
}
