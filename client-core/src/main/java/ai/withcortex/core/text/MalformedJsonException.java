package ai.withcortex.core.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;

/**
 * Thrown when a document is not valid JSON. Contains the reason and the offset of the error. The
 * message contains at most one character of the document.
 */
public final class MalformedJsonException extends IOException {
  /** The kinds of errors in a document. */
  public enum Reason {
    /** RFC 8259 does not allow the byte at this position. */
    SYNTAX,
    /** The document ends before its value is complete. */
    ENDS_EARLY,
    /** The byte is not valid UTF-8 (RFC 3629). */
    NOT_UTF8,
    /** The byte opens more nested arrays and objects than allowed. */
    TOO_DEEP,
    /** Something other than whitespace follows the value. */
    MORE_AFTER_END
  }

  private static final long serialVersionUID = 1;
  private static final int LONGEST_CHARACTER = 4;

  private final Reason reason;
  private final int offset;
  private final String expected;

  private MalformedJsonException(Reason reason, int offset, String expected, String found) {
    super("Expected " + expected + " but found " + found);
    this.reason = reason;
    this.offset = offset;
    this.expected = expected;
  }

  /**
   * Returns the exception for a byte that is unexpected or missing.
   *
   * @param expected what was expected, with its article, such as {@code "a value"}
   */
  static MalformedJsonException at(int offset, byte[] document, String expected) {
    if (offset < document.length && document[offset] < 0) {
      int endOfText = TextBytes.end(document, offset);
      if (endOfText < 0) {
        return notUtf8(~endOfText, document);
      }
    }
    Reason reason = offset < document.length ? Reason.SYNTAX : Reason.ENDS_EARLY;
    return new MalformedJsonException(reason, offset, expected, found(offset, document));
  }

  static MalformedJsonException notUtf8(int offset, byte[] document) {
    return offset < document.length
        ? new MalformedJsonException(Reason.NOT_UTF8, offset, "UTF-8", "an invalid byte")
        : at(offset, document, "UTF-8");
  }

  static MalformedJsonException tooDeep(int offset, int levels) {
    String expected = "at most " + levels + " levels of nesting";
    return new MalformedJsonException(Reason.TOO_DEEP, offset, expected, "more");
  }

  static MalformedJsonException moreAfterEnd(int offset, byte[] document) {
    return new MalformedJsonException(
        Reason.MORE_AFTER_END, offset, "the end of the JSON text", found(offset, document));
  }

  /** Returns the kind of error. */
  public Reason reason() {
    return reason;
  }

  /** Returns the index of the invalid byte, or the length of the document if it ends early. */
  public int offset() {
    return offset;
  }

  /** Returns what is wrong with a body and where, without any of its characters. */
  public String problemAt(String path) {
    String problem =
        reason == Reason.ENDS_EARLY
            ? "the JSON ends early"
            : reason == Reason.TOO_DEEP ? "the JSON is nested too deeply" : "malformed JSON";
    return problem + " at " + path + ", byte " + offset + " of the body: expected " + expected;
  }

  /**
   * Returns the message with a character offset in the text that the document was encoded from.
   *
   * @param index the index of the character whose bytes are at the offset
   */
  public String messageFor(String text, int index) {
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
