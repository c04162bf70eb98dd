package ai.withcortex.codegen.check;

import ai.withcortex.codegen.source.JavaNames;
import ai.withcortex.codegen.spec.Faults;
import ai.withcortex.codegen.spec.SpecDocument;
import ai.withcortex.codegen.spec.SpecException;
import ai.withcortex.codegen.spec.SpecPlace;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Rejects combinations of schemas that the generator does not support. */
final class CompositionCheck {
  /**
   * Keywords that are not allowed next to {@code oneOf}, or next to an {@code allOf} with a
   * reference.
   */
  private static final List<String> CONTENT =
      List.of(
          "properties",
          "required",
          "additionalProperties",
          "items",
          "enum",
          "format",
          "allOf",
          "oneOf");

  private final SpecDocument spec;
  private final DiscriminatorLabels labels;
  private final NameCheck names;
  private final Faults faults;

  CompositionCheck(SpecDocument spec, DiscriminatorLabels labels, NameCheck names, Faults faults) {
    this.spec = spec;
    this.labels = labels;
    this.names = names;
    this.faults = faults;
  }

  /**
   * Returns whether a value may be one of several, at least one of which is no object with
   * properties, so that no label can tell them apart.
   */
  boolean isUnlabelled(JsonNode schema) {
    return !schema.has("discriminator")
        && Stream.of("oneOf", "anyOf")
            .flatMap(keyword -> schema.path(keyword).valueStream())
            .anyMatch(variant -> !isClass(variant));
  }

  /**
   * Returns the fault of such a schema: the remedies for the schemas to choose from do not help.
   */
  static SpecException unlabelled(SpecPlace place, JsonNode schema) {
    String keyword = schema.has("oneOf") ? "oneOf" : "anyOf";
    return new SpecException(
        place,
        "has a variant under " + keyword + " that is not an object with properties",
        "Remove "
            + keyword
            + " and the type, so that it becomes a JsonValue, which can be any JSON, and describe"
            + " the allowed values in its description.");
  }

  /** Returns whether a schema is a class, or what it refers to is unknown. */
  private boolean isClass(JsonNode schema) {
    JsonNode plain = new Schemas(spec).plain(schema);
    return plain.isMissingNode()
        || Stream.of("properties", "allOf", "oneOf", "anyOf").anyMatch(plain::has);
  }

  /** Checks an inline {@code allOf}, which may only add annotations to a reference. */
  void checkReference(SpecPlace place, JsonNode schema) {
    JsonNode parts = schema.path("allOf");
    requireNothingBeside(place, schema, "allOf");
    String target = spec.schemaName(place.to("allOf", 0), parts.get(0));
    String type = schema.path("type").asText();
    String actual = type(target, new LinkedHashSet<>());
    if (!type.isEmpty() && !type.equals(actual)) {
      throw new SpecException(
          place,
          "has the type "
              + type
              + " but refers to '"
              + target
              + "', which has the type '"
              + actual
              + "'",
          "Make them match.");
    }
  }

  void checkUnion(SpecPlace place, JsonNode schema) {
    requireNothingBeside(place, schema, "oneOf");
    if (!schema.path("discriminator").has("propertyName")) {
      faults.add(
          new SpecException(
              place,
              "is a oneOf without a discriminator",
              "Add a discriminator whose mapping lists a label for each variant, or omit oneOf to"
                  + " allow any value."));
    }
    JsonNode variants = schema.path("oneOf");
    for (int i = 0; i < variants.size(); i++) {
      SpecPlace its = place.to("oneOf", i);
      JsonNode variant = variants.get(i);
      faults.collect(() -> checkVariant(its, variant));
    }
    for (Map.Entry<String, JsonNode> label :
        schema.path("discriminator").path("mapping").properties()) {
      SpecPlace its = place.to("discriminator", "mapping", label.getKey());
      faults.collect(() -> checkLabel(its, label.getKey(), label.getValue().asText()));
    }
  }

  private void checkVariant(SpecPlace place, JsonNode variant) {
    if (!variant.has("$ref")) {
      faults.addUnlessKnown(
          new SpecException(
              place, "is an inline schema", "Put it under components/schemas and refer to it."));
      return;
    }
    String name = spec.schemaName(place, variant);
    requireObject(place, name, "Refer to an object, or omit oneOf to allow any value.");
    names.requireVariant(place, name);
  }

  private void checkLabel(SpecPlace place, String label, String target) {
    NameCheck.requirePlain(place, label);
    String name = target.startsWith(SpecDocument.SCHEMAS) ? SpecDocument.name(target) : target;
    if (!spec.schemas().has(name)) {
      throw new SpecException(
          place,
          "refers to '" + target + "', which is not a schema in this file",
          "Write " + SpecDocument.SCHEMAS + " followed by the name of the variant's schema.");
    }
  }

  /**
   * Checks the properties of a schema, including inherited ones.
   *
   * @param name the name of the schema; empty if it has none
   */
  void checkObject(String name, SpecPlace place, JsonNode schema) {
    for (String other : List.of("items", "enum", "format")) {
      requireNot(place, schema, "allOf", other);
    }
    if (!List.of("", "object").contains(schema.path("type").asText())) {
      requireNot(place, schema, "allOf", "type");
    }
    Map<String, SpecDocument.Part> properties = new LinkedHashMap<>();
    Map<String, SpecPlace> required = new LinkedHashMap<>();
    collect(name, place, schema, properties, required, new LinkedHashSet<>(Set.of(name)));
    new MethodCheck(spec, faults)
        .check(
            properties,
            names::accessor,
            JavaNames::isTakenMethod,
            "nameMappings",
            List.of("additionalProperties"));
    required.forEach(
        (property, its) -> {
          if (!properties.containsKey(property)) {
            faults.add(unlisted(its, property));
          }
        });
  }

  private static SpecException unlisted(SpecPlace place, String property) {
    return new SpecException(
        place, "lists '" + property + "', which is not a property", "Add it, or fix the name.");
  }

  /** Checks a form, whose fields are only those that it lists as its own properties. */
  void checkForm(SpecPlace place, JsonNode schema) {
    for (String other : instead(schema)) {
      faults.add(
          new SpecException(
              place,
              "has '" + other + "', but the fields of a form are only its properties",
              "Remove it, or replace it with properties."));
    }
    boolean hasFields = !schema.path("properties").isEmpty() && !schema.has("allOf");
    for (JsonNode property : schema.path("required")) {
      if (hasFields && !schema.path("properties").has(property.asText())) {
        faults.add(unlisted(place.to("required"), property.asText()));
      }
    }
  }

  /** Returns the keywords that describe more fields of a form, which it would not have. */
  static List<String> instead(JsonNode form) {
    return Stream.of("anyOf", "oneOf", "additionalProperties")
        .filter(keyword -> form.path(keyword).isContainerNode())
        .filter(keyword -> !form.path(keyword).isEmpty() || !keyword.equals("additionalProperties"))
        .toList();
  }

  private void collect(
      String name,
      SpecPlace place,
      JsonNode schema,
      Map<String, SpecDocument.Part> properties,
      Map<String, SpecPlace> required,
      Set<String> path) {
    JsonNode parts = schema.path("allOf");
    for (int i = 0; i < parts.size(); i++) {
      SpecPlace its = place.to("allOf", i);
      JsonNode part = parts.get(i);
      faults.collect(() -> collectPart(name, its, part, properties, required, path));
    }
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              SpecPlace its = place.to("properties", property.getKey());
              SpecDocument.Part declared = new SpecDocument.Part(its, property.getValue());
              SpecDocument.Part other = properties.put(property.getKey(), declared);
              if (other != null && labels.of(name, property.getKey()) == null) {
                faults.collect(() -> requireSame(declared, other));
              }
            });
    schema
        .path("required")
        .forEach(property -> required.put(property.asText(), place.to("required")));
  }

  private void collectPart(
      String name,
      SpecPlace place,
      JsonNode part,
      Map<String, SpecDocument.Part> properties,
      Map<String, SpecPlace> required,
      Set<String> path) {
    if (part.has("$ref")) {
      String base = spec.schemaName(place, part);
      if (!path.add(base)) {
        requireNoCycle(name, place, base, path);
        return;
      }
      faults.collect(
          () ->
              requireObject(
                  place, base, "Refer to an object, or refer to this schema without allOf."));
      collect(name, SpecPlace.schema(base), spec.schema(base), properties, required, path);
      path.remove(base);
    } else {
      faults.collect(() -> requireObjectPart(place, part));
      collect(name, place, part, properties, required, path);
    }
  }

  /** Rejects schemas that are their own base. Only one of the schemas in a circle reports it. */
  private static void requireNoCycle(String name, SpecPlace place, String base, Set<String> path) {
    Stream<String> circle = path.stream().dropWhile(other -> !other.equals(base));
    if (base.equals(name) && circle.noneMatch(other -> other.compareTo(name) < 0)) {
      throw new SpecException(place, "refers back to the schema itself", "Remove it.");
    }
  }

  private static void requireSame(SpecDocument.Part property, SpecDocument.Part other) {
    if (!property.node().equals(other.node())) {
      throw new SpecException(
          property.place(),
          "differs from its declaration at " + other.place().pointer(),
          "Keep one of them; only the label of a variant may be narrower.");
    }
  }

  private static void requireObjectPart(SpecPlace place, JsonNode part) {
    if (!part.path("type").asText().equals("object") || part.has("allOf") || part.has("oneOf")) {
      throw new SpecException(
          place,
          "is neither a reference nor an object with properties",
          "Use one or the other under allOf.");
    }
  }

  /** Requires a schema to be an object, because classes can be composed only of objects. */
  private void requireObject(SpecPlace place, String name, String remedy) {
    JsonNode schema = spec.schema(name);
    boolean composed = schema.has("allOf");
    if (!composed && (schema.path("properties").isEmpty() || schema.has("oneOf"))) {
      throw new SpecException(place, "is not an object with properties", remedy);
    }
  }

  private void requireNothingBeside(SpecPlace place, JsonNode schema, String keyword) {
    for (String other : CONTENT) {
      if (!other.equals(keyword)) {
        requireNot(place, schema, keyword, other);
      }
    }
  }

  private void requireNot(SpecPlace place, JsonNode schema, String keyword, String other) {
    if (schema.has(other)) {
      faults.add(
          new SpecException(
              place,
              "has '" + other + "' next to " + keyword,
              "Remove it, or move it into a referenced schema."));
    }
  }

  /**
   * Returns the type of a schema's values; empty if any type is allowed or the schema refers to
   * itself.
   */
  private String type(String name, Set<String> path) {
    JsonNode schema = spec.schema(name);
    if (schema.has("type")) {
      return schema.path("type").asText();
    }
    if (schema.has("oneOf") || schema.has("allOf")) {
      return "object";
    }
    String reference = schema.path("$ref").asText();
    return reference.startsWith(SpecDocument.SCHEMAS) && path.add(reference)
        ? type(SpecDocument.name(reference), path)
        : "";
  }
}
