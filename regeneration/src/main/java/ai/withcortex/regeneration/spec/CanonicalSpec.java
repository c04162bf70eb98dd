package ai.withcortex.regeneration.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Rewrites specs so that different notations with the same meaning become equal. */
final class CanonicalSpec {
  /** The members whose default is false. */
  private static final Set<String> FLAGS =
      Set.of(
          "allowEmptyValue",
          "allowReserved",
          "deprecated",
          "exclusiveMaximum",
          "exclusiveMinimum",
          "nullable",
          "readOnly",
          "required",
          "uniqueItems",
          "writeOnly");

  /** The members that contain values rather than parts of the spec. */
  private static final Set<String> VALUES = Set.of("default", "enum", "example", "examples");

  private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");

  private final ObjectNode root;

  private CanonicalSpec(JsonNode root) {
    this.root = root.deepCopy();
  }

  /** Returns the rewritten spec, with the names of the newer spec where a name has no effect. */
  static JsonNode of(JsonNode spec, JsonNode newer) {
    CanonicalSpec canonical = new CanonicalSpec(spec);
    canonical.namePathVariables(newer);
    canonical.spellHeaders(newer);
    canonical.rewrite();
    return canonical.root;
  }

  private void rewrite() {
    if (root.path("components") instanceof ObjectNode components
        && components.remove("schemas") instanceof ObjectNode schemas) {
      schemas.forEach(CanonicalSpec::rewriteParts); // A named schema stays a class.
      rewriteParts(root);
      components.set("schemas", schemas);
    } else {
      rewriteParts(root);
    }
  }

  private static void rewrite(JsonNode node) {
    rewriteParts(node);
    if (node instanceof ObjectNode object) {
      referDirectly(object);
    }
  }

  private static void rewriteParts(JsonNode node) {
    if (node instanceof ObjectNode object) {
      dropDefaults(object);
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        if (!VALUES.contains(member.getKey())) {
          rewrite(member.getValue());
        }
      }
    } else {
      node.forEach(CanonicalSpec::rewrite);
    }
  }

  private static void dropDefaults(ObjectNode object) {
    FLAGS.stream()
        .filter(flag -> object.path(flag).isBoolean() && !object.path(flag).asBoolean())
        .forEach(object::remove);
    if (object.path("allOf").isArray()) {
      object.remove("type"); // The parts determine it.
    }
    JsonNode additional = object.path("additionalProperties");
    if (additional.isObject() && additional.isEmpty()) {
      object.put("additionalProperties", true);
    }
    if (object.path("additionalProperties").asBoolean() && !object.path("properties").isEmpty()) {
      object.remove("additionalProperties"); // The client keeps unknown properties anyway.
    }
    if (object.path("in").isTextual() && object.path("name").isTextual()) {
      dropUsualStyle(object);
    }
  }

  private static void dropUsualStyle(ObjectNode parameter) {
    String usual = parameter.path("in").asText().equals("query") ? "form" : "simple";
    String style = parameter.path("style").asText(usual);
    boolean explodes = style.equals("form");
    if (style.equals(usual)) {
      parameter.remove("style");
    }
    if (parameter.path("explode").asBoolean(explodes) == explodes) {
      parameter.remove("explode");
    }
  }

  /** Replaces an {@code allOf} that has only one reference with the reference itself. */
  private static void referDirectly(ObjectNode object) {
    JsonNode parts = object.path("allOf");
    if (parts.isArray() && parts.size() == 1 && parts.get(0).path("$ref").isTextual()) {
      object.set("$ref", parts.get(0).get("$ref"));
      object.remove("allOf");
    }
  }

  private void namePathVariables(JsonNode newer) {
    Map<String, String> names = new TreeMap<>();
    newer.path("paths").fieldNames().forEachRemaining(path -> names.put(nameless(path), path));
    if (root.path("paths") instanceof ObjectNode paths) {
      List<Map.Entry<String, JsonNode>> items = List.copyOf(paths.properties());
      paths.removeAll();
      for (Map.Entry<String, JsonNode> item : items) {
        String path = names.getOrDefault(nameless(item.getKey()), item.getKey());
        Map<String, String> renamed = renamed(variables(item.getKey()), variables(path));
        rename(item.getValue(), renamed);
        item.getValue().forEach(operation -> rename(operation, renamed));
        paths.set(path, item.getValue());
      }
    }
  }

  private static String nameless(String path) {
    return VARIABLE.matcher(path).replaceAll("{}");
  }

  private static List<String> variables(String path) {
    return VARIABLE.matcher(path).results().map(match -> match.group(1)).toList();
  }

  private static Map<String, String> renamed(List<String> before, List<String> after) {
    Map<String, String> renamed = new TreeMap<>();
    for (int i = 0; i < before.size(); i++) {
      if (!before.get(i).equals(after.get(i))) {
        renamed.put(before.get(i), after.get(i));
      }
    }
    return renamed;
  }

  /** Renames parameters in copies, because several paths may refer to the same parameter. */
  private void rename(JsonNode owner, Map<String, String> names) {
    if (owner.path("parameters") instanceof ArrayNode parameters) {
      for (int i = 0; i < parameters.size(); i++) {
        JsonNode parameter =
            new SpecTree(root).resolved(new SpecTree.Part("", parameters.get(i))).node();
        String name = names.get(parameter.path("name").asText());
        if (name != null && parameter.path("in").asText().equals("path")) {
          parameters.set(i, ((ObjectNode) parameter.deepCopy()).put("name", name));
        }
      }
    }
  }

  private void spellHeaders(JsonNode newer) {
    Map<String, String> spelling = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    UnaryOperator<String> asFirst = name -> spelling.computeIfAbsent(name, first -> first);
    renameHeaders(newer.deepCopy(), asFirst);
    renameHeaders(root, asFirst);
  }

  /** Renames the headers of requests and responses. */
  private static void renameHeaders(JsonNode spec, UnaryOperator<String> names) {
    for (JsonNode parameter : spec.findParents("in")) {
      if (parameter.path("in").asText().equals("header") && parameter.has("name")) {
        ((ObjectNode) parameter).put("name", names.apply(parameter.get("name").asText()));
      }
    }
    List<JsonNode> responses = new ArrayList<>();
    spec.path("paths").findValues("responses").forEach(r -> r.forEach(responses::add));
    spec.at("/components/responses").forEach(responses::add);
    for (JsonNode response : responses) {
      if (response.path("headers") instanceof ObjectNode headers) {
        List<Map.Entry<String, JsonNode>> all = List.copyOf(headers.properties());
        headers.removeAll();
        all.forEach(header -> headers.set(names.apply(header.getKey()), header.getValue()));
      }
    }
  }
}
