package ai.withcortex.trial.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ai.withcortex.trial.workshop.Generator;
import ai.withcortex.trial.workshop.Mappings;
import ai.withcortex.trial.workshop.Outcome;
import ai.withcortex.trial.workshop.Outcome.Kind;
import ai.withcortex.trial.workshop.Workshop;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Each row of the files under {@code repairs} has a name, a part of a spec that the generator
 * refuses, and what the remedies make of it, which the generator accepts.
 */
final class RepairTest {
  private static final Mappings NONE = new Mappings(Map.of(), Map.of(), Map.of(), Map.of());

  @TempDir Path folder;

  private final Workshop workshop =
      new Workshop(Generator.ours(), List.of(), Duration.ofSeconds(60));

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/repairs/schemas.txt", delimiter = '|', quoteCharacter = '`')
  void repairsSchemas(String name, String refused, String repaired) throws Exception {
    EditedDocument document = repaired("{paths: {}, components: {schemas: " + refused + "}}");
    assertEquals(Yaml.mapper().readTree(repaired), document.section("schemas"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/repairs/paths.txt", delimiter = '|', quoteCharacter = '`')
  void repairsPaths(String name, String refused, String repaired) throws Exception {
    EditedDocument document = repaired("{paths: " + refused + "}");
    assertEquals(Yaml.mapper().readTree(repaired), document.root().path("paths"));
  }

  @Test
  void addsMappings() throws Exception {
    EditedDocument document =
        repaired(
            "{paths: {}, components: {schemas: {Run: {type: object, properties: {class: {type:"
                + " string}}}, 'run': {type: object, properties: {a: {type: string}}}}}}");
    assertEquals(Map.of("class", "classValue"), document.mappings().nameMappings());
    assertEquals(1, document.mappings().modelNameMappings().size());
  }

  @Test
  void countsRunsAndFaults() throws Exception {
    Path spec =
        write(
            "{paths: {}, components: {schemas: {A: {type: object, properties: {a: {not: {}}}}}}}");
    Repair repair = Repair.of(workshop, spec, NONE, Files.createDirectory(folder.resolve("r")), 8);
    assertEquals(Kind.GENERATED, repair.outcome().kind(), repair.outcome()::detail);
    assertEquals(2, repair.runs());
    assertEquals(1, repair.faults());
  }

  @Test
  void putsTextInQuotes() throws Exception {
    Path spec =
        Files.writeString(
            folder.resolve("spec.yaml"),
            "openapi: 3.0.3\ninfo: {title: t, version: 1.10}\npaths: {}\n");
    Repair repair = Repair.of(workshop, spec, NONE, Files.createDirectory(folder.resolve("r")), 8);
    assertEquals(Kind.GENERATED, repair.outcome().kind(), repair.outcome()::detail);
    assertEquals(2, repair.runs());
  }

  @Test
  void tellsFaultsWithoutRemedy() throws Exception {
    Path spec = write("{paths: {'/a/../b': {}}}");
    Repair repair = Repair.of(workshop, spec, NONE, folder, 8);
    assertFalse(repair.isAccepted());
    assertEquals(1, repair.runs());
    assertEquals(
        List.of(
            "#/paths/~1a~1..~1b has a '.' or '..' segment, which URLs do not keep. Write the path"
                + " that it leads to."),
        repair.unsolved());
  }

  private EditedDocument repaired(String content) throws IOException, InterruptedException {
    Path spec = write(content);
    Outcome refused = workshop.generate(spec, NONE);
    assertEquals(Kind.REFUSED, refused.kind(), refused.detail());
    EditedDocument document = EditedDocument.read(spec);
    assertEquals(List.of(), Repair.repair(document, refused.detail()));
    Path repaired = folder.resolve("repaired.json");
    document.write(repaired);
    Outcome accepted = workshop.generate(repaired, document.mappings());
    assertEquals(Kind.GENERATED, accepted.kind(), accepted.detail());
    return document;
  }

  private Path write(String content) throws IOException {
    JsonNode parts = Yaml.mapper().readTree(content);
    JsonNode head = Yaml.mapper().readTree("{openapi: 3.0.3, info: {title: t, version: '1'}}");
    String text = head.toString().replaceFirst("}$", "") + "," + parts.toString().substring(1);
    return Files.writeString(folder.resolve("spec.json"), text);
  }
}
