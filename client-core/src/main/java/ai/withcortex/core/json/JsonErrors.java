package ai.withcortex.core.json;

import ai.withcortex.core.CortexDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader.Token;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words in which all adapters fail: what was expected, what was found, where; never a value.
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
   * For a value that is of the wrong kind.
   *
   * @param expected with its article, such as {@code "a string"}
   */
  static CortexDataException mismatch(String expected, Token found, String path) {
    return at(path, "Expected " + expected + " but found " + NAMES.get(found), null);
  }

  /** For a null that was to be written, or that an adapter has returned. */
  static CortexDataException foundNull(String expected, String path) {
    return at(path, "Expected " + expected + " but found null", null);
  }

  /**
   * For a value of the right kind that {@code cause} refused; its message becomes the beginning.
   */
  static CortexDataException refused(IllegalArgumentException cause, String path) {
    return at(path, String.valueOf(cause.getMessage()), cause);
  }

  /** For what is wrong at a path, which the message ends with. */
  static CortexDataException at(String path, String problem, @Nullable Throwable cause) {
    return new CortexDataException(problem + AT_PATH + shown(path), path, cause);
  }

  /** The same failure of a value that was written as a document of its own but stands elsewhere. */
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

  /** For a value that Moshi's reader handed over, as Moshi fails with it. */
  static JsonEncodingException malformed(MalformedJsonException cause, String path) {
    JsonEncodingException malformed =
        new JsonEncodingException(cause.getMessage() + AT_PATH + shown(path));
    malformed.initCause(cause);
    return malformed;
  }

  /** Names come from the document, too: in a message they make no lines and are not endless. */
  private static String shown(String path) {
    String start = path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) + "..." : path;
    return start.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ");
  }
}
