package ai.withcortex.core;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;

/**
 * Reads the start of an error body at once, so that neither its size nor its end hides the status.
 *
 * <p>Retrofit would read all of it, and would report a connection that breaks meanwhile instead.
 */
final class ErrorBodyInterceptor implements Interceptor {
  private static final long LIMIT = 64 * 1024;

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    ResponseBody body = response.body();
    if (response.isSuccessful() || body == null) {
      return response;
    }
    Buffer start = new Buffer();
    try (BufferedSource source = body.source()) {
      readStart(source);
      start.write(source.getBuffer(), Math.min(source.getBuffer().size(), LIMIT));
    }
    return response
        .newBuilder()
        .body(ResponseBody.create(start.readByteString(), body.contentType()))
        .build();
  }

  private static void readStart(BufferedSource source) {
    try {
      source.request(LIMIT);
    } catch (IOException e) {
      // The status has arrived, and with it the answer; what the body says besides is a bonus.
    }
  }
}
