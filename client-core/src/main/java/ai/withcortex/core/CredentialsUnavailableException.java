package ai.withcortex.core;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Carries the reason for a missing API key out of OkHttp. */
final class CredentialsUnavailableException extends IOException {
  private static final long serialVersionUID = 1;

  CredentialsUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
