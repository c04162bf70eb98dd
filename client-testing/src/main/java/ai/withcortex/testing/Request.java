package ai.withcortex.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request as received: the path is still encoded, the query is parsed. */
final class Request {
  private final String method;
  private final String path;
  private final Map<String, List<String>> headers;
  private final Map<String, List<String>> query = new LinkedHashMap<>();
  private final Set<String> malformed = new LinkedHashSet<>();

  private Request(HttpExchange exchange) {
    URI uri = exchange.getRequestURI();
    method = exchange.getRequestMethod();
    path = uri.getRawPath();
    headers = exchange.getRequestHeaders();
    if (uri.getRawQuery() != null) {
      for (String pair : uri.getRawQuery().split("&", -1)) {
        if (!pair.isEmpty()) {
          addParameter(pair);
        }
      }
    }
  }

  static Request of(HttpExchange exchange) {
    return new Request(exchange);
  }

  String method() {
    return method;
  }

  /** Returns the route of the path; null if the path matches no route or is malformed. */
  @Nullable Route route() {
    return Route.of(path);
  }

  /**
   * Returns the values of a parameter, none if it was not sent. Text that cannot be decoded is left
   * as it is.
   */
  List<String> parameters(String name) {
    return query.getOrDefault(name, Collections.emptyList());
  }

  /** Returns the names of parameters with a malformed name or value. */
  Set<String> malformed() {
    return malformed;
  }

  /** Returns the first value of a header, or null. */
  @Nullable String header(String name) {
    List<String> values = headers.getOrDefault(name, Collections.emptyList());
    return values.isEmpty() ? null : values.get(0);
  }

  ReceivedRequest received(int status, @Nullable Fault fault) {
    return new ReceivedRequest(method, path, query, headers, status, fault);
  }

  private void addParameter(String pair) {
    int equals = pair.indexOf('=');
    String rawName = equals < 0 ? pair : pair.substring(0, equals);
    String rawValue = equals < 0 ? "" : pair.substring(equals + 1);
    String decodedName = decode(rawName);
    String decodedValue = decode(rawValue);
    String name = decodedName == null ? rawName : decodedName;
    if (decodedName == null || decodedValue == null) {
      malformed.add(name);
    }
    query
        .computeIfAbsent(name, unused -> new ArrayList<>())
        .add(decodedValue == null ? rawValue : decodedValue);
  }

  /** Returns the decoded text of a name or value in a query, or null if it is not UTF-8. */
  private static @Nullable String decode(String encoded) {
    try {
      // The JDK's server turns each byte that a caller left unencoded into a character, and refuses
      // malformed percent-encoding.
      byte[] bytes = URLDecoder.decode(encoded, ISO_8859_1.name()).getBytes(ISO_8859_1);
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    } catch (UnsupportedEncodingException e) {
      throw new AssertionError("Every JVM has ISO-8859-1", e);
    }
  }

  /** The two identifiers in a path {@code /apps/{app_id}/workflows/{workflow_id}/runs}. */
  static final class Route {
    static final String TEMPLATE = "/apps/{app_id}/workflows/{workflow_id}/runs";

    private static final String[] SEGMENTS = TEMPLATE.split("/", -1);

    final String appId;
    final String workflowId;

    private Route(String appId, String workflowId) {
      this.appId = appId;
      this.workflowId = workflowId;
    }

    private static @Nullable Route of(String path) {
      String[] segments = path.split("/", -1);
      if (segments.length != SEGMENTS.length) {
        return null;
      }
      for (int i = 0; i < SEGMENTS.length; i++) {
        String segment = decode(segments[i].replace("+", "%2B"));
        boolean isVariable = SEGMENTS[i].startsWith("{");
        if (segment == null || (isVariable ? segment.isEmpty() : !segment.equals(SEGMENTS[i]))) {
          return null;
        }
        segments[i] = segment;
      }
      return new Route(segments[2], segments[4]);
    }
  }
}
