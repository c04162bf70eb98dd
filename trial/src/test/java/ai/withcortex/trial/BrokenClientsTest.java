package ai.withcortex.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.codegen.CompiledSources;
import ai.withcortex.trial.call.Calls;
import ai.withcortex.trial.roundtrip.RoundTrips;
import ai.withcortex.trial.workshop.Client;
import ai.withcortex.trial.workshop.ClientCheck;
import ai.withcortex.trial.workshop.ClientCheck.Result;
import ai.withcortex.trial.workshop.Generator;
import ai.withcortex.trial.workshop.Mappings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * The checks of clients report what a wrong generator would do, and nothing else.
 *
 * <p>Each row of the files under {@code broken} has a name, a file of the client that is generated
 * from the document beside it, a text in this file, what replaces it, and the start of a failure.
 */
final class BrokenClientsTest {
  private static final Mappings NONE = new Mappings(Map.of(), Map.of(), Map.of(), Map.of());

  @TempDir Path folder;

  @Test
  void callsOfAllKindsPass() throws Exception {
    assertEquals(new Result(3, List.of()), new Calls().check(client("calls")));
  }

  @Test
  void modelsOfAllKindsPass() throws Exception {
    assertEquals(new Result(5, List.of()), new RoundTrips().check(client("round-trips")));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/broken/calls.txt", delimiter = '|', quoteCharacter = '`')
  void reportsWrongCalls(String name, String file, String text, String replacement, String failure)
      throws Exception {
    assertReported(new Calls(), broken("calls", file, text, replacement), failure);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/broken/round-trips.txt", delimiter = '|', quoteCharacter = '`')
  void reportsWrongModels(String name, String file, String text, String replacement, String failure)
      throws Exception {
    assertReported(new RoundTrips(), broken("round-trips", file, text, replacement), failure);
  }

  private static void assertReported(ClientCheck check, Client client, String failure)
      throws Exception {
    List<String> failures = check.check(client).failures();
    assertTrue(failures.stream().anyMatch(f -> f.startsWith(failure)), failures::toString);
  }

  private Client client(String document) throws IOException {
    return compiled(document, generated(document));
  }

  /** Returns a client in which a text is replaced, which it must have. */
  private Client broken(String document, String file, String text, String replacement)
      throws IOException {
    Map<String, String> sources = new TreeMap<>(generated(document));
    String path = "trial/" + file;
    String source = sources.getOrDefault(path, "");
    assertTrue(source.contains(text), () -> path + " has no '" + text + "':\n" + source);
    sources.put(path, source.replace(text, replacement));
    return compiled(document, sources);
  }

  private Map<String, String> generated(String document) throws IOException {
    return Generator.ours().generate(file(document), folder.resolve("generated"), NONE);
  }

  private Client compiled(String document, Map<String, String> sources) throws IOException {
    Path classes = Files.createDirectory(folder.resolve("classes"));
    return new Client(file(document), sources, CompiledSources.compile(sources, classes));
  }

  private static Path file(String document) {
    return Path.of("src/test/resources/broken", document + ".yaml");
  }
}
