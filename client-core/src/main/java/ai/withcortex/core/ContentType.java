package ai.withcortex.core;

import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** What messages call the content type of a body: without parameters, and never at length. */
final class ContentType {
  private static final String JSON = "application/json";
  private static final int LONGEST_NAME = 64;

  static String nameOf(@Nullable MediaType type) {
    return type == null
        ? "an unknown type"
        : OneLine.cut(type.type() + "/" + type.subtype(), LONGEST_NAME);
  }

  static boolean isJson(Response response) {
    if (JSON.equalsIgnoreCase(response.header("Content-Type"))) {
      // Almost always; the parts of the text are not looked for then.
      return true;
    }
    ResponseBody body = response.body();
    MediaType type = body == null ? null : body.contentType();
    return type != null && type.subtype().contains("json");
  }

  private ContentType() {}
}
