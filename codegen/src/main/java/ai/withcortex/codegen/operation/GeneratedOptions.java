package ai.withcortex.codegen.operation;

import java.util.List;

/**
 * The class for the optional parameters of one operation. The template reads the components by
 * name.
 *
 * @param calls what makes the call, for each interface that has the operation, and with and without
 *     an optional body
 */
public record GeneratedOptions(
    String name, String javadoc, List<Option> options, List<Sending> calls) {
  /** Whether an operation of several interfaces has methods that only their types tell apart. */
  boolean overloaded() {
    return calls.stream().map(Sending::api).distinct().count() > 1;
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

  /** A method that makes the call. */
  record Sending(
      String javadoc,
      boolean deprecated,
      String returnType,
      String api,
      String method,
      String parameterList,
      String argumentList) {}
}
