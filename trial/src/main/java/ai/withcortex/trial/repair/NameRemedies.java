package ai.withcortex.trial.repair;

import static ai.withcortex.trial.repair.Remedy.on;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/** Remedies for names that Java or OpenAPI does not allow, or that two things have. */
final class NameRemedies {
  static final List<Remedy> ALL =
      List.of(
          on(".* Choose a name with (\\w+), such as (.*)=([^=]*)\\.", NameRemedies::map),
          on(
              ".* Choose a name in a configurationFile, such as (\\w+): \\{'(.*)': (.*)}\\.",
              NameRemedies::map),
          on(
              ".* Rename (?:one of them|the other) with (\\w+), such as (.*?)=(\\w+)(?:;.*|\\.)",
              NameRemedies::map),
          on(
              "is '.*', which cannot become a method name\\. Start with a letter, and use only.*",
              (place, message) -> place.set(letterFirst(place.text(), "[^A-Za-z0-9_.-]", "-"))),
          on(
              "is '.*', which cannot become an interface name\\. Start with a letter.*",
              (place, message) -> place.set(letterFirst(place.text(), "[^A-Za-z0-9 _-]", " "))),
          on(
              ".* Choose a different (?:name|operationId).*",
              (place, message) -> renameOperation(place)),
          on(
              "has no operationId\\. Add one.*",
              (place, message) ->
                  place
                      .to("operationId")
                      .set("operation" + letters(String.join(" ", place.steps())))),
          on(
              "has the name '.*', which Retrofit does not support in paths\\. .*",
              (place, message) -> renameVariable(place)),
          on(
              "has the name '.*', which HTTP does not allow for a header\\. Use only.*",
              (place, message) ->
                  place.to("name").set(place.to("name").text().replaceAll("[^A-Za-z0-9_-]", "-"))),
          on(
              "has the name '.*', .*\\. Use a different name\\.",
              (place, message) -> rename(place, "[\"\\\\\\p{Cntrl}]|[^ -~]")),
          on(
              "has a name that OpenAPI does not allow\\. Use only .*",
              (place, message) -> renameComponent(place)));

  private NameRemedies() {}

  private static void map(Place place, Matcher message) {
    String name = message.group(2).replace("''", "'");
    place.document().map(message.group(1), name, message.group(3));
  }

  private static String letterFirst(String text, String others, String replacement) {
    String plain = text.replaceAll(others, replacement).strip();
    return plain.matches("[A-Za-z].*") ? plain : "n" + plain;
  }

  private static String letters(String text) {
    return text.replaceAll("[^A-Za-z0-9]", " ").replaceAll(" +", "_");
  }

  /** Renames an operation once, even if several names that come from its ID are taken. */
  private static void renameOperation(Place place) {
    Place id = place.node().isObject() ? place.to("operationId") : place;
    if (!id.text().matches(".*V\\d+")) {
      id.set(id.text() + "V" + place.document().nextNumber());
    }
  }

  /** Renames a variable in all paths, because paths may share its parameter. */
  private static void renameVariable(Place place) {
    String old = place.to("name").text();
    String plain = letterFirst(old, "[^A-Za-z0-9_-]", "_");
    for (JsonNode parameter : place.document().root().findParents("in")) {
      if (parameter.path("in").asText().equals("path")
          && parameter.path("name").asText().equals(old)) {
        ((ObjectNode) parameter).put("name", plain);
      }
    }
    ObjectNode paths = (ObjectNode) place.document().root().path("paths");
    Map<String, JsonNode> renamed = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      renamed.put(path.getKey().replace("{" + old + "}", "{" + plain + "}"), path.getValue());
    }
    paths.removeAll();
    paths.setAll(renamed);
  }

  /** Renames a property or a parameter. */
  private static void rename(Place place, String others) {
    if (place.to("name").node().isTextual() && place.to("in").node().isTextual()) {
      place.to("name").set(place.to("name").text().replaceAll(others, "_"));
    } else if (!place.isGone()) {
      JsonNode value = place.node();
      String name = place.last().replaceAll(others, "_");
      place.remove();
      place.parent().to(name).set(value);
      Place required = place.parent().parent().to("required");
      for (int i = 0; i < required.node().size(); i++) {
        if (required.node().path(i).asText().equals(place.last())) {
          required.to("" + i).set(name);
        }
      }
    }
  }

  private static void renameComponent(Place place) {
    JsonNode value = place.node();
    String name = place.last().replaceAll("[^A-Za-z0-9._-]", "_");
    String section = place.parent().last();
    place.parent().object().remove(place.last());
    place.parent().to(name).set(value);
    String start = "#/components/" + section + "/";
    String escaped = place.last().replace("~", "~0").replace("/", "~1");
    for (JsonNode owner : place.document().root().findParents("$ref")) {
      if (owner.path("$ref").asText().equals(start + escaped)) {
        ((ObjectNode) owner).put("$ref", start + name);
      }
    }
  }
}
