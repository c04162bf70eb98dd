package ai.withcortex.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.withcortex.codegen.CompiledSources;
import ai.withcortex.codegen.GeneratedSources;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.util.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A spec that has grown makes a client that knows what is new, with no other edit: this test adds
 * to a copy of the spec, generates from it, compiles what comes out together with the unchanged
 * sources of this module, and reads a response that uses all of it.
 */
final class SpecGrowthTest {
  private static final Path SPEC = Path.of("../spec");
  private static final Path HANDWRITTEN = Path.of("src/main/java");
  private static final Path GROWTH = Path.of("src/test/resources/growth");

  @TempDir Path folder;

  @Test
  void needsNoEditOutsideTheSpec() throws Exception {
    Map<String, String> sources = new HashMap<>(generate(grownSpec()));
    sources.putAll(GeneratedSources.read(HANDWRITTEN));
    sources.put("Probe.java", Files.readString(GROWTH.resolve("Probe.java")));

    ClassLoader client =
        CompiledSources.compile(sources, Files.createDirectory(folder.resolve("classes")));

    String response = Files.readString(GROWTH.resolve("response.json"));
    String written = probe(client).apply(response);
    assertEquals(List.of(), JsonMeaning.differences(response, written));
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

  private Path grownSpec() throws IOException {
    ObjectMapper yaml = Yaml.mapper();
    ObjectNode spec = (ObjectNode) yaml.readTree(SPEC.resolve("cortex-runs.yaml").toFile());
    layOver(spec, (ObjectNode) yaml.readTree(GROWTH.resolve("additions.yaml").toFile()));
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
        ((ArrayNode) present).addAll((ArrayNode) addition.getValue());
      } else {
        layOver((ObjectNode) present, (ObjectNode) addition.getValue());
      }
    }
  }

  @SuppressWarnings(
      "unchecked") // The class is compiled by this test and known to it as source only.
  private static UnaryOperator<String> probe(ClassLoader client)
      throws ReflectiveOperationException {
    return (UnaryOperator<String>) client.loadClass("Probe").getConstructor().newInstance();
  }
}
