package ai.withcortex.trial.repair;

import static ai.withcortex.trial.repair.Remedy.on;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Remedies for operations, parameters, and bodies. */
final class OperationRemedies {
  private static final String JSON = "application/json";

  static final List<Remedy> ALL =
      List.of(
          on(
              "has no 2xx status\\. Add a successful response, .*",
              (place, message) -> addSuccess(place)),
          on(
              "is not a single status\\. Write the full status code, .*",
              (place, message) -> writeStatus(place)),
          on(
              "has a different body than another 2xx status\\. Keep one of them.*",
              (place, message) -> place.remove()),
          on(
              "has a different body than another 2xx status\\. Use the same body.*",
              (place, message) -> useBodyOfFirst(place)),
          on(
              "has a body, but responses to HEAD cannot have one\\. Remove the body\\.",
              (place, message) -> place.object().remove("content")),
          on(
              "has no parameter for '\\{(.*)}', .* Add one with 'in: path'\\.",
              (place, message) -> addVariable(place, message.group(1))),
          on(
              "is in the path, which has no .* or put the parameter elsewhere\\.",
              (place, message) -> place.object().put("in", "query")),
          on(
              "is in a cookie\\. Use the path, the query or a header instead\\.",
              (place, message) -> place.object().put("in", "query")),
          on(
              "is in the path but is not required\\. Add 'required: true'\\.",
              (place, message) -> place.object().put("required", true)),
          on(".* Use the style simple\\.", (place, message) -> place.object().remove("style")),
          on(
              "is a list with the style .* Use form, .*",
              (place, message) -> place.object().remove("style")),
          on(
              ".*\\. Use a (?:list of strings|string), .* or a named enum\\.",
              (place, message) -> makeText(place)),
          on(
              "is a file\\. Send it in a multipart/form-data body\\.",
              (place, message) -> makeText(place)),
          on(
              "has no schema, or uses content instead\\. Give it a schema\\.",
              (place, message) -> makeText(place)),
          on(
              "has no schema\\. Add one, such as 'type: string'\\.",
              (place, message) -> makeText(place)),
          on(
              "has no schema\\. Add one; 'schema: \\{}' allows any value\\.",
              (place, message) -> place.object().putObject("schema")),
          on(
              "has the format 'binary', but JSON is text\\. Remove the format if .*",
              (place, message) -> removeFormat(place)),
          on(
              "is not a path\\. Start it with a slash, and turn query strings into parameters\\.",
              (place, message) -> makePath(place)),
          on(
              "is not supported for \\w+\\. Use post, put or patch, or send parameters\\.",
              (place, message) -> place.remove()),
          on("is a second media type, .* Keep one of them\\.", (place, message) -> place.remove()),
          on(
              "has a different schema than '(.*)'\\. Use the same schema for both\\.",
              (place, message) ->
                  place
                      .object()
                      .set("schema", place.parent().node().path(message.group(1)).path("schema"))),
          on("(?:has '.*', which|is empty).*\\. Use application/json.*", (p, m) -> makeJson(p)),
          on(
              "is a form that lists no fields\\. List them as its properties\\.",
              (place, message) -> listFields(place)),
          on(
              "declares a charset, .*\\. Remove the charset\\.",
              (place, message) -> renameMediaType(place, JSON)));

  private OperationRemedies() {}

  static void addSuccess(Place responses) {
    if (responses.isGone()) {
      responses.set(Place.JSON.objectNode());
    }
    responses.object().putObject("200").put("description", "success");
  }

  private static void writeStatus(Place place) {
    String status = place.last().replaceFirst("(?i)xx$", "00").replaceFirst("(?i)x$", "0");
    JsonNode response = place.node();
    place.remove();
    Place full = place.parent().to(status);
    if (full.isGone() && status.matches("[1-5]\\d\\d")) {
      full.set(response);
    }
  }

  /** If the format is that of another schema, any JSON is allowed instead. */
  private static void removeFormat(Place schema) {
    if (schema.object().remove("format") == null) {
      schema.set(Place.JSON.objectNode());
    }
  }

  /** Moves the operations to the path without the query string, of which one may be there. */
  private static void makePath(Place place) {
    String[] pathAndQuery = place.last().split("[?#]", 2);
    String path = pathAndQuery[0].startsWith("/") ? pathAndQuery[0] : "/" + pathAndQuery[0];
    JsonNode operations = place.node();
    place.remove();
    Place other = place.parent().to(path);
    if (other.isGone()) {
      other.set(operations);
    }
    for (String pair : pathAndQuery.length == 1 ? new String[0] : pathAndQuery[1].split("&", -1)) {
      ObjectNode parameter = other.object().withArray("parameters").addObject();
      parameter.put("name", pair.replaceFirst("=.*", "")).put("in", "query");
      parameter.putObject("schema").put("type", "string");
    }
  }

  private static void useBodyOfFirst(Place place) {
    for (Map.Entry<String, JsonNode> other : place.parent().object().properties()) {
      if (other.getKey().startsWith("2")) {
        place.set(other.getValue().deepCopy());
        return;
      }
    }
  }

  private static void addVariable(Place operation, String name) {
    ObjectNode parameter = Place.JSON.objectNode();
    parameter.put("name", name).put("in", "path").put("required", true);
    parameter.putObject("schema").put("type", "string");
    operation.object().withArray("parameters").add(parameter);
  }

  /** Makes a string of a parameter, a header, or a field of a form. */
  private static void makeText(Place place) {
    ObjectNode string = Place.JSON.objectNode().put("type", "string");
    boolean isField = place.parent().last().equals("properties");
    if (isField) {
      place.set(string);
    } else {
      place.object().remove(List.of("content", "style", "explode"));
      place.object().set("schema", string);
    }
  }

  private static void makeJson(Place content) {
    if (content.object().isEmpty()) {
      content.object().putObject(JSON).putObject("schema");
    } else {
      renameMediaType(content.to(content.object().fieldNames().next()), JSON);
    }
  }

  /** Renames a media type, which keeps its place among the others. */
  private static void renameMediaType(Place place, String name) {
    Map<String, JsonNode> media = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> medium : place.parent().object().properties()) {
      boolean isRenamed = medium.getKey().equals(place.last());
      if (isRenamed || !medium.getKey().equals(name)) {
        media.put(isRenamed ? name : medium.getKey(), medium.getValue());
      }
    }
    place.parent().object().removeAll();
    place.parent().object().setAll(media);
  }

  private static void listFields(Place form) {
    ObjectNode fields = Place.JSON.objectNode();
    for (JsonNode part : form.object().path("allOf")) {
      Place base = Place.at(form.document(), part.path("$ref").asText());
      JsonNode schema = part.has("$ref") ? base.node() : part;
      if (schema.path("properties") instanceof ObjectNode properties) {
        fields.setAll(properties.deepCopy());
      }
    }
    if (fields.isEmpty()) {
      fields.putObject("value").put("type", "string");
    }
    form.object().remove(List.of("allOf", "anyOf", "oneOf"));
    form.object().put("type", "object").withObject("properties").setAll(fields);
  }
}
