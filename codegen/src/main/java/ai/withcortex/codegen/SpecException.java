package ai.withcortex.codegen;

/**
 * A construct in the spec that cannot be generated. The message is a sentence that begins with the
 * place of the construct, and another that says what to write instead.
 */
final class SpecException extends RuntimeException {
  /** Without a stack trace: Maven prints it, and the message would be lost in it. */
  SpecException(Place place, String found, String remedy) {
    super(place.pointer() + " " + found + ". " + remedy, null, false, false);
  }
}
