package ai.withcortex.regeneration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the command on a small project whose only module is this one. */
final class RegenerationTest {
  private static final Path CLASSES = Path.of("target/classes");
  private static final Path BASE = Path.of("src/test/resources/base.yaml");

  private static final String POM =
      "<artifactId>cortex-parent</artifactId>\n  <version>%s</version>";

  @TempDir Path root;

  private Project project;

  @BeforeEach
  void releaseAProject() throws IOException {
    project = new Project(root, Map.of("client-core", CLASSES));
    write("CHANGELOG.md", "# Changelog\n\n## [Unreleased]\n\n## [1.4.2] - 2026-01-01\n");
    write("pom.xml", POM.formatted("1.5.0-SNAPSHOT"));
    accept("");
    write("spec/cortex-runs.yaml", Files.readString(BASE));
    write(
        "client-core/src/main/java9/module-info.java",
        """
        module core {
          exports ai.withcortex.regeneration;
          exports ai.withcortex.regeneration.api;
          exports ai.withcortex.regeneration.spec to other;
          exports ai.withcortex.regeneration.version;
        }
        """);
    run("record");
  }

  @Test
  void recordsOnlyPackagesThatAreExportedToAll() throws IOException {
    String recorded = Files.readString(root.resolve("regeneration/released/client-core.txt"));

    assertTrue(recorded.contains("ai.withcortex.regeneration.api.PublicApi"), recorded);
    assertFalse(recorded.contains("class ai.withcortex.regeneration.spec."), recorded);
  }

  @Test
  void isCompatibleWithItself() throws IOException {
    assertEquals(0, run("compare"));
    assertEquals(
        """
        # Since 1.4.2: compatible

        The next version must be **1.4.3** or higher; the POMs have 1.5.0-SNAPSHOT, which is high enough.

        ## The spec: compatible

        Nothing changed.

        ## On the wire

        Nothing changed.

        ## The Java API of client-core: compatible

        Nothing changed.

        ## For the changelog

        No entries.
        """,
        report());
    assertEquals(0, run("check"));
  }

  @Test
  void isAdditive() throws IOException {
    edit(
        "    Binding: {type: string, enum: [hard, soft]}",
        "    Binding: {type: string, enum: [hard, soft, spiral]}");
    assertEquals(10, run("compare"));
    assertEquals(0, run("check"));
    assertTrue(report().contains("### Added\n\n- `Binding.spiral`, a new value.\n"), report());
  }

  @Test
  void isBreakingAndNeedsAnotherVersion() throws IOException {
    edit(
        "    Binding: {type: string, enum: [hard, soft]}",
        "    Binding: {type: string, enum: [hard]}");
    assertEquals(20, run("compare"));
    assertEquals(1, run("check"));
    assertTrue(
        report()
            .startsWith(
                "# Since 1.4.2: breaking\n\nThe next version must be **2.0.0** or higher; the POMs have"
                    + " 1.5.0-SNAPSHOT, which is too low: `mvn versions:set"
                    + " -DnewVersion=2.0.0-SNAPSHOT -DprocessAllModules"
                    + " -DgenerateBackupPoms=false -Pall`.\n"),
        report());
  }

  @Test
  void isBrokenIfStepsFailed() throws IOException {
    write(
        "regeneration/target/failure.txt",
        "Linting the spec failed\nline 1\nline 2\n\nBuilding failed\nline 3\n\n");
    edit(
        "    Binding: {type: string, enum: [hard, soft]}",
        "    Binding: {type: string, enum: [hard]}");
    assertEquals(1, run("compare"));
    assertTrue(
        report()
            .startsWith(
                """
                # Since 1.4.2: broken

                This state cannot be released:

                - Linting the spec failed
                  line 1
                  line 2
                - Building failed
                  line 3

                Result of the comparison so far: breaking. The Java API was not compared.
                """),
        report());
  }

  /** Accepting a break satisfies CI, but changes neither the verdict nor the version. */
  @Test
  void aBreakIsOneWhetherItIsAcceptedOrNot() throws IOException {
    String file = "regeneration/released/client-core.txt";
    String type = "public final class ai.withcortex.regeneration.Regeneration extends Object\n";
    String released = Files.readString(root.resolve(file));
    assertTrue(released.contains(type), released);
    write(file, released.replace(type, type + "  public String oldMethod()\n"));
    write("pom.xml", POM.formatted("2.0.0-SNAPSHOT"));

    assertEquals(20, run("compare"));
    assertEquals(1, run("check"));
    assertTrue(
        report()
            .endsWith(
                """
                ## The Java API of client-core: breaking

                - breaking: `Regeneration.oldMethod` was removed, or its parameters changed [METHOD_REMOVED (binary and source)]
                - removed `ai.withcortex.regeneration.Regeneration: public String oldMethod()`

                ## Not accepted yet

                CI requires an entry for each break in the Java API under `accepted` in
                `regeneration/accepted-breaks.yaml`. Complete these entries with a reason:

                    - {change: METHOD_REMOVED, class: ai.withcortex.regeneration.Regeneration, member: oldMethod, reason: }

                ## For the changelog

                ```markdown
                ### Removed

                - **Breaking:** `Regeneration.oldMethod` was removed, or its parameters changed.
                ```
                """),
        report());

    accept("{change: METHOD_REMOVED, class: '*.Regeneration', reason: Use newMethod.}");
    assertEquals(20, run("compare"));
    assertEquals(0, run("check"));
    assertTrue(
        report()
            .endsWith(
                """
                ## The Java API of client-core: breaking

                - breaking on purpose: `Regeneration.oldMethod` was removed, or its parameters changed [METHOD_REMOVED (binary and source)]: Use newMethod.
                - removed `ai.withcortex.regeneration.Regeneration: public String oldMethod()`

                ## For the changelog

                ```markdown
                ### Removed

                - **Breaking:** `Regeneration.oldMethod` was removed, or its parameters changed: Use newMethod.
                ```
                """),
        report());

    write("pom.xml", POM.formatted("1.5.0-SNAPSHOT"));
    assertEquals(20, run("compare"));
    assertEquals(1, run("check"));
    assertTrue(
        report().startsWith("# Since 1.4.2: breaking\n\nThe next version must be **2.0.0**"));
  }

  @Test
  void saysWhatWasLeftOut() throws IOException {
    write("regeneration/target/left-out.txt", "No tests ran (-DskipTests).\n");
    assertEquals(0, run("compare"));
    assertTrue(
        report().contains("which is high enough.\n\n**Skipped:** No tests ran (-DskipTests).\n"),
        report());
  }

  @ParameterizedTest
  @CsvSource({"1.0.0, 1", "1.5.0, 10", "9.9.9, 1"})
  void aNewParameterComesWithTheNextRelease(String since, int status) throws IOException {
    edit(
        "    parameters:\n      - {name: shelf",
        "    parameters:\n      - {name: author, in: query, x-since: "
            + since
            + ", schema: {type: string}}\n      - {name: shelf");
    assertEquals(status, run("compare"));
    assertEquals(
        status == 1,
        report()
            .contains(
                "- `x-since` of `listBooks.author` is "
                    + since
                    + ", but the next release is 1.5.0. Change it to that version"
                    + " (#/paths/~1books/parameters/0).\n"),
        report());
  }

  @Test
  void tellsOfNewRequestsOnTheWire() throws IOException {
    edit(
        "  /covers:",
        "  /lists: {get: {operationId: readLists, responses: {'204': {description: None.}}}}\n"
            + "  /covers:");
    assertEquals(10, run("compare"));
    assertTrue(
        report().contains("## On the wire\n\n- `readLists`: Clients can send one more request.\n"),
        report());
  }

  @Test
  void aDescriptionDoesNotEndTheBlockThatItIsIn() throws IOException {
    edit(
        "    Genre:", "    Author: {type: object, description: 'Who, as in ```a```.'}\n    Genre:");
    assertEquals(10, run("compare"));
    assertTrue(
        report()
            .endsWith(
                """
                ````markdown
                ### Added

                - `Author`, a new schema: Who, as in ```a```.
                ````
                """),
        report());
  }

  @Test
  void isBrokenIfTheSpecIsEmpty() throws IOException {
    write("spec/cortex-runs.yaml", "# Nothing.\n");
    assertEquals(1, run("compare"));
    assertEquals(
        """
        # Since 1.4.2: broken

        This state cannot be released:

        - spec/cortex-runs.yaml cannot be compared:
          The spec is not a mapping. Start it with 'openapi: 3.0.3'.
        """,
        report());
  }

  @Test
  void isBrokenIfTheSpecIsNoYaml() throws IOException {
    write("spec/cortex-runs.yaml", "openapi: 3.0.3\ninfo: [\n");
    assertEquals(1, run("compare"));
    assertEquals(
        """
        # Since 1.4.2: broken

        This state cannot be released:

        - spec/cortex-runs.yaml cannot be compared:
          while parsing a flow node
           in 'string', line 3, column 1:
             \s
              ^
          expected the node content, but found '<stream end>'
           in 'string', line 3, column 1:
             \s
              ^
        """,
        report());
  }

  @Test
  void isBrokenIfItAcceptsWhatDoesNotHappen() throws IOException {
    accept("{change: METHOD_REMOVED, class: a.B, member: c, reason: It was of no use.}");
    assertEquals(1, run("compare"));
    assertTrue(
        report()
            .contains(
                "- regeneration/accepted-breaks.yaml accepts a break that does not occur: METHOD_REMOVED"
                    + " of a.B.c. Remove the entry.\n"),
        report());
  }

  @Test
  void isComparedWithNothingReleased() throws IOException {
    write("CHANGELOG.md", "# Changelog\n\n## [Unreleased]\n");
    assertEquals(0, run("compare"));
    assertTrue(
        report().startsWith("# Since the state recorded before the first release: compatible\n"),
        report());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CHANGELOG.md | ## [1.5.0-rc.1]                                            | CHANGELOG.md: Expected a version such as 1.2.3 or 1.2.3-SNAPSHOT, found '1.5.0-rc.1'
          pom.xml      | <artifactId>cortex-parent</artifactId><version>1</version> | pom.xml: Expected a version such as 1.2.3 or 1.2.3-SNAPSHOT, found '1'
          """)
  void saysWhereAVersionIsNone(String file, String text, String message) throws IOException {
    write(file, text);
    IllegalArgumentException failure =
        assertThrows(IllegalArgumentException.class, () -> run("compare"));
    assertEquals(message, failure.getMessage());
  }

  @Test
  void knowsThreeCommands() {
    IllegalArgumentException failure =
        assertThrows(IllegalArgumentException.class, () -> run("compere"));
    assertEquals("Expected compare, check or record, found compere", failure.getMessage());
    assertFalse(Files.exists(project.report()));
  }

  private int run(String command) throws IOException {
    return new Regeneration(project).run(command);
  }

  private String report() throws IOException {
    return Files.readString(project.report());
  }

  private void edit(String old, String now) throws IOException {
    String spec = project.spec();
    assertTrue(spec.contains(old));
    write("spec/cortex-runs.yaml", spec.replace(old, now));
  }

  private void accept(String entry) throws IOException {
    write("regeneration/accepted-breaks.yaml", "policies: []\naccepted: [" + entry + "]\n");
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
