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
import org.jspecify.annotations.Nullable;

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
      requireType(schema.getKey());
    }
  }

  /**
   * Rejects lists and maps that consist of themselves, for which Java has no type. Of those that
   * refer to themselves directly, OpenAPI Generator takes the elements as JSON of any kind.
   */
  private void requireType(String name) {
    JsonNode schema = spec.schema(name);
    JsonNode part = schema.path(schema.has("items") ? "items" : "additionalProperties");
    boolean isDirect = part.has("$ref") && name.equals(element(schema));
    Set<String> path = new HashSet<>();
    String element = isNested(schema) && !isDirect ? element(schema) : null;
    while (element != null && path.add(element)) {
      element = element.equals(name) ? name : element(spec.schema(element));
    }
    if (path.contains(name)) {
      faults.add(
          new SpecException(
              SpecPlace.schema(name),
              "is a list or map of itself, for which Java has no type",
              "Allow elements of any type with {}, or use an object with a property."));
    }
  }

  /** Returns the name of the schema of which a list or map consists; null if it has none. */
  private static @Nullable String element(JsonNode schema) {
    JsonNode part = schema;
    while (isNested(part) || part.path("allOf").size() == 1) {
      part =
          part.has("items")
              ? part.path("items")
              : part.path("allOf").path(0).isMissingNode()
                  ? part.path("additionalProperties")
                  : part.path("allOf").path(0);
    }
    return part.has("$ref") ? SpecDocument.name(part.path("$ref").asText()) : null;
  }

  private static boolean isNested(JsonNode schema) {
    return schema.has("items")
        || (schema.path("additionalProperties").isObject() && !schema.has("properties"));
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
