package ai.withcortex.codegen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import ai.withcortex.core.error.CortexDataException;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder under {@code cases} shows one feature: the smallest spec that has it, the code
 * generated for it, JSON that this code reads and writes, and calls that it makes.
 *
 * <p>After an intended change, {@code mvn test -pl codegen -am -Dgolden.update=true} rewrites the
 * expected files. Review their diff.
 */
final class GoldenCasesTest {
  private static final Path CASES = Path.of("src/test/resources/cases");

  @TempDir Path folder;

  static Stream<Path> cases() throws IOException {
    return children(CASES).stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void generatesCompilesAndRuns(Path golden) throws Exception {
    Map<String, String> sources =
        GeneratedSources.of(
            golden.resolve("spec.yaml"),
            folder.resolve("generated"),
            "golden.api",
            "golden.model",
            mappings(golden.resolve("nameMappings.properties")),
            mappings(golden.resolve("modelNameMappings.properties")),
            mappings(golden.resolve("parameterNameMappings.properties")));
    compare(golden.resolve("expected"), sources);
    ClassLoader classes =
        CompiledSources.compile(sources, Files.createDirectory(folder.resolve("classes")));
    Moshi moshi = moshi(classes);
    for (Path model : children(golden.resolve("wire"))) {
      Class<?> type = classes.loadClass("golden.model." + model.getFileName());
      for (Path text : children(model)) {
        run(moshi.adapter(type), text);
      }
    }
    GoldenCalls calls = new GoldenCalls(classes, sources.keySet(), moshi);
    for (Path call : children(golden.resolve("calls"))) {
      String actual = calls.actual(call);
      if (Boolean.getBoolean("golden.update")) {
        Files.writeString(call, actual);
      }
      assertEquals(Files.readString(call), actual, call::toString);
    }
  }

  /** Returns mappings for names that cannot be used in Java; most cases need none. */
  private static Map<String, String> mappings(Path file) throws IOException {
    Map<String, String> mappings = new TreeMap<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        String[] names = line.split("=", 2);
        mappings.put(names[0], names[1]);
      }
    }
    return mappings;
  }

  static void compare(Path expected, Map<String, String> sources) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      for (Path stale : Files.isDirectory(expected) ? walk(expected) : List.<Path>of()) {
        Files.delete(stale);
      }
      for (Map.Entry<String, String> source : sources.entrySet()) {
        Path file = expected.resolve(source.getKey());
        Files.createDirectories(file.getParent());
        Files.writeString(file, source.getValue());
      }
    }
    Map<String, String> wanted = GeneratedSources.read(expected);
    assertEquals(wanted.keySet(), sources.keySet());
    wanted.forEach((file, source) -> assertEquals(source, sources.get(file), file));
  }

  private static Moshi moshi(ClassLoader classes) throws ReflectiveOperationException {
    Class<?> factory = classes.loadClass("golden.model.ModelJsonAdapterFactory");
    return new Moshi.Builder()
        .add((JsonAdapter.Factory) factory.getMethod("create").invoke(null))
        .build();
  }

  /**
   * Reads JSON and writes it again: {@code x.json} stays as it is, {@code x.in.json} becomes {@code
   * x.out.json}, and reading {@code x.bad.json} fails with the message in {@code x.message.txt}.
   */
  private static <T> void run(JsonAdapter<T> adapter, Path text) throws IOException {
    String name = text.getFileName().toString();
    if (name.endsWith(".out.json") || name.endsWith(".message.txt")) {
      return;
    }
    String json = Files.readString(text, UTF_8).strip();
    if (name.endsWith(".bad.json")) {
      CortexDataException failure =
          assertThrows(CortexDataException.class, () -> adapter.fromJson(json), text::toString);
      assertEquals(sibling(text, ".bad.json", ".message.txt"), failure.getMessage());
    } else if (name.endsWith(".in.json")) {
      assertEquals(sibling(text, ".in.json", ".out.json"), adapter.toJson(adapter.fromJson(json)));
    } else if (name.endsWith(".json")) {
      T value = adapter.fromJson(json);
      assertEquals(json, adapter.toJson(value), text::toString);
      assertEquals(value, adapter.fromJson(json), "equal JSON makes equal values");
    } else {
      fail("Not a wire case: " + text);
    }
  }

  private static String sibling(Path text, String suffix, String other) throws IOException {
    String name = text.getFileName().toString();
    String base = name.substring(0, name.length() - suffix.length());
    return Files.readString(text.resolveSibling(base + other), UTF_8).strip();
  }

  private static List<Path> children(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static List<Path> walk(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
