package ai.withcortex.trial.repair;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Gives inline schemas names. */
final class SchemaNames {
  /** Steps that say what a place is, and not which. */
  private static final Set<String> KEYWORDS =
      Set.of(
          "additionalProperties",
          "application/json",
          "components",
          "content",
          "items",
          "parameters",
          "paths",
          "properties",
          "requestBody",
          "responses",
          "schema",
          "schemas");

  /** What describes the use of a schema, and not the schema. */
  private static final List<String> OF_USE =
      List.of("nullable", "default", "deprecated", "readOnly", "writeOnly");

  private SchemaNames() {}

  /** Gives an inline schema a name, and replaces it with a reference. */
  static void name(Place place) {
    if (!(place.node() instanceof ObjectNode schema)) {
      return;
    }
    String name = freeName(place);
    ObjectNode reference = Place.JSON.objectNode().put("$ref", "#/components/schemas/" + name);
    ObjectNode use = Place.JSON.objectNode();
    for (String keyword : OF_USE) {
      if (schema.has(keyword)) {
        use.set(keyword, schema.remove(keyword));
      }
    }
    place.document().section("schemas").set(name, schema);
    if (use.isEmpty()) {
      place.set(reference);
    } else {
      use.putArray("allOf").add(reference);
      place.set(use);
    }
  }

  private static String freeName(Place place) {
    StringBuilder name = new StringBuilder();
    for (String step : place.steps()) {
      if (!KEYWORDS.contains(step) && !step.isEmpty()) {
        name.append(step.substring(0, 1).toUpperCase(Locale.ROOT)).append(step.substring(1));
      }
    }
    String base = name.toString().replaceAll("[^A-Za-z0-9]", "").replaceFirst("^(?![A-Za-z])", "N");
    Set<String> taken = new HashSet<>();
    place
        .document()
        .section("schemas")
        .fieldNames()
        .forEachRemaining(n -> taken.add(n.toLowerCase(Locale.ROOT)));
    String free = base;
    while (taken.contains(free.toLowerCase(Locale.ROOT))) {
      free = base + "V" + place.document().nextNumber();
    }
    return free;
  }
}
