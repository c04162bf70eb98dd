package ai.withcortex.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.util.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files that a spec change does not affect stay byte for byte the same. Each folder under {@code
 * growth} has changes to apply to {@code before.yaml}, and their effect on the generated files,
 * line by line. {@code -Dgolden.update=true} rewrites the expected effects.
 */
final class GrowthTest {
  private static final Path GROWTH = Path.of("src/test/resources/growth");

  private static Map<String, String> before;

  @TempDir Path folder;

  static Stream<Path> cases() throws IOException {
    try (Stream<Path> files = Files.list(GROWTH)) {
      return files.filter(Files::isDirectory).sorted().toList().stream();
    }
  }

  @BeforeAll
  static void generateBefore(@TempDir Path folder) throws IOException {
    before = generate(folder, "before", spec());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void changesOnlyWhatItConcerns(Path growth) throws Exception {
    JsonNode changes = Yaml.mapper().readTree(growth.resolve("changes.yaml").toFile());
    ObjectNode spec = spec();
    layOver(spec, changes);
    Map<String, String> after = generate(folder, "after", spec);
    CompiledSources.compile(after, Files.createDirectory(folder.resolve("classes")));

    String changed = changed(after);
    Path expected = growth.resolve("changed.txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, changed);
    }
    assertEquals(Files.readString(expected), changed);
    assertEquals(
        after, generate(folder, "moved", (ObjectNode) moved(spec)), "with all of it moved around");
  }

  /**
   * Only properties, values and variants are generated in the order of the spec, which is intended.
   */
  @Test
  void orderOfDefinitionsDoesNotMatter() throws IOException {
    assertEquals(before, generate(folder, "moved", (ObjectNode) moved(spec())));
  }

  private static ObjectNode spec() throws IOException {
    return (ObjectNode) Yaml.mapper().readTree(GROWTH.resolve("before.yaml").toFile());
  }

  private static Map<String, String> generate(Path folder, String name, ObjectNode spec)
      throws IOException {
    Path file =
        Files.writeString(folder.resolve(name + ".yaml"), Yaml.mapper().writeValueAsString(spec));
    return GeneratedSources.of(file, folder.resolve(name), "golden.api", "golden.model");
  }

  /** Merges objects with those of the same name; null removes a member. */
  private static void layOver(ObjectNode target, JsonNode changes) {
    for (Map.Entry<String, JsonNode> change : changes.properties()) {
      JsonNode present = target.get(change.getKey());
      if (change.getValue().isNull()) {
        target.remove(change.getKey());
      } else if (present instanceof ObjectNode object && change.getValue().isObject()) {
        layOver(object, change.getValue());
      } else {
        target.set(change.getKey(), change.getValue());
      }
    }
  }

  /** Returns the spec with its paths, schemas and tags in reverse order. */
  private static JsonNode moved(ObjectNode spec) {
    ObjectNode moved = spec.deepCopy();
    moved.set("paths", reversed(spec.path("paths")));
    ((ObjectNode) moved.path("components"))
        .set("schemas", reversed(spec.path("components").path("schemas")));
    List<JsonNode> tags = new ArrayList<>();
    spec.path("tags").forEach(tags::add);
    Collections.reverse(tags);
    moved.set("tags", new ArrayNode(Yaml.mapper().getNodeFactory(), tags));
    return moved;
  }

  private static ObjectNode reversed(JsonNode object) {
    List<Map.Entry<String, JsonNode>> parts = new ArrayList<>(object.properties());
    Collections.reverse(parts);
    ObjectNode reversed = Yaml.mapper().createObjectNode();
    parts.forEach(part -> reversed.set(part.getKey(), part.getValue()));
    return reversed;
  }

  /** Returns the files that are new, removed or changed, and the changed lines. */
  private String changed(Map<String, String> after) {
    Set<String> files = new TreeSet<>(before.keySet());
    files.addAll(after.keySet());
    StringBuilder changed = new StringBuilder();
    for (String file : files) {
      if (!before.containsKey(file)) {
        changed.append("new ").append(file).append('\n');
      } else if (!after.containsKey(file)) {
        changed.append("gone ").append(file).append('\n');
      } else if (!before.get(file).equals(after.get(file))) {
        changed.append("changed ").append(file).append('\n');
        changed.append(LineDifference.of(before.get(file), after.get(file)));
      }
    }
    return changed.toString();
  }
}
