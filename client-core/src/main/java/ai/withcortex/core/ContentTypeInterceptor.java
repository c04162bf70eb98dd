package ai.withcortex.core;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Refuses what a gateway sends in the place of the API, which may well say 200: a body that is not
 * called JSON and does not begin like it.
 *
 * <p>A JSON array or object under a wrong name is read, and an empty body is not judged here.
 */
final class ContentTypeInterceptor implements Interceptor {
  private static final int EXCERPT_LENGTH = 512;

  /** Enough for an excerpt of the longest characters. */
  private static final long LOOK_AHEAD = 4L * EXCERPT_LENGTH;

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    ResponseBody body = response.body();
    if (body == null || !response.isSuccessful() || ContentType.isJson(response)) {
      return response;
    }
    String start;
    try {
      start = response.peekBody(LOOK_AHEAD).string();
    } catch (IOException e) {
      response.close();
      throw e;
    }
    if (mayBeJson(start)) {
      return response;
    }
    response.close();
    throw new UnreadableBodyException(
        KeyFilter.withoutKey(
            "answered with " + ContentType.nameOf(body.contentType()) + " instead of JSON",
            response.request()),
        "$",
        OneLine.cut(KeyFilter.withoutKey(start, response.request()), EXCERPT_LENGTH));
  }

  private static boolean mayBeJson(String start) {
    String trimmed = start.trim();
    return trimmed.isEmpty() || trimmed.startsWith("[") || trimmed.startsWith("{");
  }
}
