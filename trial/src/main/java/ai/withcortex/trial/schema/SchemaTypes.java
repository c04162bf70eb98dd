package ai.withcortex.trial.schema;

import static java.util.Objects.requireNonNull;

import ai.withcortex.spec.SpecType;
import ai.withcortex.spec.SpecType.Characters;
import ai.withcortex.spec.SpecType.Choice;
import ai.withcortex.spec.SpecType.Day;
import ai.withcortex.spec.SpecType.Decimal;
import ai.withcortex.spec.SpecType.Flag;
import ai.withcortex.spec.SpecType.Free;
import ai.withcortex.spec.SpecType.ListOf;
import ai.withcortex.spec.SpecType.MapOf;
import ai.withcortex.spec.SpecType.Model;
import ai.withcortex.spec.SpecType.Property;
import ai.withcortex.spec.SpecType.Rounded;
import ai.withcortex.spec.SpecType.Time;
import ai.withcortex.spec.SpecType.Union;
import ai.withcortex.spec.SpecType.Whole;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types of the schemas of a document that the generator accepts. */
public final class SchemaTypes {
  private final Components components;
  private final Map<String, SpecType> types = new HashMap<>();

  /** The label of each variant by the name of its schema, and by the property with the label. */
  private final Map<String, Map<String, String>> labels = new HashMap<>();

  SchemaTypes(Components components) {
    this.components = components;
    for (JsonNode schema : components.schemas()) {
      String property = schema.path("discriminator").path("propertyName").asText();
      for (Map.Entry<String, JsonNode> label : mapping(schema).properties()) {
        labels
            .computeIfAbsent(Components.name(label.getValue()), name -> new HashMap<>())
            .put(property, label.getKey());
      }
    }
  }

  /** Returns the type of a schema under components. */
  public SpecType named(String name) {
    SpecType known = types.get(name);
    if (known != null) {
      return known;
    }
    types.put(name, new Free()); // Ends at lists that contain themselves.
    JsonNode schema = components.schemas().path(name);
    SpecType type =
        schema.has("x-filter-of")
            ? named(schema.path("x-filter-of").asText())
            : isModel(schema) ? model(name, schema) : type(name, schema);
    types.put(name, type);
    return type;
  }

  /** Returns the type of an inline schema or a reference. */
  SpecType type(JsonNode schema) {
    return type("an inline schema", schema);
  }

  /** Returns whether null is a value of a schema with a type. */
  boolean isNullable(JsonNode schema) {
    String reference = soleReference(schema);
    return schema.path("nullable").asBoolean()
        || schema.path("x-nullable").asBoolean()
        || (reference != null && isNullable(components.schemas().path(reference)));
  }

  private boolean isModel(JsonNode schema) {
    String reference = soleReference(schema);
    return reference == null
        ? schema.has("allOf")
        : schema.has("allOf") && named(reference) instanceof Model;
  }

  private SpecType type(String name, JsonNode schema) {
    String reference = soleReference(schema);
    if (reference != null) {
      return named(reference);
    } else if (schema.has("oneOf")) {
      return union(name, schema);
    } else if (schema.has("allOf") || !schema.path("properties").isEmpty()) {
      return model(name, schema);
    } else if (schema.has("enum")) {
      return new Choice(name, texts(schema.path("enum")));
    }
    String format = schema.path("format").asText();
    return switch (schema.path("type").asText()) {
      case "object" -> new MapOf(values(name, schema.path("additionalProperties")));
      case "array" -> new ListOf(type(name + " element", schema.path("items")));
      case "string" -> string(format);
      case "integer" -> new Whole(format.equals("int64") ? 64 : 32);
      case "number" -> number(format);
      case "boolean" -> new Flag();
      default -> new Free();
    };
  }

  private SpecType values(String name, JsonNode additional) {
    return additional.isObject() ? type(name + " value", additional) : new Free();
  }

  private static SpecType string(String format) {
    return switch (format) {
      case "date-time", "timestamp" -> new Time();
      case "date" -> new Day();
      default -> new Characters();
    };
  }

  private static SpecType number(String format) {
    return switch (format) {
      case "float" -> new Rounded(32);
      case "double" -> new Rounded(64);
      default -> new Decimal();
    };
  }

  private Model model(String name, JsonNode schema) {
    Model model = new Model(name, new LinkedHashMap<>());
    types.put(name, model);
    Map<String, JsonNode> properties = new LinkedHashMap<>();
    Set<String> required = new LinkedHashSet<>();
    collect(schema, properties, required);
    properties.forEach(
        (property, declared) ->
            model
                .properties()
                .put(
                    property,
                    new Property(
                        type(name + "." + property, declared),
                        required.contains(property),
                        isNullable(declared))));
    labels
        .getOrDefault(name, Map.of())
        .forEach(
            (property, label) ->
                model
                    .properties()
                    .put(
                        property, new Property(new Choice(property, List.of(label)), true, false)));
    return model;
  }

  /** Collects properties. If one is declared twice, the last declaration narrows the first. */
  private void collect(JsonNode schema, Map<String, JsonNode> properties, Set<String> required) {
    if (schema.has("$ref")) {
      collect(
          components.schemas().path(Components.name(schema.path("$ref"))), properties, required);
    }
    schema.path("allOf").forEach(part -> collect(part, properties, required));
    schema.path("properties").properties().forEach(p -> properties.put(p.getKey(), p.getValue()));
    required.addAll(texts(schema.path("required")));
  }

  private Union union(String name, JsonNode schema) {
    Map<String, Model> variants = new LinkedHashMap<>();
    Union union =
        new Union(
            name,
            schema.path("discriminator").path("propertyName").asText(),
            variants,
            new Model(name, new LinkedHashMap<>()));
    types.put(name, union);
    Set<String> bases = new LinkedHashSet<>();
    for (Map.Entry<String, JsonNode> label : mapping(schema).properties()) {
      String variant = Components.name(label.getValue());
      variants.put(label.getKey(), (Model) named(variant));
      List<String> its = bases(components.schemas().path(variant));
      if (variants.size() == 1) {
        bases.addAll(its);
      }
      bases.retainAll(its);
    }
    Model base = (Model) named(bases.iterator().next());
    union.base().properties().putAll(base.properties());
    return union;
  }

  private static JsonNode mapping(JsonNode union) {
    return union.has("oneOf")
        ? union.path("discriminator").path("mapping")
        : union.path("no mapping");
  }

  private static List<String> bases(JsonNode variant) {
    List<String> bases = new ArrayList<>();
    for (JsonNode part : variant.path("allOf")) {
      if (part.has("$ref")) {
        bases.add(Components.name(part.path("$ref")));
      }
    }
    return bases;
  }

  /** Returns the name in a schema that only refers to another; null for other schemas. */
  private static @Nullable String soleReference(JsonNode schema) {
    JsonNode parts = schema.path("allOf");
    boolean annotates = parts.size() == 1 && !schema.has("properties") && parts.get(0).has("$ref");
    JsonNode reference = annotates ? requireNonNull(parts.get(0)) : schema;
    return reference.has("$ref") ? Components.name(reference.path("$ref")) : null;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
