package ai.withcortex.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Decodes percent-encoded UTF-8, strictly. */
final class PercentEncoding {
  private PercentEncoding() {}

  /** Returns the text of a path segment, or null if that is malformed. */
  static @Nullable String decodeSegment(String encoded) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
    for (int i = 0; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      if (c == '%') {
        int high = digit(encoded, i + 1);
        int low = digit(encoded, i + 2);
        if (high < 0 || low < 0) {
          return null;
        }
        bytes.write(high * 16 + low);
        i += 2;
      } else if (c > 0xff) {
        return null;
      } else {
        // The JDK's server makes a character of each byte that a caller left unencoded.
        bytes.write(c);
      }
    }
    return utf8(bytes.toByteArray());
  }

  /** Returns the text of a name or value in a query, or null if that is malformed. */
  static @Nullable String decodeQuery(String encoded) {
    return decodeSegment(encoded.replace('+', ' '));
  }

  private static int digit(String encoded, int index) {
    char c = index < encoded.length() ? encoded.charAt(index) : 'x';
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }

  private static @Nullable String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
