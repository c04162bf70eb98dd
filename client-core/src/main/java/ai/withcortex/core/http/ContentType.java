package ai.withcortex.core.http;

import ai.withcortex.core.text.OneLine;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** Names and checks the content type of a body. Names omit parameters and are limited in length. */
public final class ContentType {
  private static final String JSON = "application/json";
  private static final int LONGEST_NAME = 64;

  public static String nameOf(@Nullable MediaType type) {
    return type == null
        ? "an unknown type"
        : OneLine.cut(type.type() + "/" + type.subtype(), LONGEST_NAME);
  }

  public static boolean isJson(Response response) {
    if (JSON.equalsIgnoreCase(response.header("Content-Type"))) {
      // This is almost always true and saves parsing the header.
      return true;
    }
    ResponseBody body = response.body();
    MediaType type = body == null ? null : body.contentType();
    return type != null && type.subtype().contains("json");
  }

  private ContentType() {}
}
