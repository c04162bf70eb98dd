package ai.withcortex.codegen.spec;

import org.openapitools.codegen.CodegenOperation;

/**
 * A construct in the spec that cannot be generated. The message is a sentence that begins with the
 * place of the construct, and another that says what to write instead.
 */
public final class SpecException extends RuntimeException {
  /** Without a stack trace: Maven prints it, and the message would be lost in it. */
  public SpecException(SpecPlace place, String found, String remedy) {
    super(place.pointer() + " " + found + ". " + remedy, null, false, false);
  }

  public SpecException(CodegenOperation operation, String found, String remedy) {
    this(SpecPlace.operation(operation.path, operation.httpMethod), found, remedy);
  }
}
