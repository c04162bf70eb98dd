package ai.withcortex.core.body;

import ai.withcortex.core.http.ContentEncoding;
import ai.withcortex.core.http.ContentType;
import ai.withcortex.core.http.SentRequest;
import ai.withcortex.core.text.OneLine;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import retrofit2.Invocation;

/**
 * Checks bodies before Retrofit reads them.
 *
 * <p>The start of an error body is read immediately, so that neither the size of the body nor a
 * failure to read it hides the status. Retrofit would read the whole body and, if the connection
 * broke, report that failure instead of the status.
 *
 * <p>Gzip is decompressed; other encodings are left to the user's interceptors.
 *
 * <p>A response from a gateway instead of the API is rejected, even with status 200. Such a
 * response has no JSON content type, and its body does not start like JSON. A JSON array or object
 * is accepted even if its content type is wrong. An empty body, or one that is still encoded, is
 * not checked.
 */
public final class ResponseBodies {
  private static final long LONGEST_ERROR = 64 * 1024;
  private static final int EXCERPT_LENGTH = 512;

  /** Enough bytes for an excerpt that consists of the longest UTF-8 characters. */
  private static final long LOOK_AHEAD = 4L * EXCERPT_LENGTH;

  /**
   * Returns the response to use from now on.
   *
   * @param asksForGzip whether the SDK, not an interceptor of the user, asked for gzip
   */
  public static Response checked(Response received, boolean asksForGzip) throws IOException {
    Response response = asksForGzip ? GzipMembers.decompressed(received) : received;
    ResponseBody body = response.body();
    if (body == null) {
      return response;
    }
    if (!response.isSuccessful()) {
      return withStartOf(body, response);
    }
    if (!ContentType.isJson(response) && !ContentEncoding.isNamed(response.headers())) {
      requireLikeJson(body, response);
    }
    return response;
  }

  /** Returns whether the method that created the request returns a call with such a body. */
  public static boolean isOf(Class<?> type, Request request) {
    Invocation invocation = request.tag(Invocation.class);
    Type call = invocation == null ? null : invocation.method().getGenericReturnType();
    return call instanceof ParameterizedType
        && ((ParameterizedType) call).getActualTypeArguments()[0] == type;
  }

  private static Response withStartOf(ResponseBody body, Response response) throws IOException {
    Buffer start = new Buffer();
    try (BufferedSource source = body.source()) {
      receiveStart(source);
      start.write(source.getBuffer(), Math.min(source.getBuffer().size(), LONGEST_ERROR));
    }
    ResponseBody read = ResponseBody.create(start.readByteString(), body.contentType());
    return response.newBuilder().body(read).build();
  }

  private static void receiveStart(BufferedSource source) {
    try {
      source.request(LONGEST_ERROR);
    } catch (IOException e) {
      // The status has arrived and is what matters; the body is optional.
    }
  }

  private static void requireLikeJson(ResponseBody body, Response response) throws IOException {
    String start;
    try {
      start = response.peekBody(LOOK_AHEAD).string();
    } catch (IOException e) {
      response.close();
      throw e;
    }
    String trimmed = start.trim();
    if (!trimmed.isEmpty() && !trimmed.startsWith("[") && !trimmed.startsWith("{")) {
      response.close();
      String found = "received " + ContentType.nameOf(body.contentType()) + " instead of JSON";
      throw new UnreadableBodyException(
          SentRequest.withoutKey(found, response.request()),
          "$",
          OneLine.cut(SentRequest.withoutKey(start, response.request()), EXCERPT_LENGTH));
    }
  }

  private ResponseBodies() {}
}
