package ai.withcortex.core;

import java.io.IOException;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;

/**
 * Looks at bodies before Retrofit does.
 *
 * <p>The start of an error body is read at once, so that neither its size nor its end hides the
 * status. Retrofit would read all of it, and would report a connection that breaks meanwhile
 * instead.
 *
 * <p>What a gateway sends in the place of the API, which may well say 200, is refused: a body that
 * is not called JSON and does not begin like it. A JSON array or object under a wrong name is read,
 * and an empty body is not judged here.
 */
final class ResponseBodies {
  private static final long LONGEST_ERROR = 64 * 1024;
  private static final int EXCERPT_LENGTH = 512;

  /** Enough for an excerpt of the longest characters. */
  private static final long LOOK_AHEAD = 4L * EXCERPT_LENGTH;

  /** Returns the response to go on with. */
  static Response checked(Response response) throws IOException {
    ResponseBody body = response.body();
    if (body == null) {
      return response;
    }
    if (!response.isSuccessful()) {
      return withStartOf(body, response);
    }
    if (!ContentType.isJson(response)) {
      requireLikeJson(body, response);
    }
    return response;
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
      // The status has arrived, and with it the answer; what the body says besides is a bonus.
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
      String found = "answered with " + ContentType.nameOf(body.contentType()) + " instead of JSON";
      throw new UnreadableBodyException(
          SentRequest.withoutKey(found, response.request()),
          "$",
          OneLine.cut(SentRequest.withoutKey(start, response.request()), EXCERPT_LENGTH));
    }
  }

  private ResponseBodies() {}
}
