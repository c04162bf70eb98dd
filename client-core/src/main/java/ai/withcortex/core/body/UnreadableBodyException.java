package ai.withcortex.core.body;

import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.http.RequestName;
import ai.withcortex.core.text.MalformedJsonException;
import ai.withcortex.core.text.OneLine;
import com.squareup.moshi.JsonDataException;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Carries a problem with a body out of Retrofit. The message cannot contain a value from the body.
 *
 * <p>Messages from Moshi and the JDK parsers quote values ({@code Expected an int but was 1.5},
 * {@code For input string: …}). Therefore, this class does not repeat these messages or keep their
 * exceptions as causes; from Moshi's messages, it takes only words from a fixed vocabulary.
 */
public final class UnreadableBodyException extends IOException {
  private static final long serialVersionUID = 1;
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

  /**
   * @param place the position of the reader; a path in the failure takes precedence
   */
  static UnreadableBodyException of(Exception failure, String place) {
    if (failure instanceof CortexDataException) {
      return of((CortexDataException) failure, place);
    }
    String path = OneLine.of(place, LONGEST_PATH);
    String reason =
        failure instanceof MalformedJsonException
            ? ((MalformedJsonException) failure).problemAt(path)
            : reason(failure) + " at " + path;
    return new UnreadableBodyException(reason, path, "");
  }

  private final String reason;
  private final String path;
  private final String bodyExcerpt;

  UnreadableBodyException(String reason, String path, @Nullable CortexDataException cause) {
    this(reason, path, "");
    initCause(cause);
  }

  UnreadableBodyException(String reason, String path, String bodyExcerpt) {
    super(reason);
    this.reason = reason;
    this.path = path;
    this.bodyExcerpt = bodyExcerpt;
  }

  public CortexDataException toDataException(String requestName, int attempts) {
    return new CortexDataException(
        "Cannot read the response to "
            + requestName
            + ": "
            + reason
            + RequestName.attempts(attempts),
        path,
        getCause(),
        bodyExcerpt,
        attempts);
  }

  /** Keeps the message of a failure from the SDK's own adapters, which contains no values. */
  private static UnreadableBodyException of(CortexDataException failure, String place) {
    String path = failure.path();
    return new UnreadableBodyException(
        String.valueOf(failure.getMessage()),
        OneLine.of(path == null ? place : path, LONGEST_PATH),
        failure);
  }

  private static String reason(Exception failure) {
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
    return "found an invalid value";
  }
}
