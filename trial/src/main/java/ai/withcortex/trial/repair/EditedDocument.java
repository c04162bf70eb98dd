package ai.withcortex.trial.repair;

import ai.withcortex.codegen.spec.Faults;
import ai.withcortex.codegen.spec.SpecDocument;
import ai.withcortex.trial.workshop.Mappings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A document that remedies change, and the mappings that they add to the generator's settings. */
final class EditedDocument {
  private static final ObjectMapper MAPPER = new ObjectMapper();

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

  private final ObjectNode root;
  private final Map<String, Map<String, String>> mappings = new TreeMap<>();
  private int numbers;

  private EditedDocument(ObjectNode root) {
    this.root = root;
  }

  static EditedDocument read(Path document) {
    // Parts with YAML aliases are one node in several places, but edits are for one place.
    JsonNode root = SpecDocument.read(document, new Faults()).root().deepCopy();
    return new EditedDocument((ObjectNode) root);
  }

  void write(Path file) throws IOException {
    MAPPER.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
  }

  /** Returns all that remedies can change, as a text. */
  String state() {
    return root + " " + mappings;
  }

  ObjectNode root() {
    return root;
  }

  Mappings mappings() {
    return new Mappings(
        mappings.getOrDefault("nameMappings", Map.of()),
        mappings.getOrDefault("modelNameMappings", Map.of()),
        mappings.getOrDefault("parameterNameMappings", Map.of()),
        mappings.getOrDefault("enumNameMappings", Map.of()));
  }

  /** Adds to a setting of the generator. */
  void map(String setting, String name, String java) {
    mappings.computeIfAbsent(setting, s -> new TreeMap<>()).put(name, java);
  }

  /** Returns the object for a section of the components, such as schemas. */
  ObjectNode section(String name) {
    return root.withObject("components").withObject(name);
  }

  /** Returns a number that no other call returns, for names that must differ. */
  int nextNumber() {
    return ++numbers;
  }

  /** Gives an inline schema a name, and replaces it with a reference. */
  void name(Place place) {
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
    section("schemas").set(name, schema);
    if (use.isEmpty()) {
      place.set(reference);
    } else {
      use.putArray("allOf").add(reference);
      place.set(use);
    }
  }

  private String freeName(Place place) {
    StringBuilder name = new StringBuilder();
    for (String step : place.steps()) {
      if (!KEYWORDS.contains(step) && !step.isEmpty()) {
        name.append(step.substring(0, 1).toUpperCase(Locale.ROOT)).append(step.substring(1));
      }
    }
    String base = name.toString().replaceAll("[^A-Za-z0-9]", "").replaceFirst("^(?![A-Za-z])", "N");
    Set<String> taken = new HashSet<>();
    section("schemas").fieldNames().forEachRemaining(n -> taken.add(n.toLowerCase(Locale.ROOT)));
    String free = base;
    while (taken.contains(free.toLowerCase(Locale.ROOT))) {
      free = base + "V" + nextNumber();
    }
    return free;
  }

  /** Removes all references to a component from lists and objects. */
  void removeReferences(String reference) {
    removeReferences(root, reference);
  }

  private static void removeReferences(JsonNode node, String reference) {
    if (node instanceof ArrayNode list) {
      for (int i = list.size() - 1; i >= 0; i--) {
        if (list.get(i).path("$ref").asText().equals(reference)) {
          list.remove(i);
        }
      }
    } else if (node instanceof ObjectNode object) {
      object.properties().removeIf(p -> p.getValue().path("$ref").asText().equals(reference));
    }
    node.forEach(part -> removeReferences(part, reference));
  }
}
