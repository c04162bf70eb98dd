package ai.withcortex.trial.repair;

import static ai.withcortex.trial.repair.Remedy.on;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;

/** Remedies that remove, add, or replace a part of any kind. */
final class PartRemedies {
  static final List<Remedy> ALL =
      List.of(
          on("appears twice\\. Remove one of them\\.", (place, message) -> {}), // Only one is read.
          on("is not in quotes, .* Put it in quotes.*", (place, message) -> {}), // JSON has quotes.
          on("has a name without quotes, .* Put the name in quotes\\.", (place, message) -> {}),
          on(
              "is read by YAML as .*\\. Put it in quotes\\.",
              (place, message) -> place.set(place.text())),
          on(
              "contains '\\*/', .*\\. Remove it\\.",
              (place, message) -> place.set(place.text().replace("*/", ""))),
          on(
              ".* already defined -- ignoring \"example\" field\\. Fix it[.;].*",
              (place, message) -> place.parent().object().remove("example")),
          on(
              "has '([^']+)'.*\\. Remove it(?:\\.|, or .*)",
              (place, message) -> place.object().remove(message.group(1))),
          on(".*\\. (?:[A-Z][^.]* or )?[Rr]emove it(?:\\.|[,:;] .*)", (p, message) -> p.remove()),
          on(
              "(?:is the same header as|repeats) .*\\. Remove one of them\\.",
              (p, message) -> p.remove()),
          on(
              "is .* instead of (?:a number|a whole number, 0 or more|true or false)\\. Replace.*",
              (p, message) -> p.remove()),
          on(
              "is .*\\. Write true, and move the number to '(\\w+)'\\.",
              (place, message) -> moveLimit(place, message.group(1))),
          on(
              "is only a reference to (\\S+)\\. Refer to that directly instead, .*",
              (place, message) ->
                  place.set(Place.at(place.document(), message.group(1)).node().deepCopy())),
          on(
              "overrides \\S+, to which its path refers\\. Put it under components.*",
              (place, message) -> override(place)),
          on("uses OpenAPI .*\\. Use OpenAPI 3\\.0, .*", (place, message) -> setVersion(place)),
          on(
              "refers to (\\S+), which does not exist\\. Add it, or fix the name\\.",
              (place, message) -> add(place, message.group(1).replace("%20", " "))),
          on(
              "refers to '([^']+)'.*\\. Put the definition under #/components.*",
              (place, message) -> moveToComponents(place, message.group(1))),
          on("is missing, but OpenAPI requires it\\. Add it\\.", (p, message) -> addMissing(p)),
          on(
              "is not of the type (\\w+), which OpenAPI requires\\. Replace it\\.",
              PartRemedies::replace),
          on(
              "has the type '.*', but the client sends only bearer tokens\\. Use type http.*",
              (place, message) ->
                  place.set(Place.JSON.objectNode().put("type", "http").put("scheme", "bearer"))));

  private PartRemedies() {}

  private static void moveLimit(Place place, String limit) {
    place.parent().object().set(limit, place.node());
    place.set(BooleanNode.TRUE);
  }

  private static void setVersion(Place place) {
    place.document().root().put("openapi", "3.0.3");
  }

  /** Adds the smallest component to which a reference can refer. */
  private static void add(Place place, String reference) {
    Place target = Place.at(place.document(), reference);
    if (!target.isComponent()) {
      return;
    }
    ObjectNode section = place.document().section(target.steps().get(1));
    section.set(target.last(), smallest(target.steps().get(1), target.last()));
  }

  private static ObjectNode smallest(String section, String name) {
    ObjectNode part = Place.JSON.objectNode();
    switch (section) {
      case "parameters" -> {
        part.put("name", name).put("in", "query");
        part.putObject("schema").put("type", "string");
      }
      case "headers" -> part.putObject("schema").put("type", "string");
      case "responses" -> part.put("description", name);
      case "requestBodies" ->
          part.putObject("content").putObject("application/json").putObject("schema");
      default -> {} // Any value, or an example without one.
    }
    return part;
  }

  /** Copies what a reference means to the components; without it, any value is meant. */
  private static void moveToComponents(Place place, String reference) {
    Place target = Place.at(place.document(), reference.replace("%20", " "));
    boolean isHere = reference.startsWith("#/") && !target.isGone();
    String section = section(place);
    String file = reference.replaceFirst(".*/", "").replaceFirst("\\.\\w+$", "");
    String name = (isHere ? target.last() : file).replaceAll("[^A-Za-z0-9]", "");
    ObjectNode components = place.document().section(section);
    String free = name.isEmpty() ? "Moved" : name.matches("[A-Za-z].*") ? name : "N" + name;
    while (isHere && components.has(free) && !components.path(free).equals(target.node())) {
      free += "V" + place.document().nextNumber();
    }
    if (!components.has(free)) {
      components.set(free, isHere ? target.node().deepCopy() : smallest(section, free));
    }
    place.set(Place.JSON.objectNode().put("$ref", "#/components/" + section + "/" + free));
  }

  private static void override(Place place) {
    String name = "Own" + place.document().nextNumber();
    place.document().section("parameters").set(name, place.node().deepCopy());
    place.set(Place.JSON.objectNode().put("$ref", "#/components/parameters/" + name));
  }

  private static String section(Place place) {
    String above = place.parent().last();
    if (List.of("parameters", "responses", "headers", "examples").contains(above)) {
      return above;
    }
    return place.last().equals("requestBody") ? "requestBodies" : "schemas";
  }

  private static void addMissing(Place place) {
    JsonNode parent = place.parent().node();
    switch (place.last()) {
      case "paths", "schema", "content", "info" -> place.set(Place.JSON.objectNode());
      case "responses" -> OperationRemedies.addSuccess(place);
      case "in" -> place.set("query");
      case "required" -> place.set(Place.JSON.booleanNode(true));
      case "items" -> place.set(Place.JSON.objectNode());
      case "version" -> place.set("1");
      default -> place.set(parent.path("name").asText(place.last().toLowerCase(Locale.ROOT)));
    }
  }

  private static void replace(Place place, Matcher message) {
    switch (message.group(1)) {
      case "object" -> place.set(Place.JSON.objectNode());
      case "array" -> place.set(Place.JSON.arrayNode());
      case "boolean" -> place.set(Place.JSON.booleanNode(place.text().equals("true")));
      case "integer", "number" -> place.remove();
      default -> place.set(place.text());
    }
  }
}
