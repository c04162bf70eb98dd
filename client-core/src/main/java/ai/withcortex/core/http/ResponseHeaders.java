package ai.withcortex.core.http;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Converts headers to an unmodifiable, case-insensitive map and finds single values. */
public final class ResponseHeaders {
  private static final String[] REQUEST_ID_NAMES = {
    "x-request-id", "request-id", "x-amzn-requestid", "cf-ray"
  };

  public static Map<String, List<String>> toMap(Headers headers) {
    Map<String, List<String>> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers
        .toMultimap()
        .forEach((name, values) -> map.put(name, Collections.unmodifiableList(values)));
    return Collections.unmodifiableMap(map);
  }

  /**
   * Returns the first value of the header with the given case-insensitive name. OkHttp's own method
   * returns the last value.
   */
  public static @Nullable String first(Headers headers, String name) {
    for (int i = 0; i < headers.size(); i++) {
      if (headers.name(i).equalsIgnoreCase(name)) {
        return headers.value(i);
      }
    }
    return null;
  }

  public static @Nullable String requestId(Headers headers) {
    for (String name : REQUEST_ID_NAMES) {
      String value = headers.get(name);
      if (value != null && !value.isEmpty()) {
        return value;
      }
    }
    return null;
  }

  private ResponseHeaders() {}
}
