package ai.withcortex.core;

import ai.withcortex.core.body.ResponseBodies;
import ai.withcortex.core.call.Delivery;
import ai.withcortex.core.call.OkHttpQuirks;
import ai.withcortex.core.http.SentRequest;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Adds the User-Agent, Accept, Accept-Encoding, Cache-Control, and Authorization headers, and
 * ensures that the body of a POST or PATCH is sent only once.
 *
 * <p>As an application interceptor, this class sees each attempt once, before redirects. Only the
 * configured origin receives the API key. OkHttp removes {@code Authorization} when it follows a
 * redirect to a different scheme, host or port (RetryAndFollowUpInterceptor.buildRedirectRequest),
 * and this class does not add it again.
 *
 * <p>By default, OkHttp resends a body if a pooled connection breaks, regardless of the method.
 * This class also distinguishes write timeouts from read timeouts.
 */
final class CortexInterceptor implements Interceptor {
  private static final String USER_AGENT = "cortex-java/" + Version.TEXT + " (okhttp)";

  /** Tells caches on the way not to use a stored response or store this one (RFC 9111, 5.2.1). */
  private static final String UNCACHED = "no-cache, no-store";

  /** Those of a request without a tag of its own. */
  private final RequestCredentials ofClient;

  /** The failure of requests after the end of the transport; null before that. */
  private final Supplier<@Nullable IOException> closed;

  CortexInterceptor(RequestCredentials ofClient, Supplier<@Nullable IOException> closed) {
    this.ofClient = ofClient;
    this.closed = closed;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    IOException afterEnd = closed.get();
    if (afterEnd != null) {
      throw afterEnd;
    }
    Request request = chain.request();
    Request.Builder builder = request.newBuilder();
    if (request.header("User-Agent") == null) {
      builder.header("User-Agent", USER_AGENT);
    }
    if (request.header("Accept") == null) {
      builder.header("Accept", "application/json");
    }
    builder.header("Cache-Control", UNCACHED);
    boolean asksForGzip =
        request.header("Accept-Encoding") == null && request.header("Range") == null;
    if (asksForGzip) {
      // OkHttp would ask for it, too, but it does not read all that is valid.
      builder.header("Accept-Encoding", "gzip");
    }
    // The user's interceptors may have replaced the request, but not the one that the call made.
    RequestCredentials own = RequestCredentials.of(chain.call().request());
    String key = (own == null ? ofClient : own).key(request.url());
    if (key != null) {
      builder.header("Authorization", "Bearer " + key);
    }
    RequestBody body = request.body();
    if (body != null) {
      boolean once = !RetryStrategy.isRepeatable(request.method());
      builder.method(request.method(), new Watched(body, once));
    }
    builder.tag(SentRequest.class, new SentRequest(key));
    Delivery delivery = Delivery.of(chain.call().request());
    boolean isUnhurried = delivery != null && delivery.isUnhurried();
    Chain waiting = isUnhurried ? chain.withReadTimeout(0, TimeUnit.MILLISECONDS) : chain;
    return ResponseBodies.checked(OkHttpQuirks.attempt(waiting, builder.build()), asksForGzip);
  }

  /**
   * Returns whether a body can be sent only once, such as a file stream.
   *
   * <p>OkHttp 4 does not report a multipart body as one-shot even if one of its parts is.
   */
  static boolean isOneShot(RequestBody body) {
    return body.isOneShot()
        || (body instanceof MultipartBody
            && ((MultipartBody) body).parts().stream().anyMatch(part -> isOneShot(part.body())));
  }

  private static final class Watched extends RequestBody {
    private final RequestBody body;
    private final boolean once;

    Watched(RequestBody body, boolean once) {
      this.body = body;
      this.once = once;
    }

    @Override
    public @Nullable MediaType contentType() {
      return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
      return body.contentLength();
    }

    @Override
    public boolean isOneShot() {
      return once || CortexInterceptor.isOneShot(body);
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      try {
        body.writeTo(sink);
        sink.flush();
      } catch (SocketTimeoutException e) {
        throw new WriteTimeoutException(e);
      }
    }
  }

  /** Marks a write timeout, which OkHttp reports with the same message as a read timeout. */
  static final class WriteTimeoutException extends SocketTimeoutException {
    private static final long serialVersionUID = 1;

    WriteTimeoutException(SocketTimeoutException cause) {
      super(cause.getMessage());
      initCause(cause);
    }
  }
}
