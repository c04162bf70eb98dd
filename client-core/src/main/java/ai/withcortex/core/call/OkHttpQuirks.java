package ai.withcortex.core.call;

import ai.withcortex.core.http.RefusingStatuses;
import ai.withcortex.core.http.SentRequest;
import java.io.IOException;
import java.net.ProtocolException;
import okhttp3.Connection;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Works around OkHttp's automatic retries and its failures on invalid responses.
 *
 * <ul>
 *   <li>OkHttp retries a 408 or 503 depending on the {@code Retry-After} header
 *       (RetryAndFollowUpInterceptor), in addition to the SDK's own retries, and fails with a
 *       NumberFormatException if the number does not fit in an int. The number is therefore hidden
 *       from OkHttp, and all other code sees the original value.
 *   <li>When a pooled connection breaks before the response, OkHttp uses a different connection
 *       within the same attempt. This helps if the server has closed a few connections, but a
 *       server that resets connections instead of responding would get up to twice as many
 *       requests. A budget therefore limits these resends.
 *   <li>OkHttp accepts a negative {@code Content-Length}, and every attempt to read or close the
 *       body then fails with an IllegalArgumentException before the connection is released.
 *   <li>OkHttp accepts a 101 that no request asked for, and keeps the connection. The actual
 *       response follows on it, and would be read as the response to the next request.
 *   <li>OkHttp 4 skips only one interim response (1xx). On the next one, it fails with an
 *       IllegalStateException for HTTP/1 (Http1ExchangeCodec), and treats it as the response for
 *       HTTP/2 (CallServerInterceptor).
 * </ul>
 *
 * <p>Also tells the {@link Delivery} of an attempt what becomes of its requests.
 */
public final class OkHttpQuirks {
  private static final String RETRY_AFTER = "Retry-After";
  private static final String HIDDEN = "hidden:";

  /** What OkHttp 4 says after a second interim response: it still expects headers. */
  private static final String STILL_READING_HEADERS = "state: 3";

  private static final String SENT_BEFORE =
      "the request was held back, because it may have arrived before and must not be repeated";

  private final RetryBudget resends = new RetryBudget();

  /** Installs the workarounds in a client whose attempts use {@link #attempt}. */
  public static void mendIn(OkHttpClient.Builder client) {
    client.networkInterceptors().add(0, new OkHttpQuirks()::send);
  }

  /** Makes an attempt with a request that is tagged with a {@link SentRequest}. */
  public static Response attempt(Interceptor.Chain chain, Request request) throws IOException {
    try {
      return shown(notInterim(Connecting.carry(chain, request)));
    } catch (RefusedException e) {
      throw e.failure;
    } catch (IllegalStateException e) {
      if (isThrownByCodec(e) && STILL_READING_HEADERS.equals(e.getMessage())) {
        throw new InterimResponsesException();
      }
      throw e;
    }
  }

  /**
   * Returns whether the code that reads responses failed. The rest of OkHttp throws this exception
   * if an interceptor misuses it, for example by sending a request before closing the previous
   * response.
   */
  private static boolean isThrownByCodec(IllegalStateException e) {
    StackTraceElement[] trace = e.getStackTrace();
    return trace.length > 0
        && (trace[0].getClassName().startsWith("okhttp3.internal.http1.")
            || trace[0].getClassName().startsWith("okhttp3.internal.http2."));
  }

  /** Returns the response unless it is interim, so that another one must follow. */
  private static Response notInterim(Response response) throws IOException {
    if (response.code() >= 200) {
      return response;
    }
    response.close();
    throw response.code() < 100
        ? new ProtocolException("status below 100")
        : new InterimResponsesException();
  }

  /** Runs each time a request is sent, including for redirects. */
  private Response send(Interceptor.Chain chain) throws IOException {
    SentRequest sent = SentRequest.of(chain.request());
    IOException before = sent == null ? null : sent.failure;
    if (before != null && !resends.take()) {
      throw new RefusedException(before);
    }
    Delivery delivery = Delivery.of(chain.call().request());
    if (delivery != null && !delivery.begin(chain.request().method())) {
      throw new RefusedException(before == null ? new IOException(SENT_BEFORE) : before);
    }
    Response response;
    try {
      response = chain.proceed(chain.request());
    } catch (IOException e) {
      note(sent, e);
      if (delivery != null && showsRefusal(e)) {
        delivery.refused();
      }
      throw e;
    }
    note(sent, null);
    if (response.isSuccessful()) {
      resends.giveBack();
    } else if (delivery != null && RefusingStatuses.include(response.code())) {
      delivery.refused();
    }
    requireUsable(response, chain.connection());
    return hidden(response);
  }

  /**
   * Returns whether the server has certainly not processed the request: it has refused the stream
   * (RFC 9113, section 8.7), or its connection was shut down before. OkHttp has no exception type
   * of its public API for either.
   */
  private static boolean showsRefusal(IOException failure) {
    return "stream was reset: REFUSED_STREAM".equals(failure.getMessage())
        || failure.getClass().getName().endsWith(".http2.ConnectionShutdownException");
  }

  private static void requireUsable(Response response, @Nullable Connection connection)
      throws IOException {
    ResponseBody body = response.body();
    if (body != null && body.contentLength() < -1) {
      // An exception at this point still releases the connection.
      throw new ProtocolException("negative Content-Length");
    }
    if (response.code() == 101 && connection != null) {
      connection.socket().close();
      throw new ProtocolException("unasked 101");
    }
  }

  private static void note(@Nullable SentRequest sent, @Nullable IOException failure) {
    if (sent != null) {
      sent.failure = failure;
    }
  }

  /** Returns whether OkHttp would send the request again, depending on the header. */
  private static boolean mayBeResent(Response response) {
    return response.code() == 408 || response.code() == 503;
  }

  private static Response hidden(Response response) {
    if (!mayBeResent(response)) {
      return response;
    }
    @Nullable String value = response.header(RETRY_AFTER);
    return with(response, HIDDEN + (value == null ? "" : value));
  }

  private static Response shown(Response response) {
    if (!mayBeResent(response)) {
      return response;
    }
    String value = response.header(RETRY_AFTER);
    if (value == null || !value.startsWith(HIDDEN)) {
      return response;
    }
    String sent = value.substring(HIDDEN.length());
    return sent.isEmpty()
        ? response.newBuilder().removeHeader(RETRY_AFTER).build()
        : with(response, sent);
  }

  /**
   * Sets the header without Response.Builder.header, which rejects non-ASCII bytes that a server
   * may send.
   */
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

  /** Thrown if the server sent several interim responses, because OkHttp 4 reads only one. */
  public static final class InterimResponsesException extends ProtocolException {
    private static final long serialVersionUID = 1;

    InterimResponsesException() {
      super("several interim responses");
    }
  }

  /** Stops a resend: OkHttp does not recover from a ProtocolException. */
  private static final class RefusedException extends ProtocolException {
    private static final long serialVersionUID = 1;
    private final IOException failure;

    RefusedException(IOException failure) {
      super("not sent again");
      this.failure = failure;
    }
  }
}
