package ai.withcortex.core;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okio.ByteString;

/**
 * What a {@link FaultServer} sends for one request, and what becomes of the connection then.
 *
 * <p>A step is a name in {@code fault-matrix/answers.txt}, or a status, with a Retry-After ({@code
 * 503 after 5}), a Location ({@code 302 to /there}) or any headers ({@code 429 with retry-after-ms:
 * 5}). A head in the table may be written as {@code {422; x-request-id: r_1}}, which adds the usual
 * headers.
 */
record FaultAnswer(ByteString bytes, Ending ending) {
  enum Ending {
    /** The next request may come. */
    KEEP,
    CLOSE,
    /** A TCP reset instead of an orderly end. */
    RESET,
    /** Nothing more is sent until the client leaves. */
    HANG,
    /** The body of the request is not even read. */
    DEAF
  }

  private static final Pattern STATUS =
      Pattern.compile("(\\d{3})(?: after (.*)| to (.*)| with (.*))?");
  private static final Pattern HEAD = Pattern.compile("^\\{(\\d{3})(?:; ([^}]*))?}");

  private static final Map<String, FaultAnswer> NAMED =
      TableFile.rows("/fault-matrix/answers.txt", 3)
          .collect(
              Collectors.toMap(
                  row -> row[0],
                  row ->
                      new FaultAnswer(
                          toBytes(row[2]), Ending.valueOf(row[1].toUpperCase(Locale.ROOT)))));

  static FaultAnswer of(String step) {
    FaultAnswer named = NAMED.get(step);
    if (named != null) {
      return named;
    }
    Matcher status = STATUS.matcher(step);
    if (!status.matches()) {
      throw new IllegalArgumentException("no such answer: " + step);
    }
    return new FaultAnswer(toBytes(toRaw(status)), Ending.KEEP);
  }

  private static String toRaw(Matcher status) {
    String code = status.group(1);
    return "{"
        + code
        + (code.equals("200") ? "" : "; Content-Type:")
        + (status.group(2) == null ? "" : "; Retry-After: " + status.group(2))
        + (status.group(3) == null ? "" : "; Location: " + status.group(3))
        + (status.group(4) == null ? "" : "; " + status.group(4))
        + "}"
        + (code.equals("200") ? "[]" : "");
  }

  /** The same with a header that announces the end of the connection. */
  ByteString bytesThatClose() {
    return ending == Ending.KEEP
        ? ByteString.encodeString(
            bytes.string(ISO_8859_1).replaceFirst("\r\n", "\r\nConnection: close\r\n"), ISO_8859_1)
        : bytes;
  }

  private static ByteString toBytes(String raw) {
    String answer = Marks.toBytes(HEAD.matcher(raw).replaceFirst(FaultAnswer::head));
    int body = answer.indexOf("\r\n\r\n") + 4;
    return ByteString.encodeString(
        answer.replaceFirst("Content-Length: #", "Content-Length: " + (answer.length() - body)),
        ISO_8859_1);
  }

  /** Later headers replace those before; an empty one is left out. */
  private static String head(MatchResult head) {
    String all =
        "Content-Type: application/json; Set-Cookie: session=canary-payload; Content-Length: #; "
            + (head.group(2) == null ? "" : head.group(2));
    Map<String, String> headers =
        Arrays.stream(all.split("; "))
            .map(header -> header.split(": ?", 2))
            .collect(
                Collectors.toMap(
                    header -> header[0],
                    header -> header[1],
                    (before, after) -> after,
                    LinkedHashMap::new));
    return Matcher.quoteReplacement(
        headers.entrySet().stream()
            .filter(header -> !header.getValue().isEmpty())
            .map(header -> header.getKey() + ": " + header.getValue() + "⏎")
            .collect(
                Collectors.joining("", "HTTP/1.1 " + head.group(1) + " canary-payload⏎", "⏎")));
  }
}
