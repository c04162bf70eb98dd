package ai.withcortex.trial.repair;

import static ai.withcortex.trial.repair.Remedy.on;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/** Remedies for schemas. */
final class SchemaRemedies {
  /** The keywords that say what a schema allows, and not only what it is for. */
  private static final Set<String> MEANING =
      Set.of(
          "allOf",
          "anyOf",
          "additionalProperties",
          "discriminator",
          "enum",
          "format",
          "items",
          "not",
          "oneOf",
          "properties",
          "required",
          "type");

  static final List<Remedy> ALL =
      List.of(
          on(
              ".*\\. (?:Give it a name|Give the combination a name|Give the enum a name|Put it)"
                  + " under components/schemas and refer to it\\.",
              (place, message) -> SchemaNames.name(place)),
          on(
              "has the type .* and the format .* Remove the format.*",
              (place, message) -> place.object().remove("format")),
          on(
              "is an enum with a format\\. Remove one of them\\.",
              (place, message) -> place.object().remove("format")),
          on(
              "is an enum of type .*\\. Use strings, or remove the enum\\.",
              (place, message) -> place.object().remove("enum")),
          on(
              "is null\\. Remove it, and write 'nullable: true' where the enum is used\\.",
              (place, message) -> removeNull(place)),
          on(
              "is an object without properties\\. Write 'additionalProperties: true'.*",
              (place, message) -> place.object().put("additionalProperties", true)),
          on(
              "has properties and a schema for additional .* write 'additionalProperties: true'\\.",
              (place, message) -> place.object().put("additionalProperties", true)),
          on("has '(\\w+)' without a type\\. Set the right type.*", (p, message) -> setType(p)),
          on(
              "has '(\\w+)' with the type \\w+\\. Set the right type, and keep only the keywords.*",
              (place, message) -> place.object().remove(message.group(1))),
          on(
              "is \\[.*], but OpenAPI 3\\.0 allows only one type\\. Keep one, and write"
                  + " 'nullable.*",
              (place, message) -> keepOneType(place)),
          on(
              "has the unknown type '.*'\\. Use string, .*",
              (place, message) -> place.object().put("type", "string")),
          on(
              "has the type .* but refers to .*\\. Make them match\\.",
              (place, message) -> place.object().remove("type")),
          on(
              "has .* next to \\$ref, .*\\. Remove them; .*",
              (place, message) -> place.object().retain("$ref")),
          on(
              "lists '(.*)', which is not a property\\. Add it, or fix the name\\.",
              (place, message) ->
                  place.parent().object().withObject("properties").putObject(message.group(1))),
          on(
              "is an array without items\\. Add a schema for its items\\.",
              (place, message) -> place.object().putObject("items")),
          on(
              "has nullable elements\\. Remove 'nullable' from them, or omit their type.*",
              (place, message) -> requireNoNulls(place)),
          on(
              "allows null, .*\\. Remove 'nullable', or write 'schema: \\{}'.*",
              (place, message) -> removeNullable(place)),
          on(
              "is required, but also readOnly or writeOnly\\. Do not require it, .*",
              (place, message) -> doNotRequire(place)),
          on(
              "makes each .* without end\\. Make it optional or nullable\\.",
              (place, message) -> doNotRequire(place)),
          on(
              "is a deprecated schema\\. Deprecate .* instead\\.",
              (place, message) -> place.object().remove("deprecated")),
          on(
              "differs from its declaration at .*\\. Keep one of them.*",
              (place, message) -> removeProperty(place)),
          on(
              "uses 'not'\\. Remove it, or describe .*",
              (place, message) -> place.object().remove("not")),
          on(
              "has a discriminator without oneOf\\. .*",
              (place, message) -> place.object().remove("discriminator")),
          on(
              ".* or omit (?:oneOf|anyOf and the type) to allow any value\\.",
              (place, message) -> allowAny(place)),
          on(
              "has a variant under (?:oneOf|anyOf) that is not an object .*, so that it becomes a"
                  + " JsonValue, .*",
              (place, message) -> allowAny(place)),
          on(
              "is neither a reference nor an object with properties\\. Use one or the other .*",
              (place, message) -> makeObject(place)),
          on(
              "is not an object with properties\\. Refer to an object, or .* without allOf\\.",
              (place, message) -> referWithoutAllOf(place)),
          on(
              "has the discriminator '(.*)', which is not a required string in '(.*)', .* Add it"
                  + " .*",
              SchemaRemedies::addLabel),
          on(
              "has no mapping\\. Map each label to its schema\\.",
              (place, message) -> mapNames(place)),
          on(
              "does not match the union's oneOf\\. Map exactly one label .*",
              (place, message) -> mapNames(place.parent())),
          on(
              "is not a value of the enum '(.*)', .*\\. Add it to the enum\\.",
              (place, message) ->
                  place
                      .document()
                      .section("schemas")
                      .withObject(message.group(1))
                      .withArray("enum")
                      .add(place.last())),
          on(
              "refers to '.*', which is not a schema in this file\\. Write #/components/schemas/"
                  + " .*",
              (place, message) -> place.remove()),
          on(
              "is '.*', but the union maps .*\\. Make them match\\.",
              (place, message) -> place.remove()),
          on(
              "is .* instead of a schema\\. Replace it with a schema\\.",
              (place, message) -> place.set(Place.JSON.objectNode())));

  private SchemaRemedies() {}

  private static void removeNull(Place place) {
    Place schema = place.parent().parent();
    place.remove();
    if (!schema.isComponent()) {
      schema.object().put("nullable", true);
      return;
    }
    String reference = "#/components/schemas/" + schema.last();
    for (JsonNode owner : schema.document().root().findValues("properties")) {
      for (Map.Entry<String, JsonNode> property : owner.properties()) {
        if (property.getValue().path("$ref").asText().equals(reference)) {
          ObjectNode use = Place.JSON.objectNode().put("nullable", true);
          use.putArray("allOf").add(property.getValue());
          property.setValue(use);
        }
      }
    }
  }

  private static void setType(Place place) {
    ObjectNode schema = place.object();
    if (schema.has("type") || schema.isEmpty()) {
      return;
    }
    boolean isObject =
        schema.has("properties") || schema.has("required") || schema.has("additionalProperties");
    schema.put("type", isObject ? "object" : schema.has("items") ? "array" : "string");
  }

  private static void keepOneType(Place types) {
    ObjectNode schema = types.parent().object();
    for (JsonNode type : types.node()) {
      if (type.asText().equals("null")) {
        schema.put("nullable", true);
      } else if (!schema.path("type").isTextual()) {
        types.set(type);
      }
    }
    if (!schema.path("type").isTextual()) {
      schema.remove("type");
    }
  }

  private static void requireNoNulls(Place place) {
    for (String keyword : List.of("items", "additionalProperties")) {
      removeNullable(place.to(keyword));
    }
  }

  private static void removeProperty(Place place) {
    doNotRequire(place);
    place.remove();
  }

  /** If null is allowed by the schema that this one refers to, any value is allowed instead. */
  private static void removeNullable(Place place) {
    ObjectNode schema = place.object();
    boolean isHere = schema.has("nullable") || schema.has("x-nullable");
    schema.remove(List.of("nullable", "x-nullable"));
    if (!isHere && !schema.isEmpty()) {
      place.set(Place.JSON.objectNode());
    }
  }

  private static void doNotRequire(Place place) {
    place.parent().parent().to("required").removeFromList(place.last());
  }

  private static void allowAny(Place place) {
    Place whole = place;
    while (List.of("oneOf", "anyOf", "discriminator", "mapping").contains(whole.parent().last())
        || whole.last().equals("discriminator")) {
      whole = whole.parent();
      whole = List.of("oneOf", "anyOf").contains(whole.last()) ? whole.parent() : whole;
    }
    whole.object().remove(MEANING);
  }

  private static void makeObject(Place place) {
    ObjectNode part = place.object();
    if (part.has("properties") && !part.has("oneOf") && !part.has("allOf")) {
      part.put("type", "object");
    } else {
      place.remove();
    }
  }

  private static void referWithoutAllOf(Place place) {
    JsonNode reference = place.node();
    Place schema = place.parent().parent();
    if (place.parent().node().size() == 1 && schema.node().size() == 1) {
      schema.set(reference);
    } else {
      place.remove();
    }
  }

  private static void addLabel(Place place, Matcher message) {
    ObjectNode base = place.document().section("schemas").withObject(message.group(2));
    base.put("type", "object");
    base.withObject("properties").putObject(message.group(1)).put("type", "string");
    base.withArray("required").add(message.group(1));
  }

  /** Maps the name of each variant, which is its label if there is no mapping. */
  private static void mapNames(Place discriminator) {
    ObjectNode mapping = Place.JSON.objectNode();
    for (JsonNode variant : discriminator.parent().object().path("oneOf")) {
      String reference = variant.path("$ref").asText();
      mapping.put(reference.replaceFirst(".*/", ""), reference);
    }
    discriminator.object().set("mapping", mapping);
  }
}
