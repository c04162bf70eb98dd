package ai.withcortex.core;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Carries out of OkHttp why an attempt has no API key. */
final class CredentialsUnavailableException extends IOException {
  private static final long serialVersionUID = 1;

  CredentialsUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
