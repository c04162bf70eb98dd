package ai.withcortex.regeneration.spec;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A spec as a tree, with what is asked of it more than once. */
final class SpecTree {
  private static final String SCHEMAS = "#/components/schemas/";

  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final JsonNode root;

  SpecTree(JsonNode root) {
    this.root = root;
  }

  /** A part of the spec, and the JSON pointer to it. */
  record Part(String pointer, JsonNode node) {
    Part at(String name) {
      return new Part(pointer + "/" + SpecComparison.escaped(name), node.path(name));
    }
  }

  JsonNode root() {
    return root;
  }

  JsonNode schemas() {
    return root.at("/components/schemas");
  }

  /** What a reference of this spec leads to, or the part itself. References to files stay. */
  Part resolved(Part part) {
    Part target = part;
    for (int steps = 0; target.node().path("$ref").asText().startsWith("#/"); steps++) {
      if (steps == 100) {
        throw new IllegalArgumentException(
            "The reference "
                + part.node().path("$ref")
                + " leads to itself. Point it at a definition.");
      }
      String reference = target.node().get("$ref").asText();
      target = new Part(reference, root.at(JsonPointer.compile(reference.substring(1))));
    }
    return target;
  }

  /** The operations by method and path, such as {@code get /books}. */
  Map<String, Part> operations() {
    Map<String, Part> operations = new LinkedHashMap<>();
    Part paths = new Part("#/paths", root.path("paths"));
    for (Map.Entry<String, JsonNode> path : paths.node().properties()) {
      Part item = paths.at(path.getKey());
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        if (METHODS.contains(operation.getKey())) {
          operations.put(operation.getKey() + " " + path.getKey(), item.at(operation.getKey()));
        }
      }
    }
    return operations;
  }

  /**
   * The parameters of an operation in the order of the arguments: those of its path are before its
   * own, those in the path before others, and what is required before what is not.
   */
  List<Part> parameters(String path, Part operation) {
    List<Part> own = resolvedParameters(operation);
    List<Part> parameters = new ArrayList<>();
    for (Part shared : resolvedParameters(new Part("#/paths", root.path("paths")).at(path))) {
      if (own.stream().noneMatch(parameter -> key(parameter).equals(key(shared)))) {
        parameters.add(shared);
      }
    }
    parameters.addAll(own);
    parameters.sort(
        Comparator.comparing(
                (Part parameter) -> !parameter.node().path("in").asText().equals("path"))
            .thenComparing(parameter -> !parameter.node().path("required").asBoolean()));
    return parameters;
  }

  private List<Part> resolvedParameters(Part owner) {
    Part list = owner.at("parameters");
    List<Part> parameters = new ArrayList<>();
    for (int i = 0; i < list.node().size(); i++) {
      parameters.add(resolved(new Part(list.pointer() + "/" + i, list.node().get(i))));
    }
    return parameters;
  }

  /** What tells a parameter from others of its operation. */
  static String key(Part parameter) {
    return parameter.node().path("in").asText() + " " + parameter.node().path("name").asText();
  }

  /** The names of the schemas that a request can hold. */
  Set<String> requestSchemas() {
    Set<String> names = new TreeSet<>();
    operations()
        .forEach(
            (key, operation) -> {
              reach(resolved(operation.at("requestBody")).node(), names);
              parameters(key.substring(key.indexOf(' ') + 1), operation)
                  .forEach(parameter -> reach(parameter.node(), names));
            });
    return names;
  }

  /** The names of the schemas whose properties are the fields of a form. */
  Set<String> formSchemas() {
    Set<String> names = new TreeSet<>();
    for (Part operation : operations().values()) {
      JsonNode content = resolved(operation.at("requestBody")).node().path("content");
      for (Map.Entry<String, JsonNode> medium : content.properties()) {
        String reference = medium.getValue().path("schema").path("$ref").asText();
        if (isForm(medium.getKey()) && reference.startsWith(SCHEMAS)) {
          names.add(reference.substring(SCHEMAS.length()));
        }
      }
    }
    return names;
  }

  static boolean isForm(String mediaType) {
    return mediaType.startsWith("multipart/")
        || mediaType.equals("application/x-www-form-urlencoded");
  }

  /** The schemas that have the properties of another: those made of it, and unions of those. */
  Set<String> heirs(String name) {
    Set<String> heirs = new TreeSet<>();
    collectHeirs(name, heirs);
    return heirs;
  }

  private void collectHeirs(String name, Set<String> heirs) {
    for (Map.Entry<String, JsonNode> schema : schemas().properties()) {
      boolean isHeir =
          refersTo(schema.getValue().path("allOf"), name)
              || (heirs.contains(name) && refersTo(schema.getValue().path("oneOf"), name));
      if (isHeir && heirs.add(schema.getKey())) {
        collectHeirs(schema.getKey(), heirs);
      }
    }
  }

  private static boolean refersTo(JsonNode list, String name) {
    for (JsonNode element : list) {
      if (element.path("$ref").asText().equals(SCHEMAS + name)) {
        return true;
      }
    }
    return false;
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
