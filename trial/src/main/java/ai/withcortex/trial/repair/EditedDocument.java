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
import java.util.Map;
import java.util.TreeMap;

/** A document that remedies change, and the mappings that they add to the generator's settings. */
final class EditedDocument {
  private static final ObjectMapper MAPPER = new ObjectMapper();

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
