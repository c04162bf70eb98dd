package ai.withcortex.codegen.check;

import ai.withcortex.codegen.spec.Faults;
import ai.withcortex.codegen.spec.SpecDocument;
import ai.withcortex.codegen.spec.SpecException;
import ai.withcortex.codegen.spec.SpecKeywords;
import ai.withcortex.codegen.spec.SpecPlace;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rejects schemas that the generator does not support. */
final class SchemaCheck {
  /** The supported keywords. Constraints other than types are left to the server. */
  private static final Set<String> KEYWORDS =
      Set.of(
          "additionalProperties",
          "allOf",
          "anyOf",
          "default",
          "deprecated",
          "description",
          "discriminator",
          "enum",
          "example",
          "exclusiveMaximum",
          "exclusiveMinimum",
          "externalDocs",
          "format",
          "items",
          "maxItems",
          "maxLength",
          "maxProperties",
          "maximum",
          "minItems",
          "minLength",
          "minProperties",
          "minimum",
          "multipleOf",
          "not",
          "nullable",
          "oneOf",
          "pattern",
          "properties",
          "readOnly",
          "required",
          "title",
          "type",
          "uniqueItems",
          "writeOnly",
          "xml");

  /** Keywords that apply only to certain types, with the names of these types. */
  private static final Map<String, String> FORM =
      Map.of(
          "additionalProperties", "object",
          "enum", "boolean integer number string",
          "format", "boolean integer number string",
          "items", "array",
          "properties", "object",
          "required", "object");

  private final SpecDocument spec;
  private final DiscriminatorLabels labels;
  private final NameCheck names;
  private final Faults faults;
  private final CompositionCheck compositions;
  private final EnumCheck enums;
  private final UnionCheck unions;
  private final TypeCheck types;

  SchemaCheck(SpecDocument spec, DiscriminatorLabels labels, NameCheck names, Faults faults) {
    this.spec = spec;
    this.labels = labels;
    this.names = names;
    this.faults = faults;
    this.enums = new EnumCheck(new ConstantCheck(spec, names.constantMappings(), faults), faults);
    this.unions = new UnionCheck(spec, faults);
    this.types = new TypeCheck(faults);
    this.compositions = new CompositionCheck(spec, labels, names, faults);
  }

  /** Checks all named schemas. */
  void check() {
    for (Map.Entry<String, JsonNode> schema : spec.schemas().properties()) {
      SpecPlace place = SpecPlace.schema(schema.getKey());
      faults.collect(() -> checkNamed(schema.getKey(), place, schema.getValue()));
    }
    unions.requireSameLabels();
    names.requireOwnClasses();
    new RecursionCheck(spec, faults).check();
  }

  private void checkNamed(String name, SpecPlace place, JsonNode schema) {
    if (schema.path("deprecated").asBoolean()) {
      faults.add(
          new SpecException(
              place,
              "is a deprecated schema",
              "Deprecate the properties and the operations that use it instead."));
    }
    if (compositions.isUnlabelled(schema)) {
      faults.add(CompositionCheck.unlabelled(place, schema));
    } else if (schema.has("oneOf")) {
      checkKeywords(place, schema);
      checkUnion(place, schema);
    } else if (schema.has("allOf")) {
      checkKeywords(place, schema);
      checkCombination(name, place, schema);
    } else if (schema.has("enum") && types.of(place, schema).equals("string")) {
      checkKeywords(place, schema);
      enums.check(place, schema);
      if (schema.has(SpecKeywords.FILTER_OF)) {
        FilterCheck.check(spec, place, schema);
      }
    } else {
      check(name, place, schema);
    }
  }

  private void checkUnion(SpecPlace place, JsonNode schema) {
    for (int i = 0; i < schema.path("oneOf").size(); i++) {
      SpecPlace its = place.to("oneOf", i);
      JsonNode variant = schema.path("oneOf").get(i);
      if (!variant.has("$ref")) {
        faults.collect(() -> check(its, variant));
      }
    }
    compositions.checkUnion(place, schema);
    unions.check(place, schema);
  }

  private void checkCombination(@Nullable String name, SpecPlace place, JsonNode schema) {
    compositions.checkObject(name == null ? "" : name, place, schema);
    checkProperties(name, place, schema);
    for (int i = 0; i < schema.path("allOf").size(); i++) {
      SpecPlace its = place.to("allOf", i);
      JsonNode part = schema.path("allOf").get(i);
      faults.collect(() -> checkPart(name, its, part));
    }
  }

  private void checkPart(@Nullable String name, SpecPlace place, JsonNode part) {
    if (!part.has("$ref")) {
      checkKeywords(place, part);
      if (part.has("properties")) {
        checkType(name == null ? "" : name, place, part);
      }
    }
  }

  /**
   * Checks an inline schema, which can be neither a class nor an enum. Its content is checked even
   * so, because it still has these faults once it has a name.
   */
  void check(SpecPlace place, JsonNode schema) {
    check(null, place, schema);
  }

  /** Checks an inline schema of a form, except for the fields, which become parameters. */
  void checkForm(SpecPlace place, JsonNode schema) {
    if (schema.has("$ref") || !schema.isObject()) {
      return; // Other checks report its faults.
    }
    // The remedies for other schemas with anyOf do not help here.
    ObjectNode others = ((ObjectNode) schema.deepCopy()).without("anyOf");
    checkKeywords(place, others);
    String type = types.of(place, schema);
    if (type.isEmpty()) {
      // Its fields are the same as those of an object.
      others.remove(List.of("additionalProperties", "properties", "required"));
    }
    requireFittingKeywords(place, others, type);
    compositions.checkForm(place, schema);
  }

  private void check(@Nullable String name, SpecPlace place, JsonNode schema) {
    if (schema.has("$ref")) {
      spec.schemaName(place, schema);
      return;
    }
    if (compositions.isUnlabelled(schema)) {
      faults.add(CompositionCheck.unlabelled(place, schema));
      return;
    }
    checkKeywords(place, schema);
    if (schema.has("oneOf")) {
      faults.add(unnamed(place, "is an inline union"));
      checkUnion(place, schema);
    } else if (!schema.has("allOf")) {
      checkType(name, place, schema);
      if (schema.has("properties")) {
        compositions.checkObject(name == null ? "" : name, place, schema);
      }
    } else if (Schemas.isReference(schema)) {
      compositions.checkReference(place, schema);
    } else {
      faults.add(
          new SpecException(
              place,
              "combines several schemas",
              "Give the combination a name under components/schemas and refer to it."));
      checkCombination(null, place, schema);
    }
  }

  private void checkKeywords(SpecPlace place, JsonNode schema) {
    if (!schema.isObject()) {
      throw new SpecException(
          place, "is " + schema + " instead of a schema", "Replace it with a schema.");
    }
    for (String keyword : SpecDocument.names(schema)) {
      if (!KEYWORDS.contains(keyword) && !keyword.startsWith("x-")) {
        faults.add(
            new SpecException(
                place,
                "has '" + keyword + "', which does not exist in OpenAPI 3.0",
                "Remove it, or fix its spelling."));
      }
    }
    types.requireLimits(place, schema);
    for (String hint : List.of(SpecKeywords.FILTER_OF, SpecKeywords.ENDED)) {
      if (schema.has(hint) && !schema.has("enum")) {
        faults.add(
            new SpecException(place, "has '" + hint + "', but is not a named enum", "Remove it."));
      }
    }
    if (schema.has("x-internal")) {
      faults.add(
          new SpecException(place, "has 'x-internal', which would omit its class", "Remove it."));
    }
    if (schema.has("anyOf")) {
      faults.add(
          new SpecException(
              place,
              "uses anyOf, which does not say which schema applies",
              "Use oneOf with a discriminator whose mapping lists a label for each variant, or omit"
                  + " anyOf and the type to allow any value."));
    }
    if (schema.has("not")) {
      faults.add(
          new SpecException(
              place, "uses 'not'", "Remove it, or describe the allowed values instead."));
    }
    if (schema.has("discriminator") && !schema.has("oneOf") && !schema.has("anyOf")) {
      faults.add(
          new SpecException(
              place,
              "has a discriminator without oneOf",
              "List its variants under oneOf, or remove the discriminator."));
    }
  }

  private void checkType(@Nullable String name, SpecPlace place, JsonNode schema) {
    String type = types.of(place, schema);
    requireFittingKeywords(place, schema, type);
    if (type.equals("object") || schema.has("properties")) {
      checkMapOrProperties(name, place, schema);
    }
    if (schema.has("items")) {
      requireNoNullElements(place, schema.path("items"));
      faults.collect(() -> check(place.to("items"), schema.path("items")));
    } else if (type.equals("array")) {
      faults.add(
          new SpecException(place, "is an array without items", "Add a schema for its items."));
    }
    if (!List.of("object", "array", "").contains(type)) {
      checkScalar(place, schema, type);
    }
  }

  private void requireFittingKeywords(SpecPlace place, JsonNode schema, String type) {
    for (String keyword : SpecDocument.names(schema)) {
      if (FORM.containsKey(keyword) && (type.isEmpty() || !FORM.get(keyword).contains(type))) {
        faults.add(
            new SpecException(
                place,
                "has '"
                    + keyword
                    + (type.isEmpty() ? "' without a type" : "' with the type " + type),
                "Set the right type, and keep only the keywords that apply to it."));
      }
    }
  }

  private void requireNoNullElements(SpecPlace place, JsonNode elements) {
    if (new Schemas(spec).isNullable(elements)) {
      faults.add(
          new SpecException(
              place,
              "has nullable elements",
              "Remove 'nullable' from them, or omit their type, which also allows null."));
    }
  }

  private void checkScalar(SpecPlace place, JsonNode schema, String type) {
    types.requireFormat(place, schema, type);
    if (schema.has("enum")) {
      if (!type.equals("string")) {
        throw new SpecException(
            place,
            "is an enum of type " + type + ", but enums must be strings",
            "Use strings, or remove the enum.");
      }
      faults.add(unnamed(place, "is an inline enum"));
      enums.check(place, schema);
    }
  }

  private void checkMapOrProperties(@Nullable String name, SpecPlace place, JsonNode schema) {
    JsonNode additional = schema.path("additionalProperties");
    boolean typed = additional.isObject() && !additional.isEmpty();
    if (!schema.path("properties").isEmpty()) {
      if (name == null) {
        faults.add(unnamed(place, "is an inline object"));
      }
      if (typed) {
        faults.add(
            new SpecException(
                place,
                "has properties and a schema for additional properties",
                "Put the latter into a separate map, or write 'additionalProperties: true'."));
      }
      checkProperties(name, place, schema);
    } else if (!typed && !additional.isObject() && !additional.asBoolean()) {
      throw new SpecException(
          place,
          "is an object without properties",
          "Write 'additionalProperties: true' for a map, or omit the type to allow any"
              + " value.");
    }
    if (typed) {
      requireNoNullElements(place, additional);
      faults.collect(() -> check(place.to("additionalProperties"), additional));
    }
  }

  private void checkProperties(@Nullable String name, SpecPlace place, JsonNode schema) {
    for (Map.Entry<String, JsonNode> listed : schema.path("properties").properties()) {
      String property = listed.getKey();
      JsonNode value = listed.getValue();
      SpecPlace its = place.to("properties", property);
      String label = name == null ? null : labels.of(name, property);
      faults.collect(() -> names.requireAccessor(its, property));
      faults.collect(
          () -> {
            if (label != null && value.has("enum")) {
              requireLabel(its, value, label);
            } else {
              check(its, value);
            }
          });
      faults.collect(() -> requireOneDirection(its, schema, property, value));
    }
  }

  private static void requireLabel(SpecPlace place, JsonNode property, String label) {
    JsonNode values = property.path("enum");
    if (values.size() != 1 || !values.get(0).asText().equals(label)) {
      throw new SpecException(
          place.to("enum"),
          "is " + values + ", but the union maps '" + label + "' to this schema",
          "Make them match.");
    }
  }

  private static void requireOneDirection(
      SpecPlace place, JsonNode schema, String property, JsonNode value) {
    boolean oneWay = value.path("readOnly").asBoolean() || value.path("writeOnly").asBoolean();
    boolean required =
        Stream.of(schema.path("required"))
            .flatMap(JsonNode::valueStream)
            .anyMatch(n -> n.asText().equals(property));
    if (oneWay && required) {
      throw new SpecException(
          place,
          "is required, but also readOnly or writeOnly",
          "Do not require it, or use separate schemas for requests and responses.");
    }
  }

  private static SpecException unnamed(SpecPlace place, String found) {
    return new SpecException(
        place, found, "Give it a name under components/schemas and refer to it.");
  }
}
