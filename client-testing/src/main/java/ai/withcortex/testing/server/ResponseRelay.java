package ai.withcortex.testing.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;
import okio.Okio;

/**
 * Relays the responses on one connection unchanged, except for {@code Date}: the JDK's server sets
 * that header itself, so the sandbox sends the value that it wants in a header of its own.
 */
final class ResponseRelay {
  /** Contains the value of {@code Date}; empty for a response without one. */
  static final String DATE = "Cortex-sandbox-date";

  private static final int BUFFER_SIZE = 8192;
  private static final ByteString END_OF_HEAD = ByteString.encodeUtf8("\r\n\r\n");
  private static final Pattern LENGTH = header("Content-length");
  private static final Pattern SERVER_DATE = header("Date");
  private static final Pattern SANDBOX_DATE = header(DATE);

  private final BufferedSource in;
  private final OutputStream out;

  ResponseRelay(InputStream in, OutputStream out) {
    this.in = Okio.buffer(Okio.source(in));
    this.out = out;
  }

  /** Relays responses until the server closes its side, possibly amid one of them. */
  void run() throws IOException {
    long end = in.indexOf(END_OF_HEAD);
    while (end >= 0) {
      String head = in.readString(end + END_OF_HEAD.size(), ISO_8859_1);
      out.write(dated(head).getBytes(ISO_8859_1));
      Matcher length = LENGTH.matcher(head);
      passBody(length.find() ? Long.parseLong(length.group(1)) : 0);
      end = in.indexOf(END_OF_HEAD);
    }
    in.readAll(Okio.sink(out));
  }

  private void passBody(long length) throws IOException {
    Buffer buffer = new Buffer();
    for (long rest = length; rest > 0; ) {
      long count = in.read(buffer, Math.min(rest, BUFFER_SIZE));
      if (count < 0) {
        return;
      }
      buffer.readAll(Okio.sink(out));
      rest -= count;
    }
  }

  private static String dated(String head) {
    Matcher date = SANDBOX_DATE.matcher(head);
    if (!date.find()) {
      return head;
    }
    String line = date.group(1).isEmpty() ? "" : "Date: " + date.group(1) + "\r\n";
    String withoutDates = SERVER_DATE.matcher(date.replaceFirst("")).replaceFirst("");
    int end = withoutDates.length() - 2;
    return withoutDates.substring(0, end) + line + withoutDates.substring(end);
  }

  /** Returns a pattern for the line of a header; the server writes a space before each value. */
  private static Pattern header(String name) {
    return Pattern.compile("(?dim)^" + name + ": ([^\r\n]*)\r\n");
  }
}
