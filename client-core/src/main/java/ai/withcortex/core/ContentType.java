package ai.withcortex.core;

import okhttp3.MediaType;
import org.jspecify.annotations.Nullable;

/** What messages call the content type of a body: without parameters, and never at length. */
final class ContentType {
  private static final int LONGEST_NAME = 64;

  static String nameOf(@Nullable MediaType type) {
    return type == null
        ? "an unknown type"
        : OneLine.cut(type.type() + "/" + type.subtype(), LONGEST_NAME);
  }

  static boolean isJson(@Nullable MediaType type) {
    return type != null && type.subtype().contains("json");
  }

  private ContentType() {}
}
