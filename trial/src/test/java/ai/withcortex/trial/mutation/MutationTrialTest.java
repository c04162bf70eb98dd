package ai.withcortex.trial.mutation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.trial.workshop.Generator;
import ai.withcortex.trial.workshop.Workshop;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mutations differ from each other and can be repeated. */
final class MutationTrialTest {
  private static final String DOCUMENT =
      """
      openapi: 3.0.3
      info: {title: t, version: '1'}
      paths: {/x: {get: {operationId: getX, responses: {'204': {description: done}}}}}
      components: {schemas: {A: {type: string, enum: [a, b]}, B: {$ref: '#/components/schemas/A'}}}
      """;

  @TempDir Path folder;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private Path base;

  @BeforeEach
  void writeDocument() throws IOException {
    base = Files.writeString(folder.resolve("base.yaml"), DOCUMENT);
  }

  @Test
  void theSameSeedMakesTheSameMutant() throws IOException {
    Set<String> texts = new HashSet<>();
    for (int seed = 0; seed < 200; seed++) {
      Mutant mutant = Mutant.of(base, seed);
      assertEquals(mutant, Mutant.of(base, seed));
      texts.add(mutant.text());
    }
    assertTrue(texts.size() > 150, () -> "Only " + texts.size() + " mutants differ.");
  }

  @Test
  void aFailureCanBeRepeatedAlone() throws Exception {
    Path larger =
        Files.writeString(folder.resolve("larger.yaml"), DOCUMENT + "x-a: " + "a".repeat(100));
    assertFalse(run(crashingAt(30), List.of(larger, base), 60, 0, 1));
    Matcher failure =
        Pattern.compile("(\\S+) with seed ([0-9]+), saved as (\\S+):\n").matcher(printed());
    assertTrue(failure.find(), this::printed);
    Path saved = Path.of(failure.group(3));
    String mutant = Files.readString(saved);
    Files.delete(saved);
    printed.reset();
    long seed = Long.parseLong(failure.group(2));
    assertFalse(run(crashingAt(2), List.of(Path.of(failure.group(1))), 1, 0, seed));
    assertTrue(printed().contains("crashed: java.lang.IllegalStateException: broken\n    at "));
    assertEquals(mutant, Files.readString(saved));
  }

  @Test
  void clientsAreCompiledUntilThereAreEnough() throws Exception {
    Generator wrong = (document, target, mappings) -> Map.of("A.java", "class A { B b; }");
    assertTrue(run(wrong, List.of(base), 5, 0, 1));
    assertFalse(run(wrong, List.of(base), 5, 2, 1));
    assertTrue(printed().endsWith("3 generated\n2 does not compile\n"), this::printed);
  }

  /** Other files may be invalid on purpose. */
  @Test
  void onlyYamlIsChanged() throws Exception {
    Path invalid = Files.writeString(folder.resolve("invalid.yaml"), "{");
    assertTrue(run((document, target, mappings) -> Map.of(), List.of(invalid, base), 20, 0, 1));
    assertTrue(printed().endsWith("20 generated\n"), this::printed);
  }

  /** Each document is generated once before it is changed. */
  private static Generator crashingAt(int call) {
    AtomicInteger calls = new AtomicInteger();
    return (document, target, mappings) -> {
      if (calls.incrementAndGet() == call) {
        throw new IllegalStateException("broken");
      }
      return Map.of();
    };
  }

  private boolean run(
      Generator generator, List<Path> documents, int mutations, int compiled, long seed)
      throws Exception {
    Workshop workshop = new Workshop(generator, List.of(), Duration.ofSeconds(60));
    return new MutationTrial(
            workshop, folder.resolve("mutants"), new PrintStream(printed, true, UTF_8))
        .run(documents, mutations, compiled, seed);
  }

  private String printed() {
    return printed.toString(UTF_8).replace("\r", "");
  }
}
