package ai.withcortex.trial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.trial.call.Calls;
import ai.withcortex.trial.roundtrip.RoundTrips;
import ai.withcortex.trial.workshop.Client;
import ai.withcortex.trial.workshop.ClientCheck;
import ai.withcortex.trial.workshop.Generator;
import ai.withcortex.trial.workshop.Workshop;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trial reports what a wrong generator does. */
final class TrialTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Map<String, String> VALID =
      Map.of("x/A.java", "package x; public class A {}");
  private static final String DOCUMENT =
      """
      openapi: 3.0.3
      info: {title: t, version: '1'}
      paths: {/x: {get: {operationId: getX, responses: {'204': {description: done}}}}}
      """;

  @TempDir Path folder;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void ourGeneratorPasses() throws Exception {
    assertTrue(run(Generator.ours(), LIMIT, List.of(new Methods(List.of()))));
    assertEquals("| a.yaml | compiled | | 1 | 1 |", row());
  }

  @Test
  void aRefusalIsNoFailure() throws Exception {
    Files.writeString(folder.resolve("a.yaml"), DOCUMENT.replace("operationId: getX, ", ""));
    assertTrue(trial(Generator.ours(), LIMIT, List.of()).run(Documents.find(folder.toString())));
    assertEquals("| a.yaml | refused | 1 | 1 |", row());
  }

  @Test
  void faultsAreCounted() throws Exception {
    Files.writeString(
        folder.resolve("a.yaml"),
        DOCUMENT.replace("operationId: getX, ", "").replace("'1'", "1.10"));
    assertTrue(trial(Generator.ours(), LIMIT, List.of()).run(Documents.find(folder.toString())));
    assertEquals("| a.yaml | refused | 2 | 1 |", row());
  }

  @Test
  void aRefusedDocumentIsRepairedAndTriedAgain() throws Exception {
    Files.writeString(folder.resolve("a.yaml"), DOCUMENT.replace("operationId: getX, ", ""));
    List<ClientCheck> checks = List.of(new RoundTrips(), new Calls());
    assertTrue(trial(Generator.ours(), LIMIT, checks, 8).run(Documents.find(folder.toString())));
    assertEquals("| a.yaml | compiled | 1 | 2 | 0 | 1 |", row());
    assertTrue(printed().endsWith("1 of 1 (100 percent) accepted in at most 3 runs\n"), printed());
  }

  @Test
  void aDocumentWithoutRemedyIsTold() throws Exception {
    Files.writeString(folder.resolve("a.yaml"), DOCUMENT.replace("/x:", "/../x:"));
    assertTrue(trial(Generator.ours(), LIMIT, List.of(), 8).run(Documents.find(folder.toString())));
    assertEquals("| a.yaml | refused | 1 | 1 |", row());
    assertTrue(printed().contains("0 of 1 (0 percent) accepted in at most 3 runs\n"), printed());
    assertTrue(printed().contains("a.yaml refused: a.yaml:3:9: #/paths/~1..~1x has a '.'"));
  }

  @Test
  void aCrashIsAFailure() throws Exception {
    Generator crashing =
        (document, target, mappings) -> {
          throw new IllegalStateException("broken");
        };
    assertFalse(run(crashing, LIMIT, List.of()));
    assertEquals("| a.yaml | crashed | | 1 |", row());
    assertTrue(
        printed().contains("a.yaml crashed: java.lang.IllegalStateException: broken\n    at "));
  }

  @Test
  void codeThatDoesNotCompileIsAFailure() throws Exception {
    Generator wrong = (document, target, mappings) -> Map.of("A.java", "class A { B b; }");
    assertFalse(run(wrong, LIMIT, List.of()));
    assertEquals("| a.yaml | does not compile | | 1 |", row());
    assertTrue(printed().contains("class B"));
  }

  @Test
  void aWarningIsAFailure() throws Exception {
    Generator careless =
        (document, target, mappings) ->
            Map.of(
                "A.java",
                "class A { java.util.List<String> a(Object o) {"
                    + " return (java.util.List<String>) o; } }");
    assertFalse(run(careless, LIMIT, List.of()));
    assertEquals("| a.yaml | does not compile | | 1 |", row());
  }

  @Test
  void aGeneratorThatHangsIsAFailureAndTheNextDocumentIsTried() throws Exception {
    Files.writeString(folder.resolve("b.yaml"), DOCUMENT);
    Generator hanging =
        (document, target, mappings) -> {
          if (document.endsWith("a.yaml")) {
            await(new CountDownLatch(1));
          }
          throw new IllegalStateException("broken");
        };
    assertFalse(run(hanging, Duration.ofSeconds(5), List.of()));
    assertEquals("| a.yaml | too slow | | 1 |", row());
    assertTrue(printed().contains("| b.yaml | crashed |"));
    assertTrue(printed().contains("took longer than 5 s\n    at "));
  }

  /** The folder of such a generator cannot be deleted. */
  @Test
  void aGeneratorThatHangsMayGoOnWritingFiles() throws Exception {
    AtomicBoolean isOver = new AtomicBoolean();
    Generator writing =
        (document, target, mappings) -> {
          for (int i = 0; !isOver.get(); i++) {
            Files.writeString(target.resolve("file" + i % 100), "");
          }
          return VALID;
        };
    assertFalse(run(writing, Duration.ofSeconds(2), List.of()));
    isOver.set(true);
    assertEquals("| a.yaml | too slow | | 1 |", row());
  }

  @Test
  void aFailedCheckIsAFailure() throws Exception {
    Generator valid = (document, target, mappings) -> VALID;
    assertFalse(run(valid, LIMIT, List.of(new Methods(List.of("x.A has no methods")))));
    assertEquals("| a.yaml | compiled | | 1 | 1, 1 failed |", row());
    assertTrue(printed().contains("\nmethods: x.A has no methods\n"));
  }

  @Test
  void aCheckThatThrowsIsAFailure() throws Exception {
    Generator valid = (document, target, mappings) -> VALID;
    ClientCheck broken =
        new ClientCheck() {
          @Override
          public String title() {
            return "names";
          }

          @Override
          public Result check(Client client) throws Exception {
            client.classes().loadClass("x.B");
            return new Result(1, List.of());
          }
        };
    assertFalse(run(valid, LIMIT, List.of(broken)));
    assertTrue(printed().contains("\nnames: java.lang.ClassNotFoundException: x.B\n    at "));
  }

  @Test
  void documentsAreFoundInFoldersBelow() throws IOException {
    Path inner = Files.createDirectories(folder.resolve("inner"));
    Path document = Files.writeString(inner.resolve("spec.json"), "{\"openapi\": \"3.0.3\"}");
    Files.writeString(inner.resolve("example.json"), "{}");
    Files.writeString(inner.resolve("readme.txt"), "openapi");
    assertEquals(List.of(document), Documents.find(folder.toString()));
  }

  /** Counts one class. */
  private record Methods(List<String> failures) implements ClientCheck {
    @Override
    public String title() {
      return "methods";
    }

    @Override
    public Result check(Client client) {
      return new Result(1, failures);
    }
  }

  private boolean run(Generator generator, Duration limit, List<ClientCheck> checks)
      throws Exception {
    Files.writeString(folder.resolve("a.yaml"), DOCUMENT);
    return trial(generator, limit, checks).run(Documents.find(folder.toString()));
  }

  private Trial trial(Generator generator, Duration limit, List<ClientCheck> checks) {
    return trial(generator, limit, checks, 1);
  }

  private Trial trial(Generator generator, Duration limit, List<ClientCheck> checks, int runs) {
    Workshop workshop = new Workshop(generator, checks, limit);
    PrintStream out = new PrintStream(printed, true, UTF_8);
    return new Trial(workshop, out, folder.resolve("repaired"), runs);
  }

  /** Returns the first row without the time. */
  private String row() {
    return printed()
        .lines()
        .skip(2)
        .findFirst()
        .orElse("")
        .replaceFirst(" [0-9]+\\.[0-9]+ \\|", "")
        .replace("|  |", "| |");
  }

  private String printed() {
    return printed.toString(UTF_8).replace("\r", "").replace(folder + File.separator, "");
  }

  private static void await(CountDownLatch never) {
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
