package ai.withcortex.codegen.spec;

import org.openapitools.codegen.CodegenOperation;

/**
 * Reports a construct in the spec that the generator does not support. The message has two
 * sentences: the first starts with the location of the construct, and the second says what to write
 * instead.
 *
 * <p>Checks throw it or pass it to {@link Faults}, which reports all faults of a spec in one run.
 */
public final class SpecException extends RuntimeException {
  // Exceptions are serializable, but this one is never serialized.
  private final transient SpecPlace place;
  private final String found;
  private final String remedy;

  /**
   * Creates an exception without a stack trace. Maven would print the trace, and the message would
   * be hard to find.
   */
  public SpecException(SpecPlace place, String found, String remedy) {
    super(place.pointer() + " " + found + ". " + remedy, null, false, false);
    this.place = place;
    this.found = found;
    this.remedy = remedy;
  }

  public SpecException(CodegenOperation operation, String found, String remedy) {
    this(SpecPlace.operation(operation.path, operation.httpMethod), found, remedy);
  }

  SpecPlace place() {
    return place;
  }

  /** Returns what is at the location, as the end of a sentence that starts with the location. */
  String found() {
    return found;
  }

  /** Returns what to write instead. */
  String remedy() {
    return remedy;
  }
}
