package ai.withcortex.core;

import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Says on every request who asks and for what, and shows the API key to the configured origin only.
 *
 * <p>It is an application interceptor: it sees a call once, before redirects. OkHttp takes {@code
 * Authorization} off when it follows a redirect to another scheme, host or port
 * (RetryAndFollowUpInterceptor.buildRedirectRequest), and nothing here puts it on again.
 */
final class RequestHeadersInterceptor implements Interceptor {
  private static final String USER_AGENT = "cortex-java/" + Version.TEXT + " (okhttp)";

  private final HttpUrl origin;
  private final Credentials credentials;

  RequestHeadersInterceptor(HttpUrl origin, Credentials credentials) {
    this.origin = origin;
    this.credentials = credentials;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    Request.Builder builder = request.newBuilder();
    if (request.header("User-Agent") == null) {
      builder.header("User-Agent", USER_AGENT);
    }
    if (request.header("Accept") == null) {
      builder.header("Accept", "application/json");
    }
    String key = isOrigin(request.url()) ? credentials.next() : null;
    if (key != null) {
      builder.header("Authorization", "Bearer " + key);
    }
    builder.tag(SentRequest.class, new SentRequest(key));
    return chain.proceed(builder.build());
  }

  private boolean isOrigin(HttpUrl url) {
    return url.scheme().equals(origin.scheme())
        && url.host().equals(origin.host())
        && url.port() == origin.port();
  }
}
