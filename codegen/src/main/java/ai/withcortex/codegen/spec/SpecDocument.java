package ai.withcortex.codegen.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** The spec exactly as it is in its file, so that messages can give exact locations. */
public final class SpecDocument {
  /**
   * The keyword that names the enum to which a filter belongs. The filter has the enum's values and
   * one more, which has the same meaning as omitting the parameter. In Java, the parameter
   * therefore has the enum's type.
   */
  public static final String FILTER_OF = "x-filter-of";

  /** The keyword that lists the final values of an enum, for which {@code isEnded} returns true. */
  public static final String ENDED = "x-ended";

  /** The keyword that gives the first client version with a parameter. */
  public static final String SINCE = "x-since";

  /** The tag that OpenAPI Generator assigns to operations without a tag. */
  public static final String NO_TAG = "default";

  /** The start of each reference to a named schema. */
  public static final String SCHEMAS = "#/components/schemas/";

  private final Path path;
  private final JsonNode root;

  private SpecDocument(Path path, JsonNode root) {
    this.path = path;
    this.root = root;
  }

  public static SpecDocument read(Path path) {
    try {
      Object content = yaml().load(Files.readString(path));
      SpecDocument spec = new SpecDocument(path, new ObjectMapper().valueToTree(content));
      Faults faults = new Faults();
      faults.collect(() -> requireVersion(spec.root));
      faults.requireNone(spec);
      return spec;
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      String where = ":" + Positions.Position.of(mark);
      throw notYaml(path.getFileName() + where, e.getProblem());
    } catch (YAMLException e) {
      throw notYaml(path.getFileName().toString(), String.valueOf(e.getMessage()).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    return new Yaml(new SafeConstructor(options));
  }

  private static RefusedSpecException notYaml(String where, String problem) {
    SpecException fault =
        new SpecException(
            SpecPlace.ROOT, "is not valid YAML: " + problem, "Fix it; nothing was generated.");
    return new RefusedSpecException(where + ": " + fault.getMessage());
  }

  /** Returns the name of the file. */
  String file() {
    return path.getFileName().toString();
  }

  /** Reads the file again to find the positions of its parts. */
  Positions positions() {
    try {
      return new Positions(yaml().compose(new StringReader(Files.readString(path))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireVersion(JsonNode root) {
    String version = root.path("openapi").asText("");
    if (!version.matches("3\\.0\\.[0-9]+")) {
      String swagger = root.path("swagger").asText("");
      String found = version.isEmpty() ? swagger : version;
      throw new SpecException(
          SpecPlace.ROOT,
          found.isEmpty() ? "does not state its OpenAPI version" : "uses OpenAPI " + found,
          "Use OpenAPI 3.0, and start the file with 'openapi: 3.0.3'.");
    }
  }

  /** A part of the spec and its location. */
  public record Part(SpecPlace place, JsonNode node) {}

  public JsonNode root() {
    return root;
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
      if (schema.getValue().has(FILTER_OF)) {
        filters.put(schema.getKey(), schema.getValue().path(FILTER_OF).asText());
      }
    }
    return filters;
  }

  /** Returns the name of the schema to which a node refers. */
  public String schemaName(SpecPlace place, JsonNode reference) {
    return target(place, reference, "schemas");
  }

  /** Returns the given object, or the component to which it refers, with its location. */
  public Part resolve(SpecPlace place, JsonNode object, String section) {
    if (!object.has("$ref")) {
      return new Part(place, object);
    }
    String name = target(place, object, section);
    return new Part(
        SpecPlace.ROOT.to("components", section, name),
        root.path("components").path(section).get(name));
  }

  /** Returns the names of an object's members. */
  public static List<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }

  private String target(SpecPlace place, JsonNode reference, String section) {
    String pointer = reference.path("$ref").asText();
    String start = "#/components/" + section + "/";
    String name = pointer.startsWith(start) ? pointer.substring(start.length()) : "";
    if (name.isEmpty() || name.contains("/")) {
      throw new SpecException(
          place,
          "refers to '" + pointer + "'",
          "Put the definition under " + start + " in this file, and refer to it there.");
    }
    if (!root.path("components").path(section).has(name)) {
      throw new SpecException(
          place, "refers to " + pointer + ", which does not exist", "Add it, or fix the name.");
    }
    List<String> siblings = names(reference).stream().filter(key -> !key.equals("$ref")).toList();
    if (!siblings.isEmpty()) {
      throw new SpecException(
          place,
          "has " + siblings + " next to $ref, where OpenAPI 3.0 ignores them",
          "Remove them; for a schema, you can put the reference into allOf instead.");
    }
    return name;
  }
}
