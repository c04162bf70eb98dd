package ai.withcortex.testing.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
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
import java.util.function.Supplier;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * A request as received. The path is still encoded, and the query is parsed. The body is empty
 * until it is read. Not thread-safe.
 *
 * <p>OkHttp's {@code HttpUrl} is not suitable for parsing. It replaces malformed UTF-8 with U+FFFD
 * instead of reporting an error. It also resolves {@code ..} in paths and would misread bytes that
 * a caller left unencoded, because the JDK's server passes each of them on as one character.
 */
public final class SandboxRequest {
  private final String method;
  private final String path;
  private final Map<String, List<String>> headers;
  private final Map<String, List<String>> query = new LinkedHashMap<>();
  private final Set<String> malformed = new LinkedHashSet<>();
  private final Supplier<InputStream> bodyStream;
  private byte[] body = {};

  /**
   * Creates a request.
   *
   * @param uri the path and query, as sent
   * @param headers a map whose lookups are case-insensitive
   * @param body opens the body, which is not read yet
   */
  public SandboxRequest(
      String method, URI uri, Map<String, List<String>> headers, Supplier<InputStream> body) {
    this.method = method;
    this.path = uri.getRawPath();
    this.headers = headers;
    this.bodyStream = body;
    if (uri.getRawQuery() != null) {
      for (String pair : uri.getRawQuery().split("&", -1)) {
        if (!pair.isEmpty()) {
          addParameter(pair);
        }
      }
    }
  }

  /** Returns the method, such as {@code GET}. */
  public String method() {
    return method;
  }

  /** Returns the path as sent. */
  public String path() {
    return path;
  }

  /** Returns the decoded segments of the path, or null if a segment is malformed. */
  public @Nullable List<String> segments() {
    List<String> segments = new ArrayList<>();
    for (String encoded : path.split("/", -1)) {
      String segment = decode(encoded.replace("+", "%2B"));
      if (segment == null) {
        return null;
      }
      segments.add(segment);
    }
    return segments;
  }

  /** Returns the headers. Lookups are case-insensitive. */
  public Map<String, List<String>> headers() {
    return headers;
  }

  /** Returns the first value of a header, or null if there is none. */
  public @Nullable String header(String name) {
    List<String> values = headers.getOrDefault(name, Collections.emptyList());
    return values.isEmpty() ? null : values.get(0);
  }

  /** Returns the decoded values by decoded name. Text that cannot be decoded is left unchanged. */
  public Map<String, List<String>> query() {
    return query;
  }

  /**
   * Reads the body to the end. If the body is not read, the server drops the connection after the
   * response.
   *
   * @throws IOException if the caller disconnects before
   */
  public void readBody() throws IOException {
    body = Okio.buffer(Okio.source(bodyStream.get())).readByteArray();
  }

  /** Returns the body as text, in which malformed UTF-8 is replaced; empty if it was not read. */
  public String body() {
    return new String(body, UTF_8);
  }

  /** Returns the values of a parameter, or an empty list if it was not sent. */
  List<String> parameters(String name) {
    return query.getOrDefault(name, Collections.emptyList());
  }

  /** Returns the names of the parameters that have a malformed name or value. */
  Set<String> malformed() {
    return malformed;
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
      // The JDK's server turns each unencoded byte into one character and rejects malformed
      // percent-encoding.
      byte[] bytes = URLDecoder.decode(encoded, ISO_8859_1.name()).getBytes(ISO_8859_1);
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    } catch (UnsupportedEncodingException e) {
      throw new AssertionError("Every JVM has ISO-8859-1", e);
    }
  }
}
