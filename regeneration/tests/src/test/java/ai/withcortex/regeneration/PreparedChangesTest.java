package ai.withcortex.regeneration;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each change in {@code changes.yaml} gets the verdict, the version and the changelog listed there.
 * A client of an additive or compatible change does everything that the old client did.
 */
@Tag("load")
final class PreparedChangesTest {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final Path CHANGES = Path.of("src/test/resources/changes.yaml");

  private static final Map<String, Integer> STATUS =
      Map.of("compatible", 0, "additive", 10, "breaking", 20);

  @TempDir Path folder;

  record Change(String name, JsonNode edit, String verdict, String version, String changelog) {
    String spec() throws IOException {
      return SpecEdit.edited(Project.at(ROOT).spec(), edit);
    }

    boolean isHarmless() {
      return !verdict.equals("breaking");
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Change> changes() throws IOException {
    return Stream.of(SpecEdit.YAML.readValue(CHANGES.toFile(), Change[].class));
  }

  /**
   * Returns all changes together; with {@code -Deach.change}, also each change by itself, which
   * takes a minute each.
   */
  static Stream<Change> harmlessChanges() throws IOException {
    List<Change> harmless = changes().filter(Change::isHarmless).toList();
    ObjectNode all = SpecEdit.YAML.createObjectNode();
    harmless.forEach(change -> all.setAll((ObjectNode) change.edit()));
    Change together = new Change("all together", all, "additive", "1.5.0", "");
    return System.getProperty("each.change") == null
        ? Stream.of(together)
        : Stream.concat(Stream.of(together), harmless.stream());
  }

  @ParameterizedTest
  @MethodSource("changes")
  void hasTheResultsOfTheTable(Change change) throws IOException {
    ChangedClient client = ChangedClient.of(change.spec(), folder.resolve("client"));
    if (change.isHarmless()) {
      client.compileHandwritten();
    }
    Project project = project(change, client);
    int status = new Regeneration(project).run("compare");
    String report = Files.readString(project.report());
    ReleaseComparison comparison = ReleaseComparison.of(project);
    assertAll(
        () -> assertEquals(change.verdict(), comparison.verdict(), report),
        () -> assertEquals(change.version(), comparison.nextVersion().toString(), report),
        () ->
            assertEquals(
                change.changelog().strip(), String.join("\n", Changelog.lines(comparison))),
        () -> assertEquals(STATUS.get(change.verdict()), status));
  }

  /** Tests compile against the new client, and tests compiled against the old client pass. */
  @ParameterizedTest
  @MethodSource("harmlessChanges")
  void passesTheOldTests(Change change) throws Exception {
    ChangedClient client = ChangedClient.of(change.spec(), folder.resolve("client"));
    client.compileHandwritten();
    for (String module : List.of("client-generated", "client-extensions", "client-testing")) {
      client.compileTests(module);
      client.runOldTests(module);
    }
  }

  /** This project, released as 1.4.2, with a client of the changed spec. */
  private Project project(Change change, ChangedClient client) throws IOException {
    Path root = folder.resolve("project");
    Project now = Project.at(ROOT);
    write(root, "CHANGELOG.md", "## [Unreleased]\n\n## [1.4.2] - 2026-01-01\n");
    write(
        root,
        "pom.xml",
        "<artifactId>cortex-parent</artifactId>\n<version>1.5.0-SNAPSHOT</version>\n");
    String breaks = "regeneration/accepted-breaks.yaml";
    String policies = Files.readString(ROOT.resolve(breaks)).replaceAll("(?s)\naccepted:.*", "");
    write(root, breaks, policies + "\naccepted: []\n");
    for (String module : Project.PUBLISHED) {
      String descriptor = module + "/src/main/java9/module-info.java";
      write(root, descriptor, Files.readString(ROOT.resolve(descriptor)));
    }
    write(root, "spec/cortex-runs.yaml", now.spec());
    new Project(root, now.classes()).record();
    write(root, "spec/cortex-runs.yaml", change.spec());
    return new Project(root, client.classes());
  }

  private static void write(Path root, String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
