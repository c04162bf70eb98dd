package ai.withcortex.codegen.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
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

/** The spec as it stands in its file, so that what is found there can be pointed at. */
public final class SpecDocument {
  /**
   * The enum whose values a schema filters by: it has those, and one that says the same as leaving
   * the parameter out, so in Java the parameter is of that enum.
   */
  public static final String FILTER_OF = "x-filter-of";

  /** The version of the client that was the first to have a parameter. */
  public static final String SINCE = "x-since";

  /** The tag that OpenAPI Generator gives to operations without one. */
  public static final String NO_TAG = "default";

  private final JsonNode root;

  private SpecDocument(JsonNode root) {
    this.root = root;
  }

  public static SpecDocument read(Path file) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      Object content = new Yaml(new SafeConstructor(options)).load(Files.readString(file));
      JsonNode root = new ObjectMapper().valueToTree(content);
      requireVersion(root);
      return new SpecDocument(root);
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      String where = " in line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1);
      throw notYaml(e.getProblem() + where);
    } catch (YAMLException e) {
      throw notYaml(String.valueOf(e.getMessage()).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SpecException notYaml(String problem) {
    return new SpecException(
        SpecPlace.ROOT, "is no YAML: " + problem, "Mend it; nothing was written.");
  }

  private static void requireVersion(JsonNode root) {
    String version = root.path("openapi").asText("");
    if (!version.matches("3\\.0\\.[0-9]+")) {
      String swagger = root.path("swagger").asText("");
      String found = version.isEmpty() ? swagger : version;
      throw new SpecException(
          SpecPlace.ROOT,
          found.isEmpty() ? "says no version of OpenAPI" : "is in version " + found + " of OpenAPI",
          "Write OpenAPI 3.0, and begin with 'openapi: 3.0.3'.");
    }
  }

  /** A part of the spec and where it stands. */
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

  /** The schemas that are filters, and the enums that they filter by. */
  public Map<String, String> filters() {
    Map<String, String> filters = new TreeMap<>();
    for (Map.Entry<String, JsonNode> schema : schemas().properties()) {
      if (schema.getValue().has(FILTER_OF)) {
        filters.put(schema.getKey(), schema.getValue().path(FILTER_OF).asText());
      }
    }
    return filters;
  }

  /** The name of the schema that a node refers to. */
  public String schemaName(SpecPlace place, JsonNode reference) {
    return target(place, reference, "schemas");
  }

  /** The object itself, or the component that it is a reference to, and where that stands. */
  public Part resolve(SpecPlace place, JsonNode object, String section) {
    if (!object.has("$ref")) {
      return new Part(place, object);
    }
    String name = target(place, object, section);
    return new Part(
        SpecPlace.ROOT.to("components", section, name),
        root.path("components").path(section).get(name));
  }

  private String target(SpecPlace place, JsonNode reference, String section) {
    String pointer = reference.path("$ref").asText();
    String start = "#/components/" + section + "/";
    String name = pointer.startsWith(start) ? pointer.substring(start.length()) : "";
    if (name.isEmpty() || name.contains("/")) {
      throw new SpecException(
          place,
          "refers to '" + pointer + "'",
          "Put that under " + start + " in this file, with a name, and refer to it there.");
    }
    if (!root.path("components").path(section).has(name)) {
      throw new SpecException(
          place, "refers to " + pointer + ", which is not there", "Add it, or mend the name.");
    }
    List<String> siblings =
        reference.properties().stream()
            .map(Map.Entry::getKey)
            .filter(key -> !key.equals("$ref"))
            .toList();
    if (!siblings.isEmpty()) {
      throw new SpecException(
          place,
          "has " + siblings + " beside $ref, where OpenAPI 3.0 ignores it",
          "Drop it; beside a schema, put the reference into allOf.");
    }
    return name;
  }
}
