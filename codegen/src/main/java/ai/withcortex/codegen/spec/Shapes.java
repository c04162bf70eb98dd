package ai.withcortex.codegen.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Finds lists, objects, and text in the place of each other. OpenAPI Generator reads no spec that
 * has them in some places, and does not say where.
 */
final class Shapes {
  private static final Set<String> LISTS =
      Set.of("allOf", "anyOf", "enum", "oneOf", "security", "servers", "tags");

  private static final Set<String> OBJECTS =
      Set.of(
          "callbacks",
          "components",
          "content",
          "delete",
          "discriminator",
          "encoding",
          "get",
          "head",
          "headers",
          "info",
          "links",
          "mapping",
          "options",
          "patch",
          "paths",
          "post",
          "properties",
          "put",
          "requestBodies",
          "requestBody",
          "responses",
          "schemas",
          "securitySchemes",
          "trace",
          "variables");

  private static final Set<String> TEXTS =
      Set.of("$ref", "format", "in", "name", "operationId", "propertyName", "style");

  /** Keywords whose values can be anything, or have only names that the spec chooses. */
  private static final Set<String> FREE =
      Set.of("default", "enum", "example", "examples", "links", "scopes", "security");

  /** Keywords with members that have names of their own and are objects. */
  private static final Set<String> MAPS =
      Set.of(
          "callbacks",
          "content",
          "encoding",
          "headers",
          "parameters",
          "paths",
          "requestBodies",
          "responses",
          "securitySchemes",
          "variables");

  /** Those of them that can have extensions. */
  private static final Set<String> EXTENSIBLE = Set.of("paths", "responses");

  private final Faults faults;

  /** What was checked before, by keyword. Aliases are the same objects. */
  private final Map<String, Set<JsonNode>> checked = new HashMap<>();

  private Shapes(Faults faults) {
    this.faults = faults;
  }

  /** Adds the faults of what has a wrong shape. */
  static void check(JsonNode root, Faults faults) {
    new Shapes(faults).checkMembers(SpecPlace.ROOT, "", root);
  }

  private void checkMembers(SpecPlace place, String keyword, JsonNode object) {
    boolean hasNames = SpecKeywords.hasNames(keyword);
    boolean isNew =
        checked
            .computeIfAbsent(
                hasNames ? keyword : "", k -> Collections.newSetFromMap(new IdentityHashMap<>()))
            .add(object);
    if (!isNew) {
      return;
    }
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      String name = member.getKey();
      SpecPlace its = place.to(name);
      if (!hasNames) {
        checkKeyword(its, name, member.getValue(), place.equals(SpecPlace.ROOT.to("components")));
      } else if (!EXTENSIBLE.contains(keyword) || !name.startsWith("x-")) {
        if (MAPS.contains(keyword)) {
          require(member.getValue().isObject(), its, member.getValue(), "an object");
        }
        if (keyword.equals("schemas")) {
          require(member.getValue().isObject(), its, member.getValue(), "a schema");
        }
        checkMembers(its, "", member.getValue());
      }
    }
  }

  private void checkKeyword(SpecPlace place, String keyword, JsonNode value, boolean isComponent) {
    boolean isList = LISTS.contains(keyword) || (keyword.equals("parameters") && !isComponent);
    if (isList) {
      require(value.isArray(), place, value, "a list");
    } else if (OBJECTS.contains(keyword) || (isComponent && !keyword.startsWith("x-"))) {
      require(value.isObject(), place, value, "an object");
    } else if (keyword.equals("schema")) {
      require(value.isObject(), place, value, "a schema");
    } else if (TEXTS.contains(keyword)) {
      require(!value.isContainerNode(), place, value, "text");
      if (keyword.equals("$ref")) {
        requireNoPercent(place, value.asText());
      }
    }
    if (keyword.equals("extensions")) {
      requireReadable(place, value);
    }
    if (keyword.equals("examples") || keyword.equals("links")) {
      value.properties().forEach(part -> checkFree(place.to(part.getKey()), part.getValue()));
    }
    if (FREE.contains(keyword) || keyword.startsWith("x-")) {
      return;
    }
    for (int i = 0; i < (value.isArray() ? value.size() : 0); i++) {
      checkElement(place.to(i), keyword, value.get(i));
    }
    checkMembers(place, keyword, value);
  }

  private void checkElement(SpecPlace place, String keyword, JsonNode element) {
    if (keyword.equals("parameters") || keyword.equals("servers")) {
      require(element.isObject(), place, element, "an object");
    }
    if (keyword.equals("servers")) {
      checkServer(place, element);
    }
    if (keyword.equals("tags") && !place.parent().equals(SpecPlace.ROOT.to("tags"))) {
      // OpenAPI Generator ignores a tag such as true.
      require(element.isTextual(), place, element, "text");
    }
    checkMembers(place, "", element);
  }

  /** Checks what the parser reads in an example or a link, whose other content can be anything. */
  private void checkFree(SpecPlace place, JsonNode part) {
    if (part.has("extensions")) {
      requireReadable(place.to("extensions"), part.path("extensions"));
    }
    if (part.path("server").isObject()) {
      checkServer(place.to("server"), part.path("server"));
      checkMembers(place.to("server"), "", part.path("server"));
    }
  }

  private void checkServer(SpecPlace place, JsonNode server) {
    requireText(place, server, "url");
    for (Map.Entry<String, JsonNode> variable : server.path("variables").properties()) {
      SpecPlace its = place.to("variables", variable.getKey());
      requireText(its, variable.getValue(), "default");
      JsonNode values = variable.getValue().path("enum");
      for (int i = 0; values.isArray() && i < values.size(); i++) {
        require(isText(values.get(i)), its.to("enum", i), values.get(i), "text");
      }
    }
  }

  private void requireText(SpecPlace place, JsonNode object, String keyword) {
    if (object.has(keyword)) {
      JsonNode value = object.path(keyword);
      require(isText(value), place.to(keyword), value, "text");
    }
  }

  private static boolean isText(JsonNode value) {
    return value.isValueNode() && !value.isNull();
  }

  private void requireNoPercent(SpecPlace place, String reference) {
    if (SpecKeywords.LONE_PERCENT.matcher(reference).find()) {
      faults.addUnreadable(
          new SpecException(
              place,
              "has a percent sign, which names of components cannot have",
              "Remove it, and rename what it refers to."));
    }
  }

  /** Rejects what the parser takes for an object with extensions, and cannot read. */
  private void requireReadable(SpecPlace place, JsonNode extensions) {
    if (!extensions.isObject()) {
      faults.addUnreadable(
          new SpecException(
              place, "does not exist in OpenAPI 3.0, and cannot be read", "Remove it."));
    }
  }

  private void require(boolean isRight, SpecPlace place, JsonNode value, String expected) {
    if (!isRight) {
      faults.addUnreadable(
          new SpecException(
              place,
              "is " + describe(value) + " instead of " + expected,
              "Replace it with " + expected + "."));
    }
  }

  private static String describe(JsonNode value) {
    return switch (value.getNodeType()) {
      case ARRAY -> "a list";
      case OBJECT -> "an object";
      case STRING -> "text";
      case NULL -> "null";
      default -> value.toString();
    };
  }
}
