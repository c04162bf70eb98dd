package ai.withcortex.core.json;

import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.text.MalformedJsonException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader.Token;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Creates the failures of all adapters. Messages say what was expected, what was found, and where,
 * but never contain a value.
 */
final class JsonErrors {
  private static final String DOCUMENT = "$";
  private static final String AT_PATH = " at path ";
  private static final int LONGEST_PATH = 512;
  private static final Map<Token, String> NAMES = new EnumMap<>(Token.class);

  static {
    NAMES.put(Token.BEGIN_OBJECT, "an object");
    NAMES.put(Token.BEGIN_ARRAY, "an array");
    NAMES.put(Token.STRING, "a string");
    NAMES.put(Token.NUMBER, "a number");
    NAMES.put(Token.BOOLEAN, "a boolean");
    NAMES.put(Token.NULL, "null");
    NAMES.put(Token.NAME, "a name");
    NAMES.put(Token.END_OBJECT, "the end of the object");
    NAMES.put(Token.END_ARRAY, "the end of the array");
    NAMES.put(Token.END_DOCUMENT, "the end of the document");
  }

  private JsonErrors() {}

  /**
   * Returns the failure for a value of the wrong kind.
   *
   * @param expected what was expected, with its article, such as {@code "a string"}
   */
  static CortexDataException mismatch(String expected, Token found, String path) {
    return at(path, "Expected " + expected + " but found " + NAMES.get(found), null);
  }

  /** Returns the failure for a null that was to be written or that an adapter returned. */
  static CortexDataException foundNull(String expected, String path) {
    return at(path, "Expected " + expected + " but found null", null);
  }

  /**
   * Returns the failure for a value of the right kind that was rejected. The message starts with
   * the message of {@code cause}.
   */
  static CortexDataException refused(IllegalArgumentException cause, String path) {
    return at(path, String.valueOf(cause.getMessage()), cause);
  }

  /** Returns the failure for a problem at the given path, which is added to the message. */
  static CortexDataException at(String path, String problem, @Nullable Throwable cause) {
    return new CortexDataException(problem + AT_PATH + shown(path), path, cause);
  }

  /**
   * Returns the failure with {@code place} prepended to its path, for a value that was handled as a
   * separate document.
   */
  static CortexDataException standingAt(String place, CortexDataException failure) {
    String path = String.valueOf(failure.path());
    String message = String.valueOf(failure.getMessage());
    String suffix = AT_PATH + shown(path);
    return message.endsWith(suffix)
        ? at(
            place + path.substring(DOCUMENT.length()),
            message.substring(0, message.length() - suffix.length()),
            failure.getCause())
        : failure;
  }

  /** Returns Moshi's exception for a malformed value from Moshi's reader. */
  static JsonEncodingException malformed(MalformedJsonException cause, String path) {
    JsonEncodingException malformed =
        new JsonEncodingException(cause.getMessage() + AT_PATH + shown(path));
    malformed.initCause(cause);
    return malformed;
  }

  /**
   * Makes a path safe for a message by removing line breaks and limiting the length, because names
   * come from the document.
   */
  private static String shown(String path) {
    String start = path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) + "..." : path;
    return start.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ");
  }
}
