package ai.withcortex.codegen.spec;

import org.openapitools.codegen.CodegenOperation;

/**
 * Reports a construct in the spec that the generator does not support. The message has two
 * sentences: the first starts with the location of the construct, and the second says what to write
 * instead.
 */
public final class SpecException extends RuntimeException {
  /**
   * Creates an exception without a stack trace. Maven would print the trace, and the message would
   * be hard to find.
   */
  public SpecException(SpecPlace place, String found, String remedy) {
    super(place.pointer() + " " + found + ". " + remedy, null, false, false);
  }

  public SpecException(CodegenOperation operation, String found, String remedy) {
    this(SpecPlace.operation(operation.path, operation.httpMethod), found, remedy);
  }
}
