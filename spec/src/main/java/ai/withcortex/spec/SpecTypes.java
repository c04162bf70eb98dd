package ai.withcortex.spec;

import ai.withcortex.spec.SpecType.Characters;
import ai.withcortex.spec.SpecType.Choice;
import ai.withcortex.spec.SpecType.Decimal;
import ai.withcortex.spec.SpecType.Flag;
import ai.withcortex.spec.SpecType.Free;
import ai.withcortex.spec.SpecType.ListOf;
import ai.withcortex.spec.SpecType.MapOf;
import ai.withcortex.spec.SpecType.Model;
import ai.withcortex.spec.SpecType.Property;
import ai.withcortex.spec.SpecType.Time;
import ai.withcortex.spec.SpecType.Union;
import ai.withcortex.spec.SpecType.Whole;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The types in {@code cortex-runs.yaml}, derived only from its schemas. */
public final class SpecTypes {
  private static final String REFERENCE = "#/components/schemas/";

  private final JsonNode schemas;
  private final Map<String, SpecType> types = new HashMap<>();

  private SpecTypes(JsonNode schemas) {
    this.schemas = schemas;
  }

  /** Returns the type of a page, which is the body of a successful response. */
  public static SpecType page() {
    JsonNode root = spec();
    JsonNode page =
        root.at(
            "/paths/~1apps~1{app_id}~1workflows~1{workflow_id}~1runs/get/responses/200/content"
                + "/application~1json/schema");
    return new SpecTypes(root.at("/components/schemas")).type("a page", page);
  }

  /** Returns the types of all schemas, by name. */
  public static Map<String, SpecType> all() {
    SpecTypes types = new SpecTypes(spec().at("/components/schemas"));
    Map<String, SpecType> all = new TreeMap<>();
    types.schemas.propertyNames().forEach(name -> all.put(name, types.named(name)));
    return all;
  }

  private static JsonNode spec() {
    try (InputStream spec = SpecTypes.class.getResourceAsStream("cortex-runs.yaml")) {
      return new YAMLMapper().readTree(spec);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the names of all properties, listed values and variants that values of a type can have.
   */
  public static Set<String> parts(SpecType type) {
    Set<String> parts = new LinkedHashSet<>();
    addParts(type, parts);
    return parts;
  }

  private static void addParts(SpecType type, Set<String> parts) {
    if (type instanceof ListOf list) {
      addParts(list.elements(), parts);
    } else if (type instanceof MapOf map) {
      addParts(map.values(), parts);
    } else if (type instanceof Choice choice) {
      choice.values().forEach(value -> parts.add(choice.name() + " = " + value));
    } else if (type instanceof Union union) {
      union.variants().keySet().forEach(label -> parts.add(union.name() + ": " + label));
      union.variants().values().forEach(variant -> addParts(variant, parts));
    } else if (type instanceof Model model) {
      model
          .properties()
          .forEach(
              (name, property) -> {
                if (parts.add(model.name() + "." + name)) {
                  addParts(property.type(), parts);
                }
              });
    }
  }

  private SpecType named(String name) {
    SpecType type = types.get(name);
    return type == null ? type(name, schemas.required(name)) : type;
  }

  private SpecType type(String name, JsonNode schema) {
    JsonNode reference = soleReference(schema);
    if (reference != null) {
      return named(nameOf(reference));
    } else if (schema.has("oneOf")) {
      return union(name, schema);
    } else if (schema.has("allOf") || schema.has("properties")) {
      return model(name, schema);
    } else if (schema.has("enum")) {
      return new Choice(name, texts(schema.get("enum")));
    }
    return switch (schema.path("type").asString("any")) {
      case "any" -> new Free();
      case "object" -> new MapOf(values(name, schema.required("additionalProperties")));
      case "array" -> new ListOf(type(name + " element", schema.required("items")));
      case "string" -> string(schema.path("format").asString(""));
      case "integer" -> new Whole(schema.required("format").asString().equals("int32") ? 32 : 64);
      case "number" -> new Decimal();
      case "boolean" -> new Flag();
      default -> throw new IllegalArgumentException(name + " has an unknown type");
    };
  }

  private SpecType values(String name, JsonNode additional) {
    return additional.isBoolean() ? new Free() : type(name + " value", additional);
  }

  private static SpecType string(String format) {
    return switch (format) {
      case "" -> new Characters();
      case "timestamp" -> new Time();
      default -> throw new IllegalArgumentException("unknown format " + format);
    };
  }

  private Model model(String name, JsonNode schema) {
    Model model = new Model(name, new LinkedHashMap<>());
    types.put(name, model);
    Map<String, JsonNode> properties = new LinkedHashMap<>();
    Set<String> required = new LinkedHashSet<>();
    collect(schema, properties, required);
    properties.forEach(
        (property, declaration) ->
            model
                .properties()
                .put(
                    property,
                    new Property(
                        type(name + "." + property, declaration),
                        required.contains(property),
                        declaration.path("nullable").asBoolean(false))));
    return model;
  }

  /**
   * Collects the properties of a schema. If a property is declared twice, the last declaration
   * counts, because it narrows the first.
   */
  private void collect(JsonNode schema, Map<String, JsonNode> properties, Set<String> required) {
    if (schema.has("$ref")) {
      collect(schemas.required(nameOf(schema.get("$ref"))), properties, required);
    }
    schema.path("allOf").forEach(part -> collect(part, properties, required));
    schema.path("properties").properties().forEach(p -> properties.put(p.getKey(), p.getValue()));
    required.addAll(texts(schema.path("required")));
  }

  private Union union(String name, JsonNode schema) {
    JsonNode discriminator = schema.required("discriminator");
    Map<String, Model> variants = new LinkedHashMap<>();
    Set<String> bases = new LinkedHashSet<>();
    for (Map.Entry<String, JsonNode> label : discriminator.required("mapping").properties()) {
      String variant = nameOf(label.getValue());
      variants.put(label.getKey(), (Model) named(variant));
      bases.add(nameOf(schemas.required(variant).required("allOf").get(0).required("$ref")));
    }
    if (bases.size() != 1) {
      throw new IllegalArgumentException(name + " has the bases " + bases);
    }
    String label = discriminator.required("propertyName").asString();
    Union union = new Union(name, label, variants, (Model) named(bases.iterator().next()));
    types.put(name, union);
    return union;
  }

  /**
   * Returns the reference if the schema is only a reference, possibly with a description or
   * nullability; null otherwise.
   */
  private static JsonNode soleReference(JsonNode schema) {
    if (schema.has("$ref")) {
      return schema.get("$ref");
    }
    JsonNode parts = schema.path("allOf");
    return parts.size() == 1 && !schema.has("properties") ? parts.get(0).get("$ref") : null;
  }

  private static String nameOf(JsonNode reference) {
    return reference.asString().substring(REFERENCE.length());
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asString()));
    return texts;
  }
}
