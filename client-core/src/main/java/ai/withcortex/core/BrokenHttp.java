package ai.withcortex.core;

import java.io.IOException;
import java.net.ProtocolException;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Makes failures of what OkHttp does not expect of a server.
 *
 * <p>OkHttp takes a negative {@code Content-Length} as one, and every attempt to read or to close
 * the body then fails with an IllegalArgumentException before the connection is given back. OkHttp
 * 4 fails with an IllegalStateException on a second {@code 100 Continue}.
 */
final class BrokenHttp {
  static void foundIn(OkHttpClient.Builder client) {
    client.networkInterceptors().add(0, BrokenHttp::checkLength);
    client.addInterceptor(BrokenHttp::checkState);
  }

  /** What is thrown before the body is handed out gives the connection back. */
  private static Response checkLength(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    ResponseBody body = response.body();
    if (body != null && body.contentLength() < -1) {
      throw new ProtocolException("negative Content-Length");
    }
    return response;
  }

  private static Response checkState(Interceptor.Chain chain) throws IOException {
    try {
      return chain.proceed(chain.request());
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

  private BrokenHttp() {}
}
