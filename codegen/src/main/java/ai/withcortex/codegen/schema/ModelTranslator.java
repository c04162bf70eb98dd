package ai.withcortex.codegen.schema;

import static java.util.Objects.requireNonNull;

import ai.withcortex.codegen.source.JavaNames;
import ai.withcortex.codegen.source.Javadoc;
import ai.withcortex.codegen.spec.SpecException;
import ai.withcortex.codegen.spec.SpecKeywords;
import ai.withcortex.codegen.spec.SpecPlace;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenProperty;

/** Translates OpenAPI Generator's models into classes. */
public final class ModelTranslator {
  /**
   * The number of properties up to which javac compiles the comparison of all of them. With a stack
   * of 1 MB, it fails at 1000.
   */
  private static final int MAX_PROPERTIES = 500;

  /** The number of variants up to which javac compiles the chained calls that list them. */
  private static final int MAX_VARIANTS = 200;

  /** The number of classes up to which the code of their adapter factory is less than 64 kB. */
  private static final int MAX_CLASSES = 3500;

  private final Map<String, CodegenModel> models;
  private final Map<String, CodegenModel> modelsByClass = new TreeMap<>();
  private final SchemaReferences references;
  private final Map<String, String> constantNames;

  /** The unions by schema name. */
  private final Map<String, GeneratedModel.Union> unions = new TreeMap<>();

  /**
   * @param constantNames the names for the constants of enums that a mapping gives, by value
   */
  public ModelTranslator(
      Map<String, CodegenModel> models, OpenAPI spec, Map<String, String> constantNames) {
    this.models = models;
    this.constantNames = constantNames;
    this.references = new SchemaReferences(spec);
    models.values().forEach(model -> modelsByClass.put(model.classname, model));
  }

  /** Returns the classes, sorted by name. */
  public List<GeneratedModel> translate() {
    models.forEach(
        (schema, model) -> {
          if (isUnion(model)) {
            unions.put(schema, union(schema, model));
          }
        });
    List<GeneratedModel> translated = new ArrayList<>();
    models.forEach(
        (schema, model) -> {
          if (unions.containsKey(schema)) {
            translated.add(unions.get(schema));
            translated.add(new GeneratedModel.UnknownVariant(unions.get(schema)));
          } else if (model.isEnum) {
            translated.add(enumeration(schema, model));
          } else if (isObject(model) && !references.isOnlyInherited(schema)) {
            translated.add(value(schema, model));
          }
        });
    if (translated.size() > MAX_CLASSES) {
      throw new SpecException(
          SpecPlace.ROOT.to("components", "schemas"),
          "needs " + translated.size() + " classes, and at most " + MAX_CLASSES + " are possible",
          "Remove schemas that are not used, or split the spec.");
    }
    translated.sort(Comparator.comparing(GeneratedModel::name));
    return translated;
  }

  /**
   * Returns the classes in an order in which each comes before the classes that its values contain.
   * A lookup then passes few other classes, each of which the JVM would load.
   */
  public List<GeneratedModel> byUse(List<GeneratedModel> generated) {
    Map<String, Set<String>> held = new TreeMap<>();
    modelsByClass.forEach((name, model) -> held.put(name, held(model)));
    Set<String> inner = new TreeSet<>();
    held.values().forEach(inner::addAll);
    Deque<String> next = new ArrayDeque<>();
    held.keySet().stream().filter(name -> !inner.contains(name)).forEach(next::add);
    next.removeIf(name -> held.getOrDefault(name, Set.of()).isEmpty());
    Map<String, Integer> positions = new HashMap<>();
    while (!next.isEmpty()) {
      String name = next.remove();
      if (positions.putIfAbsent(name, positions.size()) == null) {
        next.addAll(held.getOrDefault(name, Set.of()));
      }
    }
    List<GeneratedModel> sorted = new ArrayList<>(generated);
    sorted.sort(
        Comparator.comparing(model -> positions.getOrDefault(model.name(), Integer.MAX_VALUE)));
    return sorted;
  }

  private Set<String> held(CodegenModel model) {
    Set<String> held = new TreeSet<>(model.imports);
    held.addAll(model.oneOf);
    held.retainAll(modelsByClass.keySet());
    held.remove(model.classname);
    return held;
  }

  private static boolean isUnion(CodegenModel model) {
    return !model.oneOf.isEmpty();
  }

  private static boolean isObject(CodegenModel model) {
    return !model.isAlias && !model.isArray && !(model.isMap && model.vars.isEmpty());
  }

  private GeneratedModel.Union union(String schema, CodegenModel model) {
    Map<String, String> labels = references.labels(schema);
    if (labels.size() > MAX_VARIANTS) {
      throw new SpecException(
          SpecPlace.schema(schema),
          "has " + labels.size() + " variants, and at most " + MAX_VARIANTS + " are possible",
          "Remove some: the client keeps their objects as unknown variants.");
    }
    String base = references.sharedBase(schema, labels.values());
    String discriminator = model.discriminator.getPropertyBaseName();
    List<Property> shared = properties(base, model(base));
    requireLabels(schema, base, discriminator, shared, labels.keySet());
    requireOneLabelForEachKind(schema, model, labels);
    List<GeneratedModel.Union.Member> members = new ArrayList<>();
    labels.forEach(
        (label, member) ->
            members.add(new GeneratedModel.Union.Member(model(member).classname, label)));
    return new GeneratedModel.Union(
        schema,
        model.classname,
        javadoc(schema, model),
        discriminator,
        shared.stream().map(Property::asInherited).toList(),
        members);
  }

  private static List<?> values(CodegenModel enumeration) {
    return (List<?>) requireNonNull(enumeration.allowableValues.get("values"));
  }

  /** Requires a discriminator property that can hold the label of each variant. */
  private void requireLabels(
      String schema, String base, String name, List<Property> shared, Set<String> labels) {
    Property discriminator =
        shared.stream()
            .filter(property -> property.jsonName().equals(name) && property.mayBeLabel())
            .findFirst()
            .orElseThrow(
                () ->
                    new SpecException(
                        SpecPlace.schema(schema),
                        "has the discriminator '"
                            + name
                            + "', which is not a required string in '"
                            + base
                            + "', the base of all variants",
                        "Add it there as a required string or named enum."));
    CodegenModel type = modelsByClass.get(discriminator.type().name());
    for (String label : labels) {
      if (type != null && !values(type).contains(label)) {
        throw new SpecException(
            SpecPlace.schema(schema).to("discriminator", "mapping", label),
            "is not a value of the enum '" + type.name + "', the type of '" + name + "'",
            "Add it to the enum.");
      }
    }
  }

  private void requireOneLabelForEachKind(
      String schema, CodegenModel model, Map<String, String> labels) {
    List<String> labelled = labels.values().stream().map(m -> model(m).classname).toList();
    Set<String> kinds = Set.copyOf(labelled);
    if (kinds.size() < labelled.size() || !kinds.equals(model.oneOf)) {
      throw new SpecException(
          SpecPlace.schema(schema).to("discriminator", "mapping"),
          "does not match the union's oneOf",
          "Map exactly one label to each schema under oneOf.");
    }
  }

  private GeneratedModel.Enumeration enumeration(String schema, CodegenModel model) {
    List<GeneratedModel.Enumeration.Constant> constants = new ArrayList<>();
    List<?> ended = (List<?>) model.vendorExtensions.getOrDefault(SpecKeywords.ENDED, List.of());
    List<String> values = values(model).stream().map(Object::toString).toList();
    List<?> listed = (List<?>) model.vendorExtensions.get(SpecKeywords.CONSTANTS);
    JavaNames.constants(values, listed, constantNames)
        .forEach(
            (value, name) ->
                constants.add(
                    new GeneratedModel.Enumeration.Constant(
                        name, "\"" + value + "\"", ended.contains(value))));
    return new GeneratedModel.Enumeration(
        schema, model.classname, javadoc(schema, model), constants);
  }

  private GeneratedModel.Value value(String schema, CodegenModel model) {
    List<GeneratedModel.Variant> variants = new ArrayList<>();
    Map<String, Property> properties = new LinkedHashMap<>();
    Map<String, String> labels = new TreeMap<>();
    for (GeneratedModel.Union union : unions.values()) {
      for (GeneratedModel.Union.Member member : union.members()) {
        if (member.name().equals(model.classname)) {
          variants.add(new GeneratedModel.Variant(union.name()));
          union.properties().forEach(p -> properties.putIfAbsent(p.jsonName(), p));
          String other = labels.put(union.discriminator(), member.label());
          if (other != null && !other.equals(member.label())) {
            throw new SpecException(
                SpecPlace.schema(schema),
                "has the label '"
                    + other
                    + "' in one union and '"
                    + member.label()
                    + "' in another",
                "Use the same label in both.");
          }
        }
      }
    }
    for (CodegenProperty property : model.vars) {
      if (!properties.containsKey(property.baseName)) {
        properties.put(property.baseName, property(schema, property));
      }
    }
    labels.forEach((name, label) -> properties.computeIfPresent(name, (n, p) -> p.asLabel(label)));
    references
        .required(schema)
        .forEach(name -> properties.computeIfPresent(name, (n, p) -> p.asRequired()));
    if (properties.size() > MAX_PROPERTIES) {
      throw new SpecException(
          SpecPlace.schema(schema),
          "has "
              + properties.size()
              + " properties, and at most "
              + MAX_PROPERTIES
              + " are possible",
          "Remove some: the client keeps them as additional properties.");
    }
    return new GeneratedModel.Value(
        schema,
        model.classname,
        javadoc(schema, model),
        List.copyOf(properties.values()),
        variants,
        references.isSent(schema));
  }

  private static String javadoc(String schema, CodegenModel model) {
    String undescribed = "The `" + schema + "` schema of the spec.";
    return Javadoc.of(model.description == null ? undescribed : model.description).toString();
  }

  private CodegenModel model(String schema) {
    CodegenModel model = models.get(schema);
    if (model == null) {
      throw new SpecException(
          SpecPlace.schema(schema), "is referenced but does not exist", "Add it.");
    }
    return model;
  }

  private List<Property> properties(String schema, CodegenModel model) {
    return model.vars.stream().map(property -> property(schema, property)).toList();
  }

  private Property property(String schema, CodegenProperty property) {
    SpecPlace place = SpecPlace.property(schema, property.baseName);
    return Property.of(property, JavaType.of(place, property, modelsByClass));
  }
}
