package ai.withcortex.regeneration.spec;

import static ai.withcortex.regeneration.version.Effect.ADDITIVE;
import static ai.withcortex.regeneration.version.Effect.BREAKING;

import ai.withcortex.regeneration.spec.SpecChange.Kind;
import ai.withcortex.regeneration.spec.SpecTree.Part;
import ai.withcortex.regeneration.version.Effect;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares operations and their parameters. */
final class OperationComparison {
  private final SpecChanges changes;
  private final SchemaComparison schemas;
  private final BodyComparison bodies;

  OperationComparison(SpecChanges changes, SchemaComparison schemas) {
    this.changes = changes;
    this.schemas = schemas;
    this.bodies = new BodyComparison(changes, schemas);
  }

  void compare() {
    Map<String, Part> old = changes.released().operations();
    Map<String, Part> now = changes.current().operations();
    now.forEach(
        (key, operation) -> {
          if (old.containsKey(key)) {
            compare(key, old.get(key), operation);
          } else {
            changes.add(
                Kind.ADDED,
                ADDITIVE,
                name(key, operation),
                operation.pointer(),
                "a new operation, `" + key + "`",
                "Clients can send one more request.",
                operation.node());
          }
        });
    old.forEach(
        (key, operation) -> {
          if (!now.containsKey(key)) {
            changes.add(
                Kind.REMOVED,
                BREAKING,
                name(key, operation),
                operation.pointer(),
                "an operation, `" + key + "`",
                "The server no longer supports it.");
          }
        });
  }

  private static String name(String key, Part operation) {
    return operation.node().path("operationId").asText(key);
  }

  private void compare(String key, Part old, Part now) {
    String name = name(key, now);
    for (String part : SpecTree.names(old.node(), now.node())) {
      switch (part) {
        case "parameters", "requestBody", "responses" -> {}
        case "operationId" -> compareName(now.at(part).pointer(), name(key, old), name);
        case "tags" -> compareTags(name, now.at(part).pointer(), tags(old), tags(now));
        default -> changes.compareOther(name, now.pointer(), part, old.node(), now.node());
      }
    }
    String path = key.substring(key.indexOf(' ') + 1);
    compareParameters(
        name,
        now.at("parameters").pointer(),
        changes.released().parameters(path, old),
        changes.current().parameters(path, now));
    bodies.compareRequest(
        name,
        changes.released().resolved(old.at("requestBody")),
        changes.current().resolved(now.at("requestBody")));
    bodies.compareAnswers(name, old.at("responses"), now.at("responses"));
  }

  private void compareName(String pointer, String old, String now) {
    if (!old.equals(now)) {
      changes.add(
          Kind.CHANGED, BREAKING, old, pointer, "is now called `" + now + "`", SpecChange.NOTHING);
    }
  }

  /** Compares tags. Each tag has an interface with the methods of its operations. */
  private void compareTags(String operation, String pointer, Set<String> old, Set<String> now) {
    for (String tag : now) {
      if (!old.contains(tag)) {
        changes.add(
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
        changes.add(
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
    return tags.isEmpty() ? Set.of("operations without a tag") : tags;
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
            changes.add(
                Kind.REMOVED,
                BREAKING,
                operation + "." + parameter.node().path("name").asText(),
                parameter.pointer(),
                "a parameter",
                "The server ignores it.");
          }
        });
    changes.compareOrder(
        operation, pointer, List.copyOf(before.keySet()), List.copyOf(after.keySet()));
  }

  private static Map<String, Part> byKey(List<Part> parameters) {
    Map<String, Part> byKey = new LinkedHashMap<>();
    parameters.forEach(parameter -> byKey.put(SpecTree.key(parameter), parameter));
    return byKey;
  }

  /**
   * Reports an added parameter. If it has {@code x-since}, the released method stays and gets an
   * overload.
   */
  private void addedParameter(String place, Part parameter) {
    boolean isRequired = parameter.node().path("required").asBoolean();
    boolean isLater = parameter.node().has("x-since");
    Effect effect = isRequired || !isLater ? BREAKING : ADDITIVE;
    String remedy = isRequired || isLater ? "" : SchemaComparison.REMEDY;
    changes.add(
        Kind.ADDED,
        effect,
        place,
        parameter.pointer(),
        "a new " + (isRequired ? "required" : "optional") + " parameter" + remedy,
        isRequired ? "Requests must include it." : "Requests may include it.",
        parameter.node());
  }

  private void compareParameter(String place, JsonNode old, Part parameter) {
    JsonNode now = parameter.node();
    String pointer = parameter.pointer();
    for (String part : SpecTree.names(old, now)) {
      switch (part) {
        case "required" -> {
          boolean isRequired = now.path(part).asBoolean();
          if (old.path(part).asBoolean() != isRequired) {
            changes.add(
                Kind.CHANGED,
                isRequired ? BREAKING : ADDITIVE,
                place,
                pointer + "/required",
                isRequired
                    ? "was optional and is now required"
                    : "was required and is now optional",
                isRequired ? "Requests must include it." : "Requests may omit it.");
          }
        }
        case "schema" ->
            schemas.compare(
                new SchemaPlace(place, pointer + "/schema", true), old.path(part), now.path(part));
        default -> changes.compareOther(place, pointer, part, old, now);
      }
    }
  }
}
