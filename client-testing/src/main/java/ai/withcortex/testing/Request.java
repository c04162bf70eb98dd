package ai.withcortex.testing;

import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as it came: the path is still encoded, the query is taken apart. */
final class Request {
  private final String method;
  private final String path;
  private final QueryString query;
  private final Map<String, List<String>> headers;

  private Request(
      String method, String path, QueryString query, Map<String, List<String>> headers) {
    this.method = method;
    this.path = path;
    this.query = query;
    this.headers = headers;
  }

  static Request of(HttpExchange exchange) {
    URI uri = exchange.getRequestURI();
    return new Request(
        exchange.getRequestMethod(),
        uri.getRawPath(),
        QueryString.parse(uri.getRawQuery()),
        exchange.getRequestHeaders());
  }

  String method() {
    return method;
  }

  String path() {
    return path;
  }

  QueryString query() {
    return query;
  }

  /** The first value of a header, or null. */
  @Nullable String header(String name) {
    List<String> values = headers.getOrDefault(name, Collections.emptyList());
    return values.isEmpty() ? null : values.get(0);
  }

  ReceivedRequest received(int status, @Nullable Fault fault) {
    return new ReceivedRequest(method, path, query.values(), headers, status, fault);
  }
}
