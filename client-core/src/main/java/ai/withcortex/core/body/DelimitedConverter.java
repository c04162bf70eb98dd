package ai.withcortex.core.body;

import ai.withcortex.core.parameter.Delimited;
import java.io.UnsupportedEncodingException;
import java.lang.annotation.Annotation;
import java.net.URLEncoder;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** Joins the values of a {@link Delimited} parameter into one string. */
final class DelimitedConverter implements Converter<Delimited<?>, String> {
  private final char separator;
  private final boolean isEncoded;
  private final @Nullable Path path;

  private DelimitedConverter(char separator, boolean isEncoded, @Nullable Path path) {
    this.separator = separator;
    this.isEncoded = isEncoded;
    this.path = path;
  }

  /** Returns the converter for a parameter with the given annotations. */
  static DelimitedConverter of(Annotation[] parameter) {
    Delimited.By joinedBy = find(Delimited.By.class, parameter);
    if (joinedBy == null) {
      throw new IllegalArgumentException(
          "A Delimited parameter needs @Delimited.By to set the separator");
    }
    Path path = find(Path.class, parameter);
    Query query = find(Query.class, parameter);
    boolean isEncoded = (path != null && path.encoded()) || (query != null && query.encoded());
    return new DelimitedConverter(joinedBy.value(), isEncoded, path);
  }

  private static <A extends Annotation> @Nullable A find(Class<A> type, Annotation[] annotations) {
    for (Annotation annotation : annotations) {
      if (type.isInstance(annotation)) {
        return type.cast(annotation);
      }
    }
    return null;
  }

  /** Returns null, which omits the parameter, if there are no values. */
  @Override
  public @Nullable String convert(Delimited<?> joined) {
    if (joined.values().isEmpty()) {
      if (path != null) {
        throw new IllegalArgumentException(
            "'" + path.value() + "' is part of the path, so it needs at least one value");
      }
      return null;
    }
    StringBuilder text = new StringBuilder();
    for (Object value : joined.values()) {
      text.append(text.length() == 0 ? "" : separator).append(text(value));
    }
    return text.toString();
  }

  private String text(Object value) {
    String text = isEncoded ? percentEncoded(value.toString()) : value.toString();
    if (text.indexOf(separator) >= 0) {
      throw new IllegalArgumentException(
          "A value contains '" + separator + "', which would split it into two values");
    }
    return text;
  }

  /** Percent-encodes all characters except the unreserved characters of RFC 3986. */
  private static String percentEncoded(String text) {
    try {
      return URLEncoder.encode(text, "UTF-8")
          .replace("+", "%20")
          .replace("*", "%2A")
          .replace("%7E", "~");
    } catch (UnsupportedEncodingException e) {
      throw new AssertionError(e);
    }
  }
}
