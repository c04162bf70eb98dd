package ai.withcortex.codegen.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
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
          "trace");

  private static final Set<String> TEXTS =
      Set.of("$ref", "format", "in", "name", "operationId", "propertyName", "style");

  /** Keywords whose values can be anything. */
  private static final Set<String> FREE =
      Set.of("callbacks", "default", "enum", "example", "examples", "links", "servers");

  /** Keywords with members that have names of their own and are objects. */
  private static final Set<String> MAPS =
      Set.of(
          "content",
          "encoding",
          "headers",
          "parameters",
          "paths",
          "requestBodies",
          "responses",
          "securitySchemes");

  /** Those of them that can have extensions. */
  private static final Set<String> EXTENSIBLE = Set.of("paths", "responses");

  private final List<SpecException> faults = new ArrayList<>();

  /** What was checked before, by keyword. Aliases are the same objects. */
  private final Map<String, Set<JsonNode>> checked = new HashMap<>();

  private Shapes() {}

  /** Returns what has a wrong shape. */
  static List<SpecException> faults(JsonNode root) {
    Shapes shapes = new Shapes();
    shapes.checkMembers(SpecPlace.ROOT, "", root);
    return shapes.faults;
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
    } else if (TEXTS.contains(keyword)) {
      require(!value.isContainerNode(), place, value, "text");
      if (keyword.equals("$ref")) {
        requireReadable(place, value.asText());
      }
    }
    if (FREE.contains(keyword) || keyword.startsWith("x-")) {
      return;
    }
    for (int i = 0; i < (value.isArray() ? value.size() : 0); i++) {
      if (keyword.equals("parameters")) {
        require(value.get(i).isObject(), place.to(i), value.get(i), "an object");
      }
      checkMembers(place.to(i), "", value.get(i));
    }
    checkMembers(place, keyword, value);
  }

  private void requireReadable(SpecPlace place, String reference) {
    if (SpecKeywords.LONE_PERCENT.matcher(reference).find()) {
      faults.add(
          new SpecException(
              place,
              "has a percent sign, which names of components cannot have",
              "Remove it, and rename what it refers to."));
    }
  }

  private void require(boolean isRight, SpecPlace place, JsonNode value, String expected) {
    if (!isRight) {
      faults.add(
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
