package ai.withcortex.trial.call;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import okio.ByteString;

/**
 * A request as a server received it.
 *
 * @param path the path without decoding
 * @param query the query without decoding; empty if there is none
 * @param headers the values by name, in any case
 */
record ReceivedRequest(
    String method, String path, String query, Map<String, List<String>> headers, ByteString body) {

  static ReceivedRequest of(HttpExchange exchange) throws IOException {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(exchange.getRequestHeaders());
    String query = exchange.getRequestURI().getRawQuery();
    return new ReceivedRequest(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getRawPath(),
        query == null ? "" : query,
        headers,
        ByteString.of(exchange.getRequestBody().readAllBytes()));
  }

  List<String> header(String name) {
    return headers.getOrDefault(name, List.of());
  }

  String text() {
    return body.utf8();
  }

  /** A part of a multipart body. */
  record Part(Map<String, String> headers, String content) {
    /** Returns a parameter of the disposition, such as the name; empty if there is none. */
    String disposition(String parameter) {
      String text = headers.getOrDefault("Content-Disposition", "");
      int start = text.indexOf("; " + parameter + "=\"");
      if (start < 0) {
        return "";
      }
      String value = text.substring(start + parameter.length() + 4);
      return value.substring(0, value.indexOf('"')).replace("%22", "\"");
    }
  }

  /** Returns the parts of a multipart body. */
  List<Part> parts() {
    String type = String.join("", header("Content-Type"));
    String boundary = "--" + type.replaceFirst(".*boundary=", "");
    List<Part> parts = new ArrayList<>();
    String[] pieces = ("\r\n" + body.string(ISO_8859_1)).split("\r\n" + boundary, -1);
    for (int i = 1; i < pieces.length - 1; i++) {
      parts.add(part(pieces[i].substring("\r\n".length())));
    }
    return parts;
  }

  private static Part part(String text) {
    String[] headAndContent = text.split("\r\n\r\n", 2);
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line : utf8(headAndContent[0]).split("\r\n", -1)) {
      String[] header = line.split(": ", 2);
      headers.put(header[0], header[1]);
    }
    return new Part(headers, utf8(headAndContent[1]));
  }

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(ISO_8859_1), UTF_8);
  }
}
