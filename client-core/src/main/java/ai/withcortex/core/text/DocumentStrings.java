package ai.withcortex.core.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.jspecify.annotations.Nullable;

/**
 * Decodes the strings of a document. Reuses recent short strings, because a run has mostly the same
 * keys and ids as the previous run.
 */
public final class DocumentStrings {
  private static final int LONGEST_KEPT = 40;

  /** The initial and maximum numbers of strings kept; both are twice a power of four. */
  private static final int FEWEST = 32;

  private static final int MOST = 512;

  private @Nullable String[] latest = new String[FEWEST];

  /** The number of strings decoded for this cache. */
  private int made;

  private char[] characters = {};

  /** Returns the string for the given bytes, each of which is one character. */
  public String ofAscii(byte[] bytes, int start, int end) {
    if (end - start > LONGEST_KEPT) {
      return new String(bytes, start, end - start, ISO_8859_1);
    }
    // The same hash as String.hashCode().
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + bytes[i];
    }
    String known = latest[slot(hash)];
    if (known != null && isEqual(known, bytes, start, end)) {
      return known;
    }
    if (made == latest.length && made < MOST) {
      keepMore();
    }
    made++;
    String string = new String(bytes, start, end - start, ISO_8859_1);
    latest[slot(hash)] = string;
    return string;
  }

  private int slot(int hash) {
    return (hash ^ (hash >>> 15)) & (latest.length - 1);
  }

  private void keepMore() {
    @Nullable String[] before = latest;
    latest = new String[4 * before.length];
    for (String string : before) {
      if (string != null) {
        latest[slot(string.hashCode())] = string;
      }
    }
  }

  private static boolean isEqual(String known, byte[] bytes, int start, int end) {
    if (known.length() != end - start) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (known.charAt(i - start) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** Returns the string between the quotes, which must be valid UTF-8 with valid escapes. */
  public String of(byte[] bytes, int start, int end) {
    // Each character has at least as many bytes as chars.
    if (characters.length < end - start) {
      characters = new char[Math.max(end - start, 2 * characters.length)];
    }
    int length = 0;
    for (int i = start; i < end; ) {
      int first = bytes[i];
      if (first == '\\' && bytes[i + 1] == 'u') {
        characters[length++] = fromHex(bytes, i + 2);
        i += 6;
      } else if (first == '\\') {
        characters[length++] = JsonString.unescape((char) bytes[i + 1]);
        i += 2;
      } else if (first >= 0) {
        characters[length++] = (char) first;
        i++;
      } else if (first < (byte) 0xE0) {
        characters[length++] = (char) ((first & 0x1F) << 6 | sixBits(bytes, i + 1));
        i += 2;
      } else if (first < (byte) 0xF0) {
        int upper = (first & 0x0F) << 6 | sixBits(bytes, i + 1);
        characters[length++] = (char) (upper << 6 | sixBits(bytes, i + 2));
        i += 3;
      } else {
        int upper = (first & 0x07) << 6 | sixBits(bytes, i + 1);
        int lower = sixBits(bytes, i + 2) << 6 | sixBits(bytes, i + 3);
        length += Character.toChars(upper << 12 | lower, characters, length);
        i += 4;
      }
    }
    return new String(characters, 0, length);
  }

  private static int sixBits(byte[] bytes, int index) {
    return bytes[index] & 0x3F;
  }

  private static char fromHex(byte[] bytes, int start) {
    int value = 0;
    for (int i = start; i < start + 4; i++) {
      value = value << 4 | Character.digit(bytes[i], 16);
    }
    return (char) value;
  }
}
