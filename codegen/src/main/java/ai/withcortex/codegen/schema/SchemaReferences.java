package ai.withcortex.codegen.schema;

import ai.withcortex.codegen.spec.SpecDocument;
import ai.withcortex.codegen.spec.SpecException;
import ai.withcortex.codegen.spec.SpecPlace;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds out which schemas are referenced and how, because OpenAPI Generator does not pass on this
 * information.
 */
final class SchemaReferences {
  private static final String BODIES = "#/components/requestBodies/";

  private final JsonNode schemas;

  /** The names of schemas that other schemas list directly under {@code allOf}. */
  private final Set<String> inherited = new LinkedHashSet<>();

  /** The names of schemas that are referenced in any other way. */
  private final Set<String> used = new LinkedHashSet<>();

  /** The names of schemas to which request bodies refer, directly or indirectly. */
  private final Set<String> sent = new LinkedHashSet<>();

  SchemaReferences(OpenAPI spec) {
    JsonNode tree = Json.mapper().valueToTree(spec);
    this.schemas = tree.path("components").path("schemas");
    for (JsonNode schema : schemas) {
      inherited.addAll(bases(schema));
      countUsesBesideBases(schema);
    }
    for (Map.Entry<String, JsonNode> section : tree.path("components").properties()) {
      if (!section.getKey().equals("schemas")) {
        countUses(section.getValue());
      }
    }
    countUses(tree.path("paths"));
    JsonNode bodies = tree.path("components").path("requestBodies");
    tree.path("paths").findValues("requestBody").forEach(body -> collectSent(body, bodies));
  }

  private void collectSent(JsonNode node, JsonNode bodies) {
    String reference = node.path("$ref").asText();
    if (reference.startsWith(BODIES)) {
      collectSent(bodies.path(name(reference)), bodies);
    } else if (reference.startsWith(SpecDocument.SCHEMAS) && sent.add(name(reference))) {
      collectSent(schemas.path(name(reference)), bodies);
    }
    node.forEach(part -> collectSent(part, bodies));
  }

  /** Returns whether request bodies contain objects of this schema. */
  boolean isSent(String schema) {
    return sent.contains(schema);
  }

  /**
   * Returns whether the schema is only a base of other schemas, so that no value has just this
   * schema.
   */
  boolean isOnlyInherited(String schema) {
    return inherited.contains(schema) && !used.contains(schema);
  }

  /** Returns the schema name for each label of a union, in the order of the mapping. */
  Map<String, String> labels(String union) {
    Map<String, String> labels = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> label :
        schemas.path(union).path("discriminator").path("mapping").properties()) {
      labels.put(label.getKey(), name(label.getValue().asText()));
    }
    if (labels.isEmpty()) {
      throw new SpecException(
          SpecPlace.schema(union).to("discriminator"),
          "has no mapping",
          "Map each label to its schema.");
    }
    return labels;
  }

  /** Returns the schema that all variants of a union list under {@code allOf}. */
  String sharedBase(String union, Collection<String> variants) {
    List<String> shared = null;
    for (String variant : variants) {
      List<String> bases = bases(schemas.path(variant));
      if (shared == null) {
        shared = new ArrayList<>(bases);
      } else {
        shared.retainAll(bases);
      }
    }
    if (shared == null || shared.isEmpty()) {
      throw new SpecException(
          SpecPlace.schema(union),
          "is a union whose variants share no base",
          "Put the label and other shared properties into one schema, and list that schema"
              + " under allOf in each variant.");
    }
    return shared.get(0);
  }

  /** Returns the properties that the schema requires in any part of its {@code allOf}. */
  Set<String> required(String schema) {
    Set<String> required = new LinkedHashSet<>();
    collectRequired(schemas.path(schema), required);
    return required;
  }

  private void collectRequired(JsonNode schema, Set<String> required) {
    schema.path("required").forEach(name -> required.add(name.asText()));
    for (JsonNode part : schema.path("allOf")) {
      collectRequired(part, required);
    }
    bases(schema).forEach(base -> collectRequired(schemas.path(base), required));
  }

  private static List<String> bases(JsonNode schema) {
    List<String> bases = new ArrayList<>();
    schema.path("allOf").forEach(part -> addReference(part, bases));
    return bases;
  }

  private void countUsesBesideBases(JsonNode schema) {
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      if (keyword.getKey().equals("allOf")) {
        keyword.getValue().forEach(part -> part.forEach(this::countUses));
      } else {
        countUses(keyword.getValue());
      }
    }
  }

  private void countUses(JsonNode node) {
    addReference(node, used);
    node.forEach(this::countUses);
  }

  private static void addReference(JsonNode node, Collection<String> names) {
    String reference = node.path("$ref").asText();
    if (reference.startsWith(SpecDocument.SCHEMAS)) {
      names.add(name(reference));
    }
  }

  private static String name(String reference) {
    return SpecDocument.name(reference);
  }
}
