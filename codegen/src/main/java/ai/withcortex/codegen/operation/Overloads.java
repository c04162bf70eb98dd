package ai.withcortex.codegen.operation;

import ai.withcortex.codegen.spec.SpecKeywords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;

/**
 * The overloads of an operation's method. Released overloads never change. Each version that adds
 * parameters adds one overload, with all parameters up to that version.
 */
final class Overloads {
  private static final Comparator<String> BY_NUMBERS =
      (one, other) -> Arrays.compare(numbers(one), numbers(other));

  private Overloads() {}

  /** Returns the overloads, newest first. */
  static List<Overload> of(CodegenOperation operation) {
    TreeSet<String> versions = new TreeSet<>(BY_NUMBERS);
    for (CodegenParameter parameter : operation.allParams) {
      String since = since(parameter);
      if (since != null) {
        versions.add(since);
      }
    }
    List<Overload> overloads = new ArrayList<>();
    for (String version : versions.descendingSet()) {
      overloads.add(new Overload(version, parametersBy(operation, version)));
    }
    overloads.add(new Overload(null, parametersBy(operation, "0.0.0")));
    return overloads;
  }

  private static List<CodegenParameter> parametersBy(CodegenOperation operation, String version) {
    return operation.allParams.stream()
        .filter(
            parameter -> {
              String since = since(parameter);
              return since == null || BY_NUMBERS.compare(since, version) <= 0;
            })
        .toList();
  }

  /** Returns the first client version that has the parameter; null if all versions have it. */
  static @Nullable String since(CodegenParameter parameter) {
    Object since = parameter.vendorExtensions.get(SpecKeywords.SINCE);
    return since == null ? null : since.toString();
  }

  private static int[] numbers(String version) {
    return Arrays.stream(version.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
  }

  /**
   * The parameters of one overload.
   *
   * @param since the first version with this overload; null if all versions have it
   */
  record Overload(@Nullable String since, List<CodegenParameter> parameters) {}
}
