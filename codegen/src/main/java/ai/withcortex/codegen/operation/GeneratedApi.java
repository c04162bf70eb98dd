package ai.withcortex.codegen.operation;

import java.util.List;
import java.util.stream.Collectors;

/** A Retrofit interface to generate. The templates read the record components by name. */
public record GeneratedApi(String name, String javadoc, List<Method> methods) {

  /** A method that makes one HTTP call. */
  record Method(
      String name,
      String javadoc,
      List<String> annotations,
      String returnType,
      List<Parameter> parameters) {

    String parameterList() {
      return parameters.stream().map(Parameter::declaration).collect(Collectors.joining(", "));
    }
  }

  /** A method parameter, with annotations that say where in the request its argument goes. */
  record Parameter(String annotations, String type, String name) {
    String declaration() {
      return annotations + " " + type + " " + name;
    }
  }
}
