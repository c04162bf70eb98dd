package ai.withcortex.codegen.check;

import ai.withcortex.codegen.source.JavaNames;
import ai.withcortex.codegen.source.NameMappings;
import ai.withcortex.codegen.spec.Faults;
import ai.withcortex.codegen.spec.SpecDocument;
import ai.withcortex.codegen.spec.SpecException;
import ai.withcortex.codegen.spec.SpecKeywords;
import ai.withcortex.codegen.spec.SpecPlace;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Requires each value of an enum to have a constant of its own. */
final class ConstantCheck {
  private final SpecDocument spec;
  private final Map<String, String> mappings;
  private final Faults faults;

  /** The constants of all named enums, and those that are suggested; empty until needed. */
  private final Set<String> taken = new HashSet<>();

  /** The suggested constants by value. Mappings apply to all enums. */
  private final Map<String, String> suggestions = new HashMap<>();

  /**
   * @param mappings the constants that are chosen for values
   */
  ConstantCheck(SpecDocument spec, Map<String, String> mappings, Faults faults) {
    this.spec = spec;
    this.mappings = mappings;
    this.faults = faults;
  }

  void check(SpecPlace place, JsonNode schema) {
    JsonNode listed = schema.path(SpecKeywords.CONSTANTS);
    if (!listed.isMissingNode() && !isComplete(schema)) {
      throw new SpecException(
          place.to(SpecKeywords.CONSTANTS),
          "is " + listed + " instead of a list with one name for each value",
          "Fix or remove it.");
    }
    List<String> values = texts(schema.path("enum"));
    Map<String, String> owners = new HashMap<>();
    Map<String, String> constants = constants(schema);
    constants.forEach(
        (value, name) -> {
          int index = values.indexOf(value);
          boolean isPossible = JavaNames.isConstant(name, values.size());
          faults.collect(() -> NameCheck.requirePlain(place.to("enum", index), value));
          if (!NameCheck.isPlain(value)) {
            return;
          }
          String other = isPossible ? owners.put(name, value) : null;
          if (!isPossible) {
            String suggested = suggested(value, possible(value), index + 1, constants);
            faults.add(impossible(place.to("enum", index), value, name, suggested));
          } else if (other != null) {
            String suggested = suggested(value, name, index + 1, constants);
            faults.add(repeated(place.to("enum"), other, value, suggested));
          }
        });
  }

  /** Returns a name that Java allows. */
  private static String possible(String value) {
    String usual = JavaNames.constant(value);
    String other = JavaNames.isName(usual) ? usual : JavaNames.spelled(value);
    return JavaNames.constant(other);
  }

  private static SpecException impossible(
      SpecPlace place, String value, String name, String suggested) {
    return new SpecException(
        place,
        "would become the constant '" + name + "', but that name is taken or not valid in Java",
        NameMappings.suggest("enumNameMappings", value, suggested));
  }

  private static SpecException repeated(
      SpecPlace place, String other, String value, String suggested) {
    return new SpecException(
        place,
        "has the values '" + other + "' and '" + value + "', which would become the same constant",
        NameMappings.suggest("enumNameMappings", value, suggested));
  }

  private String suggested(String value, String name, int number, Map<String, String> constants) {
    return suggestions.computeIfAbsent(value, v -> suggest(name, number, constants));
  }

  /**
   * Returns the name, with a number if these constants or those of any named enum already have it.
   */
  private String suggest(String name, int first, Map<String, String> constants) {
    if (taken.isEmpty()) {
      spec.schemas().forEach(schema -> taken.addAll(constants(schema).values()));
    }
    taken.addAll(constants.values());
    String suggested = name;
    for (int number = first; !taken.add(suggested); number++) {
      suggested = name + "_" + number;
    }
    return suggested;
  }

  private Map<String, String> constants(JsonNode schema) {
    return JavaNames.constants(
        texts(schema.path("enum")),
        isComplete(schema) ? texts(schema.path(SpecKeywords.CONSTANTS)) : null,
        mappings);
  }

  private static boolean isComplete(JsonNode schema) {
    JsonNode listed = schema.path(SpecKeywords.CONSTANTS);
    return listed.isArray()
        && listed.size() == schema.path("enum").size()
        && listed.valueStream().allMatch(JsonNode::isTextual);
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asText).toList();
  }
}
