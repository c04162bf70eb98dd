package ai.withcortex.codegen;

/** A construct in the spec that cannot be generated; the message says what to write instead. */
final class SpecException extends RuntimeException {
  SpecException(String message) {
    super(message);
  }
}
