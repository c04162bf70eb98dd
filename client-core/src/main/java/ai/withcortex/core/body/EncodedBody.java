package ai.withcortex.core.body;

import ai.withcortex.core.http.ContentEncoding;
import ai.withcortex.core.http.SentRequest;
import java.io.IOException;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * A body that has an encoding, or whose headers say so: whoever reads it gets an exception that
 * names the encoding, unless it is text.
 */
public final class EncodedBody extends ResponseBody {
  /**
   * Intercepts the response that is about to be read: before all interceptors of the user, because
   * these may decode the body.
   */
  public static Response intercept(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    ResponseBody body = response.body();
    return body != null && response.isSuccessful() && ContentEncoding.isNamed(response.headers())
        ? response.newBuilder().body(new EncodedBody(body, response)).build()
        : response;
  }

  private final ResponseBody body;
  private final BufferedSource source;

  private EncodedBody(ResponseBody body, Response response) {
    this.body = body;
    source = Okio.buffer(new Checked(body.source(), response));
  }

  @Override
  public @Nullable MediaType contentType() {
    return body.contentType();
  }

  @Override
  public long contentLength() {
    return body.contentLength();
  }

  @Override
  public BufferedSource source() {
    return source;
  }

  private static final class Checked extends ForwardingSource {
    private final BufferedSource content;
    private final Headers headers;
    private final Request request;
    private boolean isChecked;

    Checked(BufferedSource content, Response response) {
      super(content);
      this.content = content;
      headers = response.headers();
      request = response.request();
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
      if (!isChecked) {
        check();
        isChecked = true;
      }
      return super.read(sink, byteCount);
    }

    private void check() throws IOException {
      content.request(ContentEncoding.LOOK_AHEAD_BYTES);
      Buffer received = content.getBuffer();
      long length = Math.min(received.size(), ContentEncoding.LOOK_AHEAD_BYTES);
      String encoding = ContentEncoding.left(headers, received.snapshot((int) length).utf8());
      if (encoding != null) {
        throw new UnreadableBodyException(
            "expected JSON, found a body that is still encoded as "
                + SentRequest.withoutKey(encoding, request)
                + "; configure the server or gateway to honor Accept-Encoding, or decode the body in"
                + " an interceptor of your OkHttpClient",
            "$",
            "");
      }
    }
  }
}
