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

  private final Components components;
  private final SchemaTypes types;

  private DocumentParts(Components components) {
    this.components = components;
    this.types = new SchemaTypes(components);
  }

  public static DocumentParts read(Path document) {
    return new DocumentParts(new Components(SpecDocument.read(document, new Faults()).root()));
  }

  public SchemaTypes types() {
    return types;
  }

  /** Returns all operations in the order of the document. */
  public List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : components.root().path("paths").properties()) {
      boolean isExtension = path.getKey().startsWith("x-");
      for (Map.Entry<String, JsonNode> part : path.getValue().properties()) {
        if (!isExtension && METHODS.contains(part.getKey())) {
          OperationReader reader = new OperationReader(components, types);
          operations.add(
              reader.read(path.getKey(), part.getKey(), path.getValue(), part.getValue()));
        }
      }
    }
    return operations;
  }
}
