package ai.withcortex.codegen.check;

import ai.withcortex.codegen.spec.Faults;
import ai.withcortex.codegen.spec.SpecDocument;
import ai.withcortex.codegen.spec.SpecException;
import ai.withcortex.codegen.spec.SpecPlace;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Rejects objects that require an object of their own type, because such values would be infinite.
 */
final class RecursionCheck {
  private final SpecDocument spec;
  private final Faults faults;

  /** The names of the schemas whose parts have been followed. */
  private final Set<String> followed = new HashSet<>();

  RecursionCheck(SpecDocument spec, Faults faults) {
    this.spec = spec;
    this.faults = faults;
  }

  void check() {
    for (Map.Entry<String, JsonNode> schema : spec.schemas().properties()) {
      follow(schema.getKey(), new LinkedHashSet<>());
    }
  }

  private void follow(String name, Set<String> path) {
    path.add(name);
    Map<SpecPlace, String> parts = new LinkedHashMap<>();
    collect(SpecPlace.schema(name), spec.schema(name), parts);
    parts.forEach(
        (place, part) -> {
          if (path.contains(part)) {
            faults.addUnlessKnown(
                new SpecException(
                    place,
                    "makes each '" + part + "' contain another '" + part + "', without end",
                    "Make it optional or nullable."));
          } else if (!followed.contains(part)) {
            follow(part, path);
          }
        });
    path.remove(name);
    followed.add(name);
  }

  /**
   * Collects the schemas whose values every value of the given schema must contain, by location.
   */
  private static void collect(SpecPlace place, JsonNode schema, Map<SpecPlace, String> parts) {
    addReferred(place, schema, parts);
    for (JsonNode required : schema.path("required")) {
      JsonNode property = schema.path("properties").path(required.asText());
      SpecPlace its = place.to("properties", required.asText());
      if (!property.path("nullable").asBoolean()) {
        addReferred(its, property, parts);
        addReferred(its, property.path("allOf").path(0), parts);
      }
    }
    for (int i = 0; i < schema.path("allOf").size(); i++) {
      collect(place.to("allOf", i), schema.path("allOf").get(i), parts);
    }
  }

  private static void addReferred(SpecPlace place, JsonNode schema, Map<SpecPlace, String> parts) {
    String reference = schema.path("$ref").asText();
    if (reference.startsWith(SpecDocument.SCHEMAS)) {
      parts.put(place, SpecDocument.name(reference));
    }
  }
}
