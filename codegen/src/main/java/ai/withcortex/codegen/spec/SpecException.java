package ai.withcortex.codegen.spec;

import org.openapitools.codegen.CodegenOperation;

/**
 * Reports a construct in the spec that cannot be generated. The message has two sentences: the
 * first begins with the location of the construct, the second says what to write instead.
 */
public final class SpecException extends RuntimeException {
  /** Has no stack trace, since Maven would print it and the message would be hard to find. */
  public SpecException(SpecPlace place, String found, String remedy) {
    super(place.pointer() + " " + found + ". " + remedy, null, false, false);
  }

  public SpecException(CodegenOperation operation, String found, String remedy) {
    this(SpecPlace.operation(operation.path, operation.httpMethod), found, remedy);
  }
}
