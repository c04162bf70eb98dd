package ai.withcortex.core;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Carries what is wrong with a body out of Retrofit; it holds no value of the body. */
final class UnreadableBodyException extends IOException {
  private static final long serialVersionUID = 1;

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

  CortexDataException toDataException(String requestName, int attempts) {
    return new CortexDataException(
        "Cannot read the answer to " + requestName + ": " + reason + Attempts.suffix(attempts),
        path,
        getCause(),
        bodyExcerpt,
        attempts);
  }
}
