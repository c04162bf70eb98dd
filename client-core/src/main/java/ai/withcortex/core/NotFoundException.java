package ai.withcortex.core;

/** Thrown when there is no such app, workflow or run, or none that the API key may see (404). */
public final class NotFoundException extends CortexApiException {
  NotFoundException(ErrorAnswer answer) {
    super(answer);
  }
}
