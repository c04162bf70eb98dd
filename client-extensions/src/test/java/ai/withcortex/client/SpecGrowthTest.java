package ai.withcortex.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.withcortex.codegen.CompiledSources;
import ai.withcortex.codegen.GeneratedSources;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.util.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A spec that has grown makes a client that knows what is new, with no other edit: this test adds
 * to a copy of the spec, generates from it, compiles what comes out together with the unchanged
 * sources of this module, and reads a response that uses all of it.
 */
@Tag("load")
@Tag("okhttp-agnostic")
@Tag("no-mutation")
final class SpecGrowthTest {
  private static final Path SPEC = Path.of("../spec");
  private static final Path HANDWRITTEN = Path.of("src/main/java");
  private static final Path GROWTH = Path.of("src/test/resources/growth");

  @TempDir Path folder;

  @Test
  void needsNoEditOutsideTheSpec() throws Exception {
    String response = Files.readString(GROWTH.resolve("response.json"));
    String written = probe("Probe", "additions.yaml").apply(response);
    assertEquals(List.of(), SpecExamples.differences(response, written));
  }

  /** What ReportDrift of the examples says of a response makes a client that knows all of it. */
  @Test
  void knowsWhatADriftReportProposes() throws Exception {
    String response = Files.readString(GROWTH.resolve("tomorrow.json"));
    assertEquals(
        "OTHER_KIND at $[1].usage, OTHER_KIND at $[1].version",
        probe("DriftProbe", "tomorrow.report.yaml").apply(response));
  }

  @Test
  void generatesTheSameBytesEachTime() throws IOException {
    Path spec = SPEC.resolve("cortex-runs.yaml");
    Map<String, String> first =
        GeneratedSources.of(spec, folder.resolve("1"), "ai.withcortex.api", "ai.withcortex.model");
    Map<String, String> second =
        GeneratedSources.of(spec, folder.resolve("2"), "ai.withcortex.api", "ai.withcortex.model");
    assertEquals(first, second);
    assertEquals(
        GeneratedSources.read(
            Path.of("../client-generated/target/generated-sources/openapi/src/main/java")),
        first,
        "what the Maven plugin generated");
  }

  private Map<String, String> generate(Path spec) throws IOException {
    return GeneratedSources.of(
        spec, folder.resolve("generated"), "ai.withcortex.api", "ai.withcortex.model");
  }

  private Path grownSpec(String additions) throws IOException {
    ObjectMapper yaml = Yaml.mapper();
    ObjectNode spec = (ObjectNode) yaml.readTree(SPEC.resolve("cortex-runs.yaml").toFile());
    try (MappingIterator<JsonNode> documents =
        yaml.readerFor(JsonNode.class).readValues(GROWTH.resolve(additions).toFile())) {
      while (documents.hasNext()) {
        layOver(spec, (ObjectNode) documents.next());
      }
    }
    copyExamples();
    return Files.writeString(folder.resolve("grown.yaml"), yaml.writeValueAsString(spec));
  }

  private void copyExamples() throws IOException {
    Path copies = Files.createDirectory(folder.resolve("examples"));
    try (Stream<Path> examples = Files.list(SPEC.resolve("examples"))) {
      for (Path example : examples.toList()) {
        Files.copy(example, copies.resolve(example.getFileName()));
      }
    }
  }

  private static void layOver(ObjectNode target, ObjectNode additions) {
    for (Map.Entry<String, JsonNode> addition : additions.properties()) {
      JsonNode present = target.get(addition.getKey());
      if (present == null) {
        target.set(addition.getKey(), addition.getValue());
      } else if (present.isArray()) {
        addMissing((ArrayNode) present, (ArrayNode) addition.getValue());
      } else if (addition.getValue().isObject()) {
        layOver((ObjectNode) present, (ObjectNode) addition.getValue());
      }
    }
  }

  private static void addMissing(ArrayNode array, ArrayNode elements) {
    Set<JsonNode> present = new HashSet<>();
    array.forEach(present::add);
    for (JsonNode element : elements) {
      if (present.add(element)) {
        array.add(element);
      }
    }
  }

  /** A class of the growth folder, compiled against a client of the grown spec. */
  @SuppressWarnings("unchecked") // The class is known to this test as source only.
  private UnaryOperator<String> probe(String name, String additions) throws Exception {
    Map<String, String> sources = new HashMap<>(generate(grownSpec(additions)));
    sources.putAll(GeneratedSources.read(HANDWRITTEN));
    sources.put(name + ".java", Files.readString(GROWTH.resolve(name + ".java")));
    ClassLoader client =
        CompiledSources.compile(sources, Files.createDirectory(folder.resolve("classes")));
    return (UnaryOperator<String>) client.loadClass(name).getConstructor().newInstance();
  }
}
