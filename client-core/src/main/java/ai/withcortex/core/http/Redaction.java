package ai.withcortex.core.http;

import ai.withcortex.core.text.OneLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Hides every header and query value whose name is not on a list of harmless names. */
public final class Redaction {
  private static final String HIDDEN = "[hidden]";
  private static final Set<String> HEADERS =
      names(
          "age cache-control cf-ray content-encoding content-length content-type date etag"
              + " pagination-count pagination-page pagination-take ratelimit-reset request-id"
              + " retry-after retry-after-ms server transfer-encoding vary x-amzn-requestid x-request-id");
  private static final Set<String> QUERY = names("origin page status take verbose");

  /**
   * Returns the headers in an unmodifiable map with case-insensitive names. The values of unknown
   * headers and the request's API key are hidden.
   */
  public static Map<String, List<String>> headers(Map<String, List<String>> headers, Request sent) {
    Map<String, List<String>> shown = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Map.Entry<String, List<String>> header : headers.entrySet()) {
      boolean isHarmless = HEADERS.contains(header.getKey());
      List<String> values = new ArrayList<>(header.getValue().size());
      for (String value : header.getValue()) {
        values.add(isHarmless ? SentRequest.withoutKey(value, sent) : HIDDEN);
      }
      shown.put(header.getKey(), Collections.unmodifiableList(values));
    }
    return Collections.unmodifiableMap(shown);
  }

  /** Returns the query with the values of unknown parameters hidden; empty if there is no query. */
  public static String query(HttpUrl url) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < url.querySize(); i++) {
      String name = url.queryParameterName(i);
      @Nullable String value = url.queryParameterValue(i);
      shown.append(i == 0 ? "" : "&").append(OneLine.of(name, 64));
      if (value != null) {
        shown.append('=').append(QUERY.contains(name) ? OneLine.of(value, 64) : HIDDEN);
      }
    }
    return shown.toString();
  }

  private static Set<String> names(String names) {
    Set<String> inAnyCase = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    Collections.addAll(inAnyCase, names.split(" "));
    return Collections.unmodifiableSet(inAnyCase);
  }

  private Redaction() {}
}
