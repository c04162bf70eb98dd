package ai.withcortex.codegen.check;

import ai.withcortex.codegen.source.BuilderMethods;
import ai.withcortex.codegen.source.JavaNames;
import ai.withcortex.codegen.source.NameMappings;
import ai.withcortex.codegen.spec.Faults;
import ai.withcortex.codegen.spec.SpecDocument;
import ai.withcortex.codegen.spec.SpecException;
import ai.withcortex.codegen.spec.SpecPlace;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Requires each property of a class to have its own accessor and its own builder methods. */
final class MethodCheck {
  /** Ends at references in a circle, which other checks report. */
  private static final int MOST_REFERENCES = 100;

  private final SpecDocument spec;
  private final Faults faults;

  MethodCheck(SpecDocument spec, Faults faults) {
    this.spec = spec;
    this.faults = faults;
  }

  /**
   * Checks the properties of one class.
   *
   * @param properties the schemas of the properties, by name in the spec
   * @param javaName returns the name of the accessor
   * @param isTaken returns whether other checks report that a name is taken
   * @param option the option of the generator that gives a property a different name
   * @param maps the Java names of maps that the class has, too
   */
  void check(
      Map<String, SpecDocument.Part> properties,
      UnaryOperator<String> javaName,
      Predicate<String> isTaken,
      String option,
      List<String> maps) {
    Map<String, String> owners = new HashMap<>();
    maps.forEach(map -> BuilderMethods.of(map, "object").forEach(name -> owners.put(name, map)));
    Map<String, String> constants = new HashMap<>();
    properties.forEach(
        (property, schema) -> {
          String name = javaName.apply(property);
          // Other checks report names that must change in any case.
          if (JavaNames.isName(name)
              && !Character.isUpperCase(name.charAt(0))
              && !isTaken.test(name)) {
            Set<String> methods = BuilderMethods.of(name, type(schema.node(), 0));
            String suggestion = NameMappings.suggest(option, property, JavaNames.other(name));
            requireOwn(schema.place(), property, methods, suggestion, owners);
            requireOwnConstant(schema.place(), name, suggestion, constants);
          }
        });
  }

  private void requireOwn(
      SpecPlace place,
      String property,
      Set<String> methods,
      String remedy,
      Map<String, String> owners) {
    List<String> taken = methods.stream().filter(owners::containsKey).toList();
    methods.forEach(method -> owners.putIfAbsent(method, property));
    if (!taken.isEmpty()) {
      String method = taken.get(0);
      faults.add(
          new SpecException(
              place,
              "would have the method '" + method + "', which '" + owners.get(method) + "' also has",
              remedy));
    }
  }

  /** Requires names that still differ as constants, which Immutables derives from them. */
  private void requireOwnConstant(
      SpecPlace place, String name, String remedy, Map<String, String> constants) {
    String constant = name.replaceAll("(?<=.)([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    String other = constants.putIfAbsent(constant, name);
    if (other != null && !other.equals(name)) {
      faults.add(
          new SpecException(
              place,
              "would have the name '" + name + "', which is too similar to '" + other + "'",
              remedy));
    }
  }

  /** Returns the type of a schema: array, object for a map, or any other text. */
  private String type(JsonNode schema, int depth) {
    JsonNode reference = schema.path("allOf").size() == 1 ? schema.path("allOf").get(0) : schema;
    if (reference.has("$ref") && depth < MOST_REFERENCES) {
      String target = reference.path("$ref").asText();
      return type(spec.schema(target.substring(target.lastIndexOf('/') + 1)), depth + 1);
    }
    return schema.path("properties").isEmpty() && !schema.has("allOf")
        ? schema.path("type").asText()
        : "";
  }
}
