package ai.withcortex.codegen.operation;

import java.util.List;

/**
 * The class for the optional parameters of one operation. The template reads the components by
 * name.
 *
 * @param calls the methods that create the call, for each interface with the operation, with and
 *     without an optional body
 */
public record GeneratedOptions(
    String name, String javadoc, List<Option> options, List<CallMethod> calls) {
  /** Whether the operation is in several interfaces, so that only types distinguish its methods. */
  boolean overloaded() {
    return calls.stream().map(CallMethod::api).distinct().count() > 1;
  }

  /**
   * One parameter.
   *
   * @param rules the calls that describe it
   * @param showing the method of {@code ModelText} that shows it
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
