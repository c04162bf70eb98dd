package ai.withcortex.codegen.check;

import ai.withcortex.codegen.spec.Faults;
import ai.withcortex.codegen.spec.SpecDocument;
import ai.withcortex.codegen.spec.SpecException;
import ai.withcortex.codegen.spec.SpecPlace;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Rejects unions whose variants share no label. */
final class UnionCheck {
  private static final Set<String> STRINGS =
      Set.of(
          "",
          "byte",
          "duration",
          "email",
          "hostname",
          "ipv4",
          "ipv6",
          "password",
          "time",
          "uri",
          "uuid");

  private final SpecDocument spec;
  private final Schemas schemas;
  private final Faults faults;

  UnionCheck(SpecDocument spec, Faults faults) {
    this.spec = spec;
    this.schemas = new Schemas(spec);
    this.faults = faults;
  }

  void check(SpecPlace place, JsonNode union) {
    JsonNode discriminator = union.path("discriminator");
    List<String> variants = union.path("oneOf").valueStream().map(UnionCheck::target).toList();
    Map<String, String> labels = labels(union);
    if (discriminator.has("propertyName")) {
      faults.collect(() -> requireLabels(place.to("discriminator"), labels, variants));
    }
    if (variants.stream().allMatch(this::isObject) && !variants.isEmpty()) {
      faults.collect(() -> requireBase(place, discriminator, labels.keySet(), variants));
    }
  }

  private boolean isObject(String schema) {
    return spec.schema(schema).has("allOf") || spec.schema(schema).has("properties");
  }

  private void requireLabels(SpecPlace place, Map<String, String> labels, List<String> variants) {
    if (labels.isEmpty()) {
      throw new SpecException(place, "has no mapping", "Map each label to its schema.");
    }
    boolean isKnown =
        Stream.concat(variants.stream(), labels.values().stream()).allMatch(spec.schemas()::has);
    boolean isOneToOne =
        labels.size() == variants.size()
            && Set.copyOf(variants).equals(Set.copyOf(labels.values()));
    if (isKnown && !isOneToOne) {
      throw new SpecException(
          place.to("mapping"),
          "does not match the union's oneOf",
          "Map exactly one label to each schema under oneOf.");
    }
  }

  /** Requires a schema that all variants extend and that has the label. */
  private void requireBase(
      SpecPlace place, JsonNode discriminator, Set<String> labels, List<String> variants) {
    Set<String> shared = new LinkedHashSet<>(bases(variants.get(0)));
    variants.forEach(variant -> shared.retainAll(bases(variant)));
    if (shared.isEmpty()) {
      throw new SpecException(
          place,
          "is a union whose variants share no base",
          "Put the label and other shared properties into one schema, and list that schema"
              + " under allOf in each variant, or omit oneOf to allow any value.");
    }
    String base = shared.iterator().next();
    String name = discriminator.path("propertyName").asText();
    if (name.isEmpty()) {
      return;
    }
    Inherited inherited = new Inherited();
    collect(spec.schema(base), inherited, new HashSet<>());
    JsonNode label = inherited.properties.getOrDefault(name, MissingNode.getInstance());
    JsonNode type = schemas.plain(label);
    boolean isString =
        type.path("type").asText().equals("string")
            && STRINGS.contains(type.path("format").asText());
    if (!isString || !inherited.required.contains(name) || schemas.isNullable(label)) {
      throw new SpecException(
          place,
          "has the discriminator '"
              + name
              + "', which is not a required string in '"
              + base
              + "', the base of all variants",
          "Add it there as a required string or named enum.");
    }
    List<String> values = type.path("enum").valueStream().map(JsonNode::asText).toList();
    for (String listed : labels) {
      if (!values.isEmpty() && !values.contains(listed)) {
        faults.add(
            new SpecException(
                place.to("discriminator", "mapping", listed),
                "is not a value of the enum '" + referred(label) + "', the type of '" + name + "'",
                "Add it to the enum."));
      }
    }
  }

  /** Requires a schema to have the same label in all unions with the same discriminator. */
  void requireSameLabels() {
    Map<String, String> known = new HashMap<>();
    for (JsonNode union : spec.schemas()) {
      String property = union.path("discriminator").path("propertyName").asText();
      Map<String, String> bySchema = new LinkedHashMap<>();
      labels(union).forEach((label, schema) -> bySchema.put(schema, label));
      bySchema.forEach((schema, label) -> requireSame(known, property, schema, label));
    }
  }

  private void requireSame(
      Map<String, String> known, String property, String schema, String label) {
    String other = known.put(schema + " " + property, label);
    if (other != null && !other.equals(label)) {
      faults.add(
          new SpecException(
              SpecPlace.schema(schema),
              "has the label '" + other + "' in one union and '" + label + "' in another",
              "Use the same label in both."));
    }
  }

  private static final class Inherited {
    final Map<String, JsonNode> properties = new LinkedHashMap<>();
    final Set<String> required = new HashSet<>();
  }

  private void collect(JsonNode schema, Inherited inherited, Set<JsonNode> seen) {
    if (!seen.add(schema)) {
      return;
    }
    for (JsonNode part : schema.path("allOf")) {
      collect(part.has("$ref") ? spec.schema(target(part)) : part, inherited, seen);
    }
    schema
        .path("properties")
        .properties()
        .forEach(p -> inherited.properties.put(p.getKey(), p.getValue()));
    schema.path("required").forEach(name -> inherited.required.add(name.asText()));
  }

  private List<String> bases(String schema) {
    List<String> bases = new ArrayList<>();
    for (JsonNode part : spec.schema(schema).path("allOf")) {
      if (part.has("$ref")) {
        bases.add(target(part));
      }
    }
    return bases;
  }

  private static Map<String, String> labels(JsonNode union) {
    Map<String, String> labels = new LinkedHashMap<>();
    union
        .path("discriminator")
        .path("mapping")
        .properties()
        .forEach(label -> labels.put(label.getKey(), SpecDocument.name(label.getValue().asText())));
    return labels;
  }

  /** Returns the name of the enum that is the type of a label. */
  private static String referred(JsonNode label) {
    return target(label.has("$ref") ? label : label.path("allOf").path(0));
  }

  private static String target(JsonNode reference) {
    return SpecDocument.name(reference.path("$ref").asText());
  }
}
