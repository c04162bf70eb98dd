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

/** A spec as a tree, with queries that several comparisons need. */
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
      return new Part(pointer + "/" + escaped(name), node.path(name));
    }
  }

  JsonNode root() {
    return root;
  }

  JsonNode schemas() {
    return root.at("/components/schemas");
  }

  /**
   * Returns the target of a reference in this spec, or the part itself. Does not follow references
   * to files.
   */
  Part resolved(Part part) {
    Part target = part;
    for (int steps = 0; target.node().path("$ref").asText().startsWith("#/"); steps++) {
      if (steps == 100) {
        throw new IllegalArgumentException(
            "The reference "
                + part.node().path("$ref")
                + " refers to itself. Point it to a definition.");
      }
      String reference = target.node().get("$ref").asText();
      target = new Part(reference, root.at(JsonPointer.compile(reference.substring(1))));
    }
    return target;
  }

  /** Returns the operations by method and path, such as {@code get /books}. */
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
   * Returns the parameters of an operation in the order of the arguments: shared parameters of its
   * path before its own, path parameters before all other parameters, required parameters before
   * optional parameters.
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

  /** Returns a key that distinguishes a parameter from all other parameters of its operation. */
  static String key(Part parameter) {
    return parameter.node().path("in").asText() + " " + parameter.node().path("name").asText();
  }

  /** Returns the names of the schemas that requests can contain. */
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

  /** Returns the names of the schemas whose properties are the fields of a form. */
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

  /** Returns the schemas that inherit the properties of the named schema, and unions of them. */
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

  /** Returns the last part of a reference, such as the name of a schema. */
  static String referred(JsonNode reference) {
    String text = reference.asText();
    return text.substring(text.lastIndexOf('/') + 1);
  }

  static JsonNode missing() {
    return MissingNode.getInstance();
  }

  /** Returns the value as part of a sentence. */
  static String shown(JsonNode node) {
    if (node.isMissingNode()) {
      return "not set";
    }
    String text = node.isValueNode() ? node.asText() : node.toString();
    return "`" + (text.length() > 80 ? text.substring(0, 80) + "…" : text) + "`";
  }

  /** Returns the names of the members of both objects, starting with those of the second object. */
  static List<String> names(JsonNode old, JsonNode now) {
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : now.properties()) {
      names.add(member.getKey());
    }
    for (Map.Entry<String, JsonNode> member : old.properties()) {
      if (!now.has(member.getKey())) {
        names.add(member.getKey());
      }
    }
    return names;
  }

  /** Returns the name as a step of a JSON pointer. */
  static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
