package ai.withcortex.trial.schema;

import ai.withcortex.codegen.spec.Faults;
import ai.withcortex.codegen.spec.SpecDocument;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The schemas and operations of a document that the generator accepts. */
public final class DocumentParts {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch");

  private final JsonNode root;
  private final SchemaTypes types;

  private DocumentParts(JsonNode root) {
    this.root = root;
    this.types = new SchemaTypes(this);
  }

  public static DocumentParts read(Path document) {
    return new DocumentParts(SpecDocument.read(document, new Faults()).root());
  }

  public SchemaTypes types() {
    return types;
  }

  /** Returns all operations in the order of the document. */
  public List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> part : path.getValue().properties()) {
        if (METHODS.contains(part.getKey())) {
          OperationReader reader = new OperationReader(this, types);
          operations.add(
              reader.read(path.getKey(), part.getKey(), path.getValue(), part.getValue()));
        }
      }
    }
    return operations;
  }

  JsonNode schemas() {
    return root.path("components").path("schemas");
  }

  /** Returns a part, or the component to which it refers. */
  JsonNode resolve(JsonNode part, String section) {
    JsonNode reference = part.path("$ref");
    return reference.isMissingNode()
        ? part
        : resolve(root.path("components").path(section).path(name(reference)), section);
  }

  /** Returns the last name of a reference or of a variant in a mapping. */
  static String name(JsonNode reference) {
    return SpecDocument.name(reference.asText());
  }
}
