package ai.withcortex.regeneration.spec;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A spec as a tree, with what is asked of it more than once. */
final class SpecTree {
  private static final String SCHEMAS = "#/components/schemas/";

  private final JsonNode root;

  SpecTree(String yaml) throws IOException {
    root = new ObjectMapper(new YAMLFactory()).readTree(yaml);
  }

  JsonNode root() {
    return root;
  }

  JsonNode schemas() {
    return root.at("/components/schemas");
  }

  /** What a reference of this spec leads to, or the node itself. References to files stay. */
  JsonNode resolved(JsonNode node) {
    JsonNode target = node;
    for (int steps = 0; target.path("$ref").asText().startsWith("#/"); steps++) {
      if (steps == 100) {
        throw new IllegalArgumentException(
            "The reference " + node.path("$ref") + " leads to itself. Point it at a definition.");
      }
      target = root.at(JsonPointer.compile(target.get("$ref").asText().substring(1)));
    }
    return target;
  }

  /** The operations by method and path, such as {@code get /books}. */
  Map<String, JsonNode> operations() {
    Map<String, JsonNode> operations = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        if (METHODS.contains(operation.getKey())) {
          operations.put(operation.getKey() + " " + path.getKey(), operation.getValue());
        }
      }
    }
    return operations;
  }

  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  /** The parameters of an operation and of its path, in their order. */
  List<JsonNode> parameters(String path, JsonNode operation) {
    List<JsonNode> parameters = new ArrayList<>();
    operation.path("parameters").forEach(parameter -> parameters.add(resolved(parameter)));
    for (JsonNode shared : root.path("paths").path(path).path("parameters")) {
      JsonNode parameter = resolved(shared);
      if (parameters.stream().noneMatch(own -> key(own).equals(key(parameter)))) {
        parameters.add(parameter);
      }
    }
    return parameters;
  }

  /** What tells a parameter from others of its operation. */
  static String key(JsonNode parameter) {
    return parameter.path("in").asText() + " " + parameter.path("name").asText();
  }

  /** The names of the schemas that a request can hold. */
  Set<String> requestSchemas() {
    Set<String> names = new TreeSet<>();
    operations()
        .forEach(
            (key, operation) -> {
              reach(resolved(operation.path("requestBody")), names);
              parameters(key.substring(key.indexOf(' ') + 1), operation)
                  .forEach(parameter -> reach(parameter, names));
            });
    return names;
  }

  private void reach(JsonNode node, Set<String> names) {
    String reference = node.path("$ref").asText();
    if (reference.startsWith(SCHEMAS)) {
      String name = reference.substring(SCHEMAS.length());
      if (names.add(name)) {
        reach(schemas().path(name), names);
      }
      return;
    }
    node.forEach(child -> reach(child, names));
  }

  /** The last part of a reference, such as the name of a schema. */
  static String referred(JsonNode reference) {
    String text = reference.asText();
    return text.substring(text.lastIndexOf('/') + 1);
  }

  static JsonNode missing() {
    return MissingNode.getInstance();
  }
}
