package ai.withcortex.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.swagger.v3.core.util.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The generator works for a whole API, not just for one endpoint: its client for an invented API
 * compiles with all warnings treated as errors, and calls each operation.
 *
 * <p>{@code Probe.java} makes the calls. Each file under {@code calls} describes one call, and its
 * name starts with the operation. It has three parts: the request, the server's response, and what
 * the caller sees of it. After an intended change, {@code -Dgolden.update=true} rewrites the first
 * and last parts and the expected interfaces. Review their diff.
 */
final class SecondApiTest {
  private static final Path FOLDER = Path.of("src/test/resources/second-api");
  private static final Path SPEC = FOLDER.resolve("spec.yaml");
  private static final Path CALLS = FOLDER.resolve("calls");

  private static final String SEPARATOR = "----\n";

  @TempDir static Path folder;
  private static Map<String, String> generated;
  private static BinaryOperator<String> probe;

  @BeforeAll
  @SuppressWarnings("unchecked") // The class is known to this test as source only.
  static void generateAndCompile() throws Exception {
    generated =
        GeneratedSources.of(SPEC, folder.resolve("generated"), "library.api", "library.model");
    Map<String, String> sources = new TreeMap<>(generated);
    sources.put("Probe.java", Files.readString(FOLDER.resolve("Probe.java")));
    ClassLoader client =
        CompiledSources.compile(sources, Files.createDirectory(folder.resolve("classes")));
    probe = (BinaryOperator<String>) client.loadClass("Probe").getConstructor().newInstance();
  }

  @Test
  void looksAsExpected() throws IOException {
    Map<String, String> judged = new TreeMap<>(generated);
    judged.keySet().removeIf(file -> !file.matches(".*(Api|Options|/BookChange)\\.java"));
    GoldenCasesTest.compare(FOLDER.resolve("expected"), judged);
  }

  @Test
  void noOperationIsLeftOut() throws IOException {
    Set<String> operations =
        new TreeSet<>(Yaml.mapper().readTree(SPEC.toFile()).findValuesAsText("operationId"));
    assertEquals(
        operations,
        calls()
            .map(SecondApiTest::name)
            .map(name -> name.replaceFirst("\\..*", ""))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void sendsAndReads(Path call) throws IOException {
    List<String> parts = List.of(Files.readString(call).split(SEPARATOR, 3));
    try (StubServer server = new StubServer(parts.get(1))) {
      String seen = probe.apply(server.url(), name(call));
      String actual = String.join(SEPARATOR, server.request(), parts.get(1), seen + "\n");
      if (Boolean.getBoolean("golden.update")) {
        Files.writeString(call, actual);
      }
      assertEquals(Files.readString(call), actual);
    }
  }

  static Stream<Path> calls() throws IOException {
    try (Stream<Path> files = Files.list(CALLS)) {
      return files.sorted().toList().stream();
    }
  }

  private static String name(Path call) {
    return call.getFileName().toString().replaceFirst("\\.txt$", "");
  }
}
