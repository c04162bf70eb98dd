package ai.withcortex.regeneration.spec;

import static ai.withcortex.regeneration.Effect.ADDITIVE;
import static ai.withcortex.regeneration.Effect.BREAKING;

import ai.withcortex.regeneration.Effect;
import ai.withcortex.regeneration.spec.SchemaComparison.Place;
import ai.withcortex.regeneration.spec.SpecChange.Kind;
import ai.withcortex.regeneration.spec.SpecTree.Part;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares operations: what a caller sends and what comes back. */
final class OperationComparison {
  private final SpecComparison comparison;
  private final SchemaComparison schemas;
  private final BodyComparison bodies;

  OperationComparison(SpecComparison comparison, SchemaComparison schemas) {
    this.comparison = comparison;
    this.schemas = schemas;
    this.bodies = new BodyComparison(comparison, schemas);
  }

  void compare() {
    Map<String, Part> old = comparison.released().operations();
    Map<String, Part> now = comparison.current().operations();
    now.forEach(
        (key, operation) -> {
          if (old.containsKey(key)) {
            compare(key, old.get(key), operation);
          } else {
            comparison.add(
                Kind.ADDED,
                ADDITIVE,
                name(key, operation),
                operation.pointer(),
                "a new operation, `" + key + "`",
                "There is one more request.",
                operation.node());
          }
        });
    old.forEach(
        (key, operation) -> {
          if (!now.containsKey(key)) {
            comparison.add(
                Kind.REMOVED,
                BREAKING,
                name(key, operation),
                operation.pointer(),
                "an operation, `" + key + "`",
                "The server no longer has it.");
          }
        });
  }

  private static String name(String key, Part operation) {
    return operation.node().path("operationId").asText(key);
  }

  private void compare(String key, Part old, Part now) {
    String name = name(key, now);
    for (String part : SpecComparison.names(old.node(), now.node())) {
      switch (part) {
        case "parameters", "requestBody", "responses" -> {}
        case "operationId" -> compareName(now.at(part).pointer(), name(key, old), name);
        case "tags" -> compareTags(name, now.at(part).pointer(), tags(old), tags(now));
        default -> comparison.compareOther(name, now.pointer(), part, old.node(), now.node());
      }
    }
    String path = key.substring(key.indexOf(' ') + 1);
    compareParameters(
        name,
        now.at("parameters").pointer(),
        comparison.released().parameters(path, old),
        comparison.current().parameters(path, now));
    bodies.compareRequest(
        name,
        comparison.released().resolved(old.at("requestBody")),
        comparison.current().resolved(now.at("requestBody")));
    bodies.compareAnswers(name, old.at("responses"), now.at("responses"));
  }

  private void compareName(String pointer, String old, String now) {
    if (!old.equals(now)) {
      comparison.add(
          Kind.CHANGED, BREAKING, old, pointer, "is called `" + now + "` now", SpecChange.NOTHING);
    }
  }

  /** A method is in the interface of each tag, or in one for what has no tag. */
  private void compareTags(String operation, String pointer, Set<String> old, Set<String> now) {
    for (String tag : now) {
      if (!old.contains(tag)) {
        comparison.add(
            Kind.ADDED,
            ADDITIVE,
            operation,
            pointer,
            "a method in the interface of " + tag,
            SpecChange.NOTHING);
      }
    }
    for (String tag : old) {
      if (!now.contains(tag)) {
        comparison.add(
            Kind.REMOVED,
            BREAKING,
            operation,
            pointer,
            "a method from the interface of " + tag,
            SpecChange.NOTHING);
      }
    }
  }

  private static Set<String> tags(Part operation) {
    Set<String> tags = new TreeSet<>();
    operation.node().path("tags").forEach(tag -> tags.add("the tag `" + tag.asText() + "`"));
    return tags.isEmpty() ? Set.of("what has no tag") : tags;
  }

  private void compareParameters(String operation, String pointer, List<Part> old, List<Part> now) {
    Map<String, Part> before = byKey(old);
    Map<String, Part> after = byKey(now);
    after.forEach(
        (key, parameter) -> {
          String place = operation + "." + parameter.node().path("name").asText();
          if (before.containsKey(key)) {
            compareParameter(place, before.get(key).node(), parameter);
          } else {
            addedParameter(place, parameter);
          }
        });
    before.forEach(
        (key, parameter) -> {
          if (!after.containsKey(key)) {
            comparison.add(
                Kind.REMOVED,
                BREAKING,
                operation + "." + parameter.node().path("name").asText(),
                parameter.pointer(),
                "a parameter",
                "The server no longer looks at it.");
          }
        });
    comparison.compareOrder(
        operation, pointer, List.copyOf(before.keySet()), List.copyOf(after.keySet()));
  }

  private static Map<String, Part> byKey(List<Part> parameters) {
    Map<String, Part> byKey = new LinkedHashMap<>();
    parameters.forEach(parameter -> byKey.put(SpecTree.key(parameter), parameter));
    return byKey;
  }

  /** A method that is released keeps its parameters: what comes later says since when. */
  private void addedParameter(String place, Part parameter) {
    boolean isRequired = parameter.node().path("required").asBoolean();
    boolean isLater = parameter.node().has("x-since");
    Effect effect = isRequired || !isLater ? BREAKING : ADDITIVE;
    String remedy = isRequired || isLater ? "" : SchemaComparison.REMEDY;
    comparison.add(
        Kind.ADDED,
        effect,
        place,
        parameter.pointer(),
        "a new " + (isRequired ? "required" : "optional") + " parameter" + remedy,
        isRequired ? "Requests must have it." : "Requests may have it.",
        parameter.node());
  }

  private void compareParameter(String place, JsonNode old, Part parameter) {
    JsonNode now = parameter.node();
    String pointer = parameter.pointer();
    for (String part : SpecComparison.names(old, now)) {
      switch (part) {
        case "required" -> {
          boolean isRequired = now.path(part).asBoolean();
          if (old.path(part).asBoolean() != isRequired) {
            comparison.add(
                Kind.CHANGED,
                isRequired ? BREAKING : ADDITIVE,
                place,
                pointer + "/required",
                isRequired ? "was optional and is required" : "was required and is optional",
                isRequired ? "Requests must have it." : "Requests may lack it.");
          }
        }
        case "schema" ->
            schemas.compare(
                new Place(place, pointer + "/schema", true), old.path(part), now.path(part));
        default -> comparison.compareOther(place, pointer, part, old, now);
      }
    }
  }
}
