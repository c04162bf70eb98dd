package ai.withcortex.codegen.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.yaml.snakeyaml.nodes.Node;

/**
 * The spec exactly as it is in its file, so that messages can give exact locations. Parts that
 * cannot be read are left out, but their faults are known.
 */
public final class SpecDocument {
  /** The tag that OpenAPI Generator assigns to operations without a tag. */
  public static final String NO_TAG = "default";

  /** The start of each reference to a named schema. */
  public static final String SCHEMAS = "#/components/schemas/";

  /**
   * How many values a spec can have if each YAML alias is a copy. Few specs use aliases, and the
   * largest known ones have less than a tenth of this.
   */
  private static final int MAX_SIZE = 10_000_000;

  private final String file;
  private final JsonNode root;
  private final Positions positions;
  private final Faults faults;

  private SpecDocument(String file, JsonNode root, Positions positions, Faults faults) {
    this.file = file;
    this.root = root;
    this.positions = positions;
    this.faults = faults;
  }

  /** Reads a spec, and adds to the faults those that do not prevent reading. */
  public static SpecDocument read(Path path, Faults faults) {
    return read(path, faults, MAX_SIZE);
  }

  static SpecDocument read(Path path, Faults faults, int maxSize) {
    String file = path.getFileName().toString();
    Node content = YamlFile.read(path);
    Positions positions = new Positions(content);
    try {
      JsonNode root = YamlTree.convert(content, faults, maxSize);
      requireVersion(root, faults);
      Shapes.check(root, faults);
      SoundParts.keepIn(root, faults.unreadable());
      return new SpecDocument(file, root, positions, faults);
    } catch (SpecException fault) {
      faults.add(fault);
      throw new RefusedSpecException(FaultReport.of(file, positions, faults.all()));
    }
  }

  /** Reads OpenAPI 3.1 like 3.0, so that one run reports all that must change. */
  private static void requireVersion(JsonNode root, Faults faults) {
    String version = root.path("openapi").asText("");
    if (isSupported(root)) {
      return;
    }
    String swagger = root.path("swagger").asText("");
    String found = version.isEmpty() ? swagger : version;
    SpecException fault =
        new SpecException(
            SpecPlace.ROOT,
            found.isEmpty() ? "does not state its OpenAPI version" : "uses OpenAPI " + found,
            "Use OpenAPI 3.0, and start the file with 'openapi: 3.0.3'.");
    if (!version.matches("3\\.[01](\\..*)?")) {
      throw fault;
    }
    faults.add(fault);
  }

  private static boolean isSupported(JsonNode root) {
    return root.path("openapi").asText().matches("3\\.0\\.[0-9]+");
  }

  /** A part of the spec and its location. */
  public record Part(SpecPlace place, JsonNode node) {}

  public JsonNode root() {
    return root;
  }

  /** Returns the whole spec for a parser, which would read another version in another way. */
  public JsonNode asSupportedVersion() {
    return isSupported(root) ? root : ((ObjectNode) root.deepCopy()).put("openapi", "3.0.3");
  }

  public JsonNode schemas() {
    return root.path("components").path("schemas");
  }

  public JsonNode schema(String name) {
    return schemas().path(name);
  }

  /** Returns the enum to which each filter belongs, by the name of the filter. */
  public Map<String, String> filters() {
    Map<String, String> filters = new TreeMap<>();
    for (Map.Entry<String, JsonNode> schema : schemas().properties()) {
      if (schema.getValue().has(SpecKeywords.FILTER_OF)) {
        filters.put(schema.getKey(), schema.getValue().path(SpecKeywords.FILTER_OF).asText());
      }
    }
    return filters;
  }

  /** Returns the last name of a reference, without the escapes of URIs and JSON pointers. */
  public static String name(String reference) {
    return SpecPlace.unescape(
        SpecKeywords.decoded(reference.substring(reference.lastIndexOf('/') + 1)));
  }

  /** Returns the name of the schema to which a node refers. */
  public String schemaName(SpecPlace place, JsonNode reference) {
    return target(place, reference, "schemas");
  }

  /** Returns the given object, or the component to which it refers, with its location. */
  public Part resolve(SpecPlace place, JsonNode object, String section) {
    Part part = new Part(place, object);
    Set<SpecPlace> chain = new HashSet<>();
    while (part.node.has("$ref")) {
      if (!chain.add(part.place)) {
        throw chained(part);
      }
      if (chain.size() > 1) {
        faults.add(chained(part));
      }
      String name = target(part.place, part.node, section);
      part =
          new Part(
              SpecPlace.ROOT.to("components", section, name),
              root.path("components").path(section).get(name));
    }
    return part;
  }

  /** Reports a component of which OpenAPI Generator would see nothing but the reference. */
  private static SpecException chained(Part part) {
    return new SpecException(
        part.place,
        "is only a reference to " + part.node.path("$ref").asText(),
        "Refer to that directly instead, or write its definition here.");
  }

  /** Reports a reference to something that is not in the spec. */
  public static SpecException missing(SpecPlace place, String reference) {
    return new SpecException(
        place, "refers to " + reference + ", which does not exist", "Add it, or fix the name.");
  }

  /** Returns the part with the given reference, which starts with {@code #}; missing if none. */
  public JsonNode at(String reference) {
    JsonNode node = root;
    for (String step : new SpecPlace(reference).steps()) {
      node = node.isArray() ? element(node, step) : node.path(step);
    }
    return node;
  }

  private static JsonNode element(JsonNode list, String index) {
    return index.matches("[0-9]{1,9}") ? list.path(Integer.parseInt(index)) : list.path("");
  }

  /** Ends the run if there are any faults. */
  public void requireNone(Faults faults) {
    if (!faults.all().isEmpty()) {
      throw report(faults.all());
    }
  }

  /** Runs a step of the generator, and says where in the file the fault is that ends it. */
  public <T> T locate(Supplier<T> step) {
    try {
      return step.get();
    } catch (SpecException fault) {
      throw report(List.of(fault));
    }
  }

  private RefusedSpecException report(List<SpecException> faults) {
    return new RefusedSpecException(FaultReport.of(file, positions, faults));
  }

  /** Returns the names of an object's members. */
  public static List<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }

  private String target(SpecPlace place, JsonNode reference, String section) {
    List<String> siblings =
        names(reference).stream()
            .filter(key -> !key.equals("$ref") && !key.startsWith("x-"))
            .toList();
    if (!siblings.isEmpty()) {
      faults.add(
          new SpecException(
              place,
              "has " + siblings + " next to $ref, where OpenAPI 3.0 ignores them",
              "Remove them; for a schema, you can put the reference into allOf instead."));
    }
    String pointer = reference.path("$ref").asText();
    String start = "#/components/" + section + "/";
    String name = name(pointer);
    if (name.isEmpty()
        || pointer.lastIndexOf('/') != start.length() - 1
        || !pointer.startsWith(start)) {
      throw new SpecException(
          place,
          "refers to '" + pointer + "'",
          "Put the definition under " + start + " in this file, and refer to it there.");
    }
    if (!root.path("components").path(section).has(name)) {
      throw missing(place, pointer);
    }
    return name;
  }
}
