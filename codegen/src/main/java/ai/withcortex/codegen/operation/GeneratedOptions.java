package ai.withcortex.codegen.operation;

import java.util.List;

/**
 * The class for the optional parameters of one operation. The template reads the record components
 * by name.
 *
 * @param calls the methods that create the call, for each interface that declares the operation,
 *     with and without an optional body
 */
public record GeneratedOptions(
    String name, String javadoc, List<Option> options, List<CallMethod> calls) {
  /**
   * Returns whether several interfaces declare the operation, so that only types distinguish its
   * methods.
   */
  boolean overloaded() {
    return calls.stream().map(CallMethod::api).distinct().count() > 1;
  }

  /**
   * An optional parameter.
   *
   * @param rules the builder calls that describe the parameter
   * @param showing the method of {@code ModelText} that shows the parameter
   */
  record Option(
      String javadoc,
      boolean deprecated,
      String type,
      String accessor,
      String jsonName,
      List<String> rules,
      String showing) {}

  /** A method that creates the call. */
  record CallMethod(
      String javadoc,
      boolean deprecated,
      String returnType,
      String api,
      String method,
      String parameterList,
      String argumentList) {}
}
