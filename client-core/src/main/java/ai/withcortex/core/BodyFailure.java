package ai.withcortex.core;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import java.io.EOFException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says why a body could not be read, in words that cannot hold a value of the body.
 *
 * <p>Messages of Moshi and of the JDK's parsers quote values ({@code Expected an int but was 1.5},
 * {@code For input string: …}). So they are neither repeated nor kept as causes; of Moshi's, the
 * words of a fixed vocabulary are taken over.
 */
final class BodyFailure {
  private static final int LONGEST_PATH = 512;
  private static final String TOKEN =
      "BEGIN_ARRAY|END_ARRAY|BEGIN_OBJECT|END_OBJECT|NAME|STRING|NUMBER|BOOLEAN|NULL|END_DOCUMENT";
  private static final Pattern EXPECTED =
      Pattern.compile(
          "Expected ("
              + TOKEN
              + "|null|a (?:name|string|boolean|double|long|value)|an int) but was (?:("
              + TOKEN
              + ") .*|.*)",
          Pattern.DOTALL);

  /** The SDK's own adapters word their failures themselves, and keep values out of them. */
  static UnreadableBodyException of(CortexDataException failure, String readerPath) {
    String path = failure.path();
    return new UnreadableBodyException(
        String.valueOf(failure.getMessage()),
        OneLine.of(path == null ? readerPath : path, LONGEST_PATH),
        failure);
  }

  static UnreadableBodyException of(Exception failure, String readerPath) {
    String path = OneLine.of(readerPath, LONGEST_PATH);
    return new UnreadableBodyException(reason(failure) + " at " + path, path, "");
  }

  private static String reason(Exception failure) {
    if (failure instanceof EOFException) {
      return "the JSON ends early";
    }
    if (failure instanceof JsonEncodingException) {
      return "malformed JSON";
    }
    String message = failure.getMessage();
    if (failure instanceof JsonDataException && message != null) {
      Matcher matcher = EXPECTED.matcher(message);
      if (matcher.matches()) {
        String found = matcher.group(2);
        return "expected "
            + matcher.group(1)
            + ", found "
            + (found == null ? "something else" : found);
      }
    }
    return "found a value that does not fit";
  }

  private BodyFailure() {}
}
