package ai.withcortex.core;

/** Thrown when the API key is not known (401) or not allowed to do this (403). */
public final class AuthenticationException extends CortexApiException {
  AuthenticationException(ErrorAnswer answer) {
    super(answer);
  }
}
