package ai.withcortex.core;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * Reads text that stands for bytes, which is UTF-8 but for its marks.
 *
 * <p>{@code ⏎} is CRLF, {@code «hex:EFBBBF»} bytes, {@code «times:9:x»} a repetition, {@code
 * «gzip:…»} compressed, {@code «half:…»} the first half of something.
 */
final class Marks {
  private final String text;
  private int at;

  private Marks(String text) {
    this.text = text;
  }

  /** The bytes, each as one character. */
  static String toBytes(String text) {
    return new Marks(text.replace("⏎", "\r\n")).read();
  }

  static String toText(String text) {
    return new String(toBytes(text).getBytes(ISO_8859_1), UTF_8);
  }

  /** Reads to the end, or to the end of the mark that was begun. */
  private String read() {
    StringBuilder bytes = new StringBuilder();
    while (at < text.length()) {
      int character = text.codePointAt(at);
      at += Character.charCount(character);
      if (character == '»') {
        break;
      }
      bytes.append(
          character == '«'
              ? mark()
              : new String(Character.toString(character).getBytes(UTF_8), ISO_8859_1));
    }
    return bytes.toString();
  }

  private String mark() {
    int colon = text.indexOf(':', at);
    String name = text.substring(at, colon);
    at = colon + 1;
    String content = read();
    return switch (name) {
      case "hex" -> new String(HexFormat.of().parseHex(content), ISO_8859_1);
      case "times" -> times(content.split(":", 2));
      case "gzip" -> gzip(content);
      case "half" -> content.substring(0, content.length() / 2);
      case "damaged" -> content.substring(0, content.length() - 8) + "\0".repeat(8);
      default -> throw new IllegalArgumentException("no such mark: " + name);
    };
  }

  private static String times(String[] content) {
    return content[1].repeat(Integer.parseInt(content[0]));
  }

  private static String gzip(String content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content.getBytes(ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(ISO_8859_1);
  }
}
