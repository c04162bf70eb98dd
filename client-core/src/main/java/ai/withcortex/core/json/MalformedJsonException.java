package ai.withcortex.core.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;

/**
 * Says why a document cannot be read as JSON, and at which byte. The message has one character of
 * the document at most.
 */
public final class MalformedJsonException extends IOException {
  /** What is wrong. */
  public enum Reason {
    /** RFC 8259 has something else there. */
    SYNTAX,
    /** The document ends before its value does. */
    ENDS_EARLY,
    /** The byte is no UTF-8 (RFC 3629). */
    NOT_UTF8,
    /** The byte opens more arrays and objects than may be open at a time. */
    TOO_DEEP,
    /** More than whitespace follows the value. */
    MORE_AFTER_END
  }

  private static final long serialVersionUID = 1;
  private static final int LONGEST_CHARACTER = 4;

  private final Reason reason;
  private final int offset;
  private final String expected;
  private final int levels;

  private MalformedJsonException(
      Reason reason, int offset, String expected, String found, int levels) {
    super("Expected " + expected + " but found " + found);
    this.reason = reason;
    this.offset = offset;
    this.expected = expected;
    this.levels = levels;
  }

  /**
   * For a byte that is not as expected, which may be missing.
   *
   * @param expected with its article, such as {@code "a value"}
   */
  static MalformedJsonException at(int offset, byte[] document, String expected) {
    if (offset < document.length && document[offset] < 0) {
      int endOfText = TextBytes.end(document, offset);
      if (endOfText < 0) {
        return notUtf8(~endOfText, document);
      }
    }
    Reason reason = offset < document.length ? Reason.SYNTAX : Reason.ENDS_EARLY;
    return new MalformedJsonException(reason, offset, expected, found(offset, document), 0);
  }

  static MalformedJsonException notUtf8(int offset, byte[] document) {
    return offset < document.length
        ? new MalformedJsonException(Reason.NOT_UTF8, offset, "UTF-8", "another byte", 0)
        : at(offset, document, "UTF-8");
  }

  static MalformedJsonException tooDeep(int offset, int levels) {
    String expected = "at most " + levels + " levels of nesting";
    return new MalformedJsonException(Reason.TOO_DEEP, offset, expected, "more", levels);
  }

  static MalformedJsonException moreAfterEnd(int offset, byte[] document) {
    return new MalformedJsonException(
        Reason.MORE_AFTER_END, offset, "the end of the JSON text", found(offset, document), 0);
  }

  /** What is wrong. */
  public Reason reason() {
    return reason;
  }

  /** The byte where it is wrong, from 0; the length of a document that ends early. */
  public int offset() {
    return offset;
  }

  /** How many levels may be open at a time, if there are more; else 0. */
  public int levels() {
    return levels;
  }

  /**
   * The message for the text of which the document was made, by its characters.
   *
   * @param index the character whose bytes are at the offset
   */
  String messageFor(String text, int index) {
    String found = reason == Reason.TOO_DEEP ? "more" : found(text, index);
    return "Expected "
        + (reason == Reason.NOT_UTF8 ? "a surrogate pair" : expected)
        + " but found "
        + found
        + " at offset "
        + index;
  }

  private static String found(int offset, byte[] document) {
    int length = Math.max(0, Math.min(LONGEST_CHARACTER, document.length - offset));
    return length == 0 ? found("", 0) : found(new String(document, offset, length, UTF_8), 0);
  }

  private static String found(String text, int index) {
    if (index == text.length()) {
      return "the end";
    }
    int c = text.codePointAt(index);
    return c > ' ' && c < 0x7f ? "'" + (char) c + "'" : String.format("U+%04X", c);
  }
}
