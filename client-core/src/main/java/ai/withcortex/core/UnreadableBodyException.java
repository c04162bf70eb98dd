package ai.withcortex.core;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Carries what is wrong with a body out of Retrofit; it holds no value of the body. */
final class UnreadableBodyException extends IOException {
  private static final long serialVersionUID = 1;

  private final String reason;
  private final String path;

  UnreadableBodyException(String reason, String path, @Nullable CortexDataException cause) {
    super(reason, cause);
    this.reason = reason;
    this.path = path;
  }

  CortexDataException toDataException(String requestName) {
    return new CortexDataException(
        "Cannot read the answer to " + requestName + ": " + reason, path, getCause());
  }
}
