package ai.withcortex.core;

import java.io.IOException;
import java.net.SocketTimeoutException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Sends the body of a POST or PATCH once, and tells a body that cannot be sent from an answer that
 * does not come.
 *
 * <p>Left alone, OkHttp sends a body again after a pooled connection broke, whatever the method.
 */
final class RequestBodyInterceptor implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    RequestBody body = request.body();
    if (body == null) {
      return chain.proceed(request);
    }
    boolean once = !RetryRule.isRepeatable(request.method());
    return chain.proceed(
        request.newBuilder().method(request.method(), new Watched(body, once)).build());
  }

  /**
   * Whether a body has been used up once it is sent, such as the stream of a file.
   *
   * <p>OkHttp 4 does not say so of a form that has such a part.
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
      return once || RequestBodyInterceptor.isOneShot(body);
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
}
