package ai.withcortex.client.internal;

import static java.util.Objects.requireNonNull;

import okio.Buffer;
import okio.ByteString;

/**
 * The text format for saved state: its kind and version, followed by the bytes and their checksum.
 */
public final class SavedText {
  private static final int CHECK_BYTES = 8;

  private final String type;
  private final String action;
  private final String version;

  /**
   * @param type the name of the class whose {@code text} method returns the text
   * @param action the operation whose state is saved, {@code walk} or {@code watch}
   */
  public SavedText(String type, String action) {
    this.type = type;
    this.action = action;
    version = "cortex-" + action + "-1:";
  }

  /** Encodes content as text. */
  public String write(ByteString content) {
    Buffer bytes = new Buffer().write(content).write(check(content));
    return version + bytes.readByteString().base64Url();
  }

  /**
   * Decodes content from text.
   *
   * @throws IllegalArgumentException if the text has a different format or version, or is damaged
   */
  public ByteString read(String text) {
    requireNonNull(text, "text == null");
    if (!text.startsWith(version)) {
      boolean isOtherVersion = text.startsWith("cortex-" + action + "-");
      String start = text.substring(0, Math.min(text.length(), version.length()));
      throw new IllegalArgumentException(
          String.format(
              "Expected the text of a %s, which starts with %s, found %s; start the %s over",
              type, version, isOtherVersion ? start : "something else", action));
    }
    ByteString bytes = ByteString.decodeBase64(text.substring(version.length()));
    int size = bytes == null ? -1 : bytes.size() - CHECK_BYTES;
    if (bytes == null || size < 0 || !bytes.endsWith(check(bytes.substring(0, size)))) {
      throw damaged(text);
    }
    return bytes.substring(0, size);
  }

  /** Returns the exception to throw when the content of the text cannot be read. */
  public IllegalArgumentException damaged(String text) {
    return new IllegalArgumentException(
        String.format(
            "The text of this %1$s is damaged (%2$d characters); pass it exactly as %1$s.text()"
                + " returned it, or start the %3$s over",
            type, text.length(), action));
  }

  private static ByteString check(ByteString content) {
    return content.sha256().substring(0, CHECK_BYTES);
  }
}
