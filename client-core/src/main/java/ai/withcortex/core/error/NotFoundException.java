package ai.withcortex.core.error;

/** Thrown when the app, workflow or run does not exist, or the API key may not see it (404). */
public final class NotFoundException extends CortexApiException {
  NotFoundException(Builder response) {
    super(response);
  }
}
