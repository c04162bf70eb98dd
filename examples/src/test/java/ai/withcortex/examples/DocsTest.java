package ai.withcortex.examples;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.client.CortexJson;
import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.json.DriftSink;
import ai.withcortex.core.json.JsonAdapters;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Run;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What README, guides and Javadoc show and name is there: code, what it prints, tests. */
@Tag("spec")
@Tag("okhttp-agnostic")
final class DocsTest {
  private static final Path ROOT = Path.of("..");
  private static final List<String> PUBLISHED =
      List.of("client-core", "client-extensions", "client-testing");
  private static final List<String> MODULES =
      List.of(
          "client-core",
          "client-extensions",
          "client-generated",
          "client-testing",
          "codegen",
          "consumers/android",
          "examples",
          "regeneration",
          "regeneration/tests",
          "spec");

  private static final Pattern CODE =
      Pattern.compile("```java\\b[^\n]*\n(.*?)```", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  /** The whole of a file is shown, of a program that .ci/check-getting-started makes and runs. */
  private static final Pattern FILE =
      Pattern.compile("```java [\\w/]+\\.java\n.*?```", Pattern.DOTALL);

  private static final Pattern OUTPUT = Pattern.compile("(?m)^```text");

  private static final Pattern PRINTED =
      Pattern.compile("```text (\\w+)\n(.*?)```", Pattern.DOTALL);
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");
  private static final Pattern PROMISE = Pattern.compile("(?m)^\\| (?!promise)(.*) \\|(.*)\\|$");
  private static final Pattern OPERATION = Pattern.compile("operationId: (\\w+)");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (`.*) \\| (.*) \\| (.*) \\|$");
  private static final String RUN_PROPERTIES = "| property | in the JSON | null |";
  private static final String LOAD = "@Tag(\"load\")";
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!\\w+:|/)([^)#\\s]+)");
  private static final Pattern RUN = Pattern.compile("(Run\\{.*), …");
  private static final Pattern JAVADOC =
      Pattern.compile("<pre>\\{@code\n(.*?)\n(?: *\\* )?}</pre>", Pattern.DOTALL);

  @TestFactory
  Stream<DynamicTest> quotesProgramsThatAreCompiledAndRun() {
    String programs =
        Stream.of(
                "client-extensions/src/test",
                "client-testing/src/test",
                "consumers/android/src",
                "examples/src")
            .flatMap(DocsTest::sources)
            .map(file -> withoutSpace(read(file)))
            .collect(Collectors.joining());
    List<DynamicTest> tests = new ArrayList<>();
    pages()
        .forEach(page -> tests.add(quotes(page, matches(CODE, quoting(page)).toList(), programs)));
    Stream.concat(
            PUBLISHED.stream().flatMap(module -> sources(module + "/src/main/java")),
            files("docs/javadoc", ".html"))
        .forEach(file -> tests.add(quotes(file, javadocCode(file), programs)));
    return tests.stream();
  }

  private static DynamicTest quotes(Path file, List<String> snippets, String programs) {
    return DynamicTest.dynamicTest(
        ROOT.relativize(file).toString(),
        () ->
            assertAll(
                snippets.stream()
                    .map(
                        snippet ->
                            () ->
                                assertTrue(
                                    programs.contains(withoutSpace(snippet)),
                                    "stands in no program or test:\n" + snippet))));
  }

  private static String quoting(Path page) {
    boolean isFollowed = page.endsWith("getting-started.md");
    return isFollowed ? FILE.matcher(read(page)).replaceAll("") : read(page);
  }

  @TestFactory
  Stream<DynamicTest> showsWhatProgramsPrint() {
    return pages()
        .flatMap(page -> PRINTED.matcher(read(page)).results())
        .map(
            (MatchResult shown) ->
                DynamicTest.dynamicTest(
                    shown.group(1), () -> assertPrints(shown.group(1), shown.group(2))));
  }

  /** What follows ```text is a program's name, in whichever page. */
  @Test
  void saysOfEachOutputWhichProgramPrintsIt() {
    pages()
        .forEach(
            page ->
                assertEquals(
                    OUTPUT.matcher(read(page)).results().count(),
                    PRINTED.matcher(read(page)).results().count(),
                    page.toString()));
  }

  @Test
  void showsARunAsItPrintsItself() throws IOException {
    List<Run> runs =
        JsonAdapters.list(CortexJson.moshi().adapter(Run.class))
            .fromJson(read(ROOT.resolve("spec/examples/runs.json")));
    List<String> shown = matches(RUN, read(ROOT.resolve("docs/models.md"))).toList();
    assertEquals(1, shown.size());
    assertTrue(
        runs.stream().anyMatch(run -> run.toString().startsWith(shown.get(0))),
        () -> "none of these is shown: " + runs);
  }

  private static void assertPrints(String program, String shown) throws Exception {
    List<String> lines = Programs.run(Class.forName("ai.withcortex.examples." + program));
    assertTrue(
        ("\n" + String.join("\n", lines) + "\n").contains("\n" + shown),
        () -> program + " does not print\n" + shown + "but\n" + String.join("\n", lines));
  }

  @Test
  void namesTestsThatExist() {
    Set<String> tests =
        MODULES.stream()
            .flatMap(module -> sources(module + "/src/test"))
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .collect(Collectors.toSet());
    Set<String> named =
        pages().flatMap(page -> matches(TEST, read(page))).collect(Collectors.toSet());
    assertTrue(named.size() > 20, named::toString);
    named.removeAll(tests);
    assertEquals(Set.of(), named);
  }

  /** A new operation need not be on the page before it is recorded as released. */
  @Test
  void namesEachOperationOfTheSpec() {
    String page = read(ROOT.resolve("docs/operations.md"));
    List<String> operations =
        matches(OPERATION, read(ROOT.resolve("spec/released/cortex-runs.yaml"))).toList();
    assertFalse(operations.isEmpty());
    operations.forEach(name -> assertTrue(page.contains("`" + name + "`"), name));
  }

  /**
   * The table has a row for each reason, and all properties of a run, except that a new one need
   * not be there before it is recorded as released.
   */
  @Test
  void saysWhichPropertiesOfARunMayBeNull() {
    Map<String, Boolean> said = new TreeMap<>();
    String page = read(ROOT.resolve("docs/operations.md"));
    Matcher rows = ROW.matcher(page.substring(page.indexOf(RUN_PROPERTIES)));
    while (rows.find()) {
      boolean isNullable = !rows.group(3).equals("never");
      matches(NAME, rows.group(1)).forEach(name -> said.put(name, isNullable));
    }
    Map<String, Boolean> properties =
        Stream.of(Run.class.getMethods())
            .filter(method -> Modifier.isAbstract(method.getModifiers()))
            .collect(
                Collectors.toMap(
                    Method::getName,
                    method -> method.getAnnotatedReturnType().isAnnotationPresent(Nullable.class)));
    String released = releasedRun();
    properties
        .keySet()
        .removeIf(name -> !said.containsKey(name) && !released.contains(" " + name + "()\n"));
    assertTrue(properties.size() > 20, properties::toString);
    assertEquals(new TreeMap<>(properties), said);
  }

  /** The methods of a run in the last release. */
  private static String releasedRun() {
    String api = read(ROOT.resolve("regeneration/released/client-generated.txt"));
    String run = api.substring(api.indexOf("class " + Run.class.getName() + " "));
    return run.substring(0, run.indexOf("\npublic "));
  }

  /** Says what happens if a property is removed from a run or is null. */
  @Test
  void saysWhichPropertiesMustBeInTheJsonOfARun() throws IOException {
    String page = read(ROOT.resolve("docs/operations.md"));
    Matcher rows = ROW.matcher(page.substring(page.indexOf(RUN_PROPERTIES)));
    Map<String, String> said = new TreeMap<>();
    Map<String, String> found = new TreeMap<>();
    while (rows.find()) {
      for (String name : matches(NAME, rows.group(1)).toList()) {
        said.put(name, rows.group(2));
        String json = name.replaceAll("[A-Z]", "_$0").toLowerCase(Locale.ROOT);
        found.put(name, name.equals("additionalProperties") ? "all others" : inTheJson(json));
      }
    }
    assertTrue(said.size() > 20, said::toString);
    assertEquals(found, said);
  }

  private static String inTheJson(String property) throws IOException {
    JsonValue page = JsonValue.parse(read(ROOT.resolve("spec/examples/documentation.json")));
    Map<String, JsonValue> run = new LinkedHashMap<>(page.asList().get(0).asMap());
    run.remove(property);
    boolean isOptional = isReadWithoutDrift(run);
    run.put(property, JsonValue.NULL);
    boolean isNullable = isReadWithoutDrift(run);
    if (isOptional) {
      return isNullable ? "may be missing or null" : "may be missing";
    }
    return isNullable ? "present, may be null" : "present";
  }

  private static boolean isReadWithoutDrift(Map<String, JsonValue> run) throws IOException {
    JsonReader json = JsonReader.of(new Buffer().writeUtf8(JsonValue.ofObject(run).json()));
    json.setTag(DriftSink.class, DriftSink.FAIL);
    try {
      return CortexJson.moshi().adapter(Run.class).fromJson(json) != null;
    } catch (CortexDataException e) {
      return false;
    }
  }

  @Test
  void namesATestForEachPromise() {
    Map<String, String> tests =
        MODULES.stream()
            .flatMap(module -> sources(module + "/src/test"))
            .collect(
                Collectors.toMap(
                    file -> file.getFileName().toString().replace(".java", ""),
                    DocsTest::read,
                    String::concat));
    List<MatchResult> promises =
        PROMISE.matcher(read(ROOT.resolve("docs/promises.md"))).results().toList();
    assertTrue(promises.size() > 30, () -> promises.size() + " promises");
    for (MatchResult promise : promises) {
      List<String> proofs =
          matches(NAME, promise.group(2)).filter(name -> !name.startsWith("-P")).toList();
      assertFalse(proofs.isEmpty(), () -> "no proof: " + promise.group());
      for (String proof : proofs) {
        assertTrue(
            tests.containsKey(proof) || Files.exists(ROOT.resolve(proof)),
            () -> "neither a test nor a file: " + proof);
      }
      assertEquals(
          proofs.stream().anyMatch(proof -> tests.getOrDefault(proof, "").contains(LOAD)),
          promise.group(1).contains("*load*"),
          () -> "is marked *load* if a test of it is: " + promise.group());
    }
  }

  @Test
  void linksToFilesThatAreThere() {
    pages()
        .forEach(
            page ->
                assertEquals(
                    List.of(),
                    matches(LINK, read(page))
                        .filter(link -> !Files.exists(page.resolveSibling(link)))
                        .toList(),
                    page.toString()));
  }

  @Test
  void findsWhatItChecks() {
    assertTrue(pages().count() > 20);
    assertFalse(
        javadocCode(
                ROOT.resolve(
                    "client-extensions/src/main/java/ai/withcortex/client/CortexClient.java"))
            .isEmpty());
  }

  private static Stream<Path> pages() {
    return Stream.concat(
        Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")),
        files("docs", ".md"));
  }

  private static Stream<Path> sources(String folder) {
    return files(folder, ".java");
  }

  private static Stream<Path> files(String folder, String ending) {
    try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .filter(file -> !file.toString().matches(".*[/\\\\](node_modules|target)[/\\\\].*"))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> javadocCode(Path file) {
    return matches(JAVADOC, read(file))
        .map(code -> code.lines().map(line -> line.replaceFirst("^ *\\* ?", "")))
        .map(lines -> lines.collect(Collectors.joining("\n")))
        .toList();
  }

  private static Stream<String> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String withoutSpace(String text) {
    return text.replaceAll("\\s+", "");
  }
}
