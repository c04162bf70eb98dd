package ai.withcortex.regeneration.spec;

import static ai.withcortex.regeneration.Effect.ADDITIVE;
import static ai.withcortex.regeneration.Effect.BREAKING;
import static ai.withcortex.regeneration.Effect.COMPATIBLE;
import static ai.withcortex.regeneration.spec.SpecComparison.escaped;
import static ai.withcortex.regeneration.spec.SpecComparison.shown;

import ai.withcortex.regeneration.Effect;
import ai.withcortex.regeneration.spec.SchemaComparison.Place;
import ai.withcortex.regeneration.spec.SpecChange.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares operations: what a caller sends and what comes back. */
final class OperationComparison {
  private final SpecComparison comparison;
  private final SchemaComparison schemas;

  OperationComparison(SpecComparison comparison, Set<String> requested) {
    this.comparison = comparison;
    this.schemas = new SchemaComparison(comparison, requested);
  }

  void compare() {
    Map<String, JsonNode> old = comparison.released().operations();
    Map<String, JsonNode> now = comparison.current().operations();
    now.forEach(
        (key, operation) -> {
          if (old.containsKey(key)) {
            compare(key, old.get(key), operation);
          } else {
            comparison.add(
                Kind.ADDED,
                ADDITIVE,
                name(key, operation),
                pointer(key),
                "a new operation, `" + key + "`",
                "Nothing changes for other operations.",
                operation.path("summary").asText());
          }
        });
    old.forEach(
        (key, operation) -> {
          if (!now.containsKey(key)) {
            comparison.add(
                Kind.REMOVED,
                BREAKING,
                name(key, operation),
                pointer(key),
                "an operation, `" + key + "`",
                "The server no longer has it.");
          }
        });
  }

  private static String name(String key, JsonNode operation) {
    return operation.path("operationId").asText(key);
  }

  private static String pointer(String key) {
    int space = key.indexOf(' ');
    return "#/paths/" + escaped(key.substring(space + 1)) + "/" + key.substring(0, space);
  }

  private void compare(String key, JsonNode old, JsonNode now) {
    String name = name(key, now);
    for (String part : SpecComparison.names(old, now)) {
      switch (part) {
        case "parameters", "requestBody", "responses" -> {}
        case "operationId", "tags" ->
            compareName(name, pointer(key) + "/" + part, old.path(part), now.path(part));
        default -> comparison.compareOther(name, pointer(key), part, old, now);
      }
    }
    String path = key.substring(key.indexOf(' ') + 1);
    compareParameters(
        name,
        pointer(key) + "/parameters",
        comparison.released().parameters(path, old),
        comparison.current().parameters(path, now));
    compareBody(
        new Place(name + " request", pointer(key) + "/requestBody", true),
        comparison.released().resolved(old.path("requestBody")),
        comparison.current().resolved(now.path("requestBody")));
    compareResponses(
        name, pointer(key) + "/responses", old.path("responses"), now.path("responses"));
  }

  /** The method is called like the operation, and is in the interfaces of its tags. */
  private void compareName(String operation, String pointer, JsonNode old, JsonNode now) {
    if (!old.equals(now)) {
      comparison.add(
          Kind.CHANGED,
          BREAKING,
          operation,
          pointer,
          "was " + shown(old) + " and is " + shown(now),
          "Nothing changes; the method has another name or is in another interface.");
    }
  }

  private void compareParameters(
      String operation, String pointer, List<JsonNode> old, List<JsonNode> now) {
    Map<String, JsonNode> before = byKey(old);
    Map<String, JsonNode> after = byKey(now);
    after.forEach(
        (key, parameter) -> {
          String place = operation + "." + parameter.path("name").asText();
          if (before.containsKey(key)) {
            compareParameter(place, pointer, before.get(key), parameter);
          } else {
            addedParameter(place, pointer, parameter);
          }
        });
    before.forEach(
        (key, parameter) -> {
          if (!after.containsKey(key)) {
            comparison.add(
                Kind.REMOVED,
                BREAKING,
                operation + "." + parameter.path("name").asText(),
                pointer,
                "a parameter",
                "The server no longer looks at it.");
          }
        });
    List<String> order = new ArrayList<>(before.keySet());
    order.retainAll(after.keySet());
    List<String> newOrder = new ArrayList<>(after.keySet());
    newOrder.retainAll(before.keySet());
    if (!order.equals(newOrder)) {
      comparison.add(
          Kind.CHANGED,
          BREAKING,
          operation,
          pointer,
          "the order of the parameters was " + order + " and is " + newOrder,
          "Nothing changes; the method takes its arguments in another order.");
    }
  }

  private static Map<String, JsonNode> byKey(List<JsonNode> parameters) {
    Map<String, JsonNode> byKey = new LinkedHashMap<>();
    parameters.forEach(parameter -> byKey.put(SpecTree.key(parameter), parameter));
    return byKey;
  }

  /** A method that is released keeps its parameters: what comes later says since when. */
  private void addedParameter(String place, String pointer, JsonNode parameter) {
    boolean isRequired = parameter.path("required").asBoolean();
    boolean isLater = parameter.has("x-since");
    Effect effect = isRequired || !isLater ? BREAKING : ADDITIVE;
    String remedy =
        isRequired || isLater
            ? ""
            : "; with `x-since` and the next version it is an overload of the method";
    comparison.add(
        Kind.ADDED,
        effect,
        place,
        pointer,
        "a new " + (isRequired ? "required" : "optional") + " parameter" + remedy,
        isRequired ? "Requests must have it." : "Requests may have it.",
        SpecComparison.description(parameter));
  }

  private void compareParameter(String place, String pointer, JsonNode old, JsonNode now) {
    for (String part : SpecComparison.names(old, now)) {
      switch (part) {
        case "required" -> {
          boolean isRequired = now.path(part).asBoolean();
          if (old.path(part).asBoolean() != isRequired) {
            comparison.add(
                Kind.CHANGED,
                isRequired ? BREAKING : ADDITIVE,
                place,
                pointer,
                isRequired ? "was optional and is required" : "was required and is optional",
                isRequired ? "Requests must have it." : "Requests may lack it.");
          }
        }
        case "schema" ->
            schemas.compare(new Place(place, pointer, true), old.path(part), now.path(part));
        default -> comparison.compareOther(place, pointer, part, old, now);
      }
    }
  }

  private void compareBody(Place place, JsonNode old, JsonNode now) {
    if (old.isMissingNode() != now.isMissingNode()) {
      boolean isNew = old.isMissingNode();
      comparison.add(
          isNew ? Kind.ADDED : Kind.REMOVED,
          BREAKING,
          place.name(),
          place.pointer(),
          "a body",
          isNew ? "Requests have a body." : "Requests no longer have a body.");
      return;
    }
    if (!old.path("required").equals(now.path("required"))) {
      boolean isRequired = now.path("required").asBoolean();
      comparison.add(
          Kind.CHANGED,
          isRequired ? BREAKING : ADDITIVE,
          place.name(),
          place.pointer() + "/required",
          isRequired ? "was optional and is required" : "was required and is optional",
          isRequired ? "Requests must have a body." : "Requests may lack a body.");
    }
    compareContent(place, old.path("content"), now.path("content"));
  }

  private void compareContent(Place place, JsonNode old, JsonNode now) {
    for (String type : SpecComparison.names(old, now)) {
      JsonNode before = old.path(type);
      JsonNode after = now.path(type);
      Place content = place.part("content/" + escaped(type));
      if (before.isMissingNode() || after.isMissingNode()) {
        boolean isNew = before.isMissingNode();
        comparison.add(
            isNew ? Kind.ADDED : Kind.REMOVED,
            isNew ? ADDITIVE : BREAKING,
            place.name(),
            content.pointer(),
            "the media type " + type,
            isNew ? "There is one more form." : "It no longer has this form.");
        continue;
      }
      for (String part : SpecComparison.names(before, after)) {
        if (part.equals("schema")) {
          schemas.compare(content.part("schema"), before.path(part), after.path(part));
        } else {
          comparison.compareOther(place.name(), content.pointer(), part, before, after);
        }
      }
    }
  }

  private void compareResponses(String operation, String pointer, JsonNode old, JsonNode now) {
    for (String status : SpecComparison.names(old, now)) {
      Place place = new Place(operation + " " + status, pointer + "/" + status, false);
      if (!old.has(status)) {
        comparison.add(
            Kind.ADDED,
            ADDITIVE,
            place.name(),
            place.pointer(),
            "a new answer",
            "The server may answer with it.");
      } else if (!now.has(status)) {
        boolean isSuccess = status.startsWith("2");
        comparison.add(
            Kind.REMOVED,
            isSuccess ? BREAKING : COMPATIBLE,
            place.name(),
            place.pointer(),
            "an answer",
            "The server no longer answers with it.");
      } else {
        compareResponse(
            place,
            comparison.released().resolved(old.get(status)),
            comparison.current().resolved(now.get(status)));
      }
    }
  }

  private void compareResponse(Place place, JsonNode old, JsonNode now) {
    for (String part : SpecComparison.names(old, now)) {
      switch (part) {
        case "content" -> compareContent(place, old.path(part), now.path(part));
        case "headers" -> compareHeaders(place, old.path(part), now.path(part));
        default -> comparison.compareOther(place.name(), place.pointer(), part, old, now);
      }
    }
  }

  private void compareHeaders(Place place, JsonNode old, JsonNode now) {
    for (String name : SpecComparison.names(old, now)) {
      String header = place.name() + "." + name;
      Place at = new Place(header, place.pointer() + "/headers/" + escaped(name), false);
      if (!old.has(name)) {
        comparison.add(
            Kind.ADDED, ADDITIVE, header, at.pointer(), "a new header", "Answers may have it.");
      } else if (!now.has(name)) {
        comparison.add(
            Kind.REMOVED, BREAKING, header, at.pointer(), "a header", "Answers lack it.");
      } else {
        JsonNode before = comparison.released().resolved(old.get(name));
        JsonNode after = comparison.current().resolved(now.get(name));
        for (String part : SpecComparison.names(before, after)) {
          if (part.equals("schema")) {
            schemas.compare(at.part(part), before.path(part), after.path(part));
          } else {
            comparison.compareOther(header, at.pointer(), part, before, after);
          }
        }
      }
    }
  }
}
