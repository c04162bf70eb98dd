package ai.withcortex.core;

import java.io.IOException;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Keeps OkHttp from repeating a 408 or 503 by itself, beside the repetitions that are counted here.
 *
 * <p>OkHttp decides by the header {@code Retry-After} (RetryAndFollowUpInterceptor), and fails with
 * a NumberFormatException on more digits than an int has. So its view of the header is no number,
 * and everybody else's is what the server sent. Its other recoveries stay: they reach another
 * address of the host, or replace a pooled connection that the server had closed.
 */
final class SilentRetriesHidden {
  private static final String NAME = "Retry-After";
  private static final String PREFIX = "hidden:";

  static void in(OkHttpClient.Builder client) {
    client.networkInterceptors().add(0, SilentRetriesHidden::hide);
    client.addInterceptor(SilentRetriesHidden::show);
  }

  private static Response hide(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    if (response.code() != 408 && response.code() != 503) {
      return response;
    }
    @Nullable String value = response.header(NAME);
    return with(response, PREFIX + (value == null ? "" : value));
  }

  private static Response show(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    String value = response.header(NAME);
    if (value == null || !value.startsWith(PREFIX)) {
      return response;
    }
    String sent = value.substring(PREFIX.length());
    return sent.isEmpty() ? response.newBuilder().removeHeader(NAME).build() : with(response, sent);
  }

  /** A server may send any byte, which Response.Builder.header refuses. */
  private static Response with(Response response, String value) {
    Headers headers =
        response.headers().newBuilder().removeAll(NAME).addUnsafeNonAscii(NAME, value).build();
    return response.newBuilder().headers(headers).build();
  }

  private SilentRetriesHidden() {}
}
