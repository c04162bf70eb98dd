package ai.withcortex.regeneration;

import ai.withcortex.codegen.CompiledSources;
import ai.withcortex.codegen.GeneratedSources;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A client of a changed spec, with the unchanged handwritten sources of this project. */
final class ChangedClient {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  /** As in the parent POM. */
  private static final List<String> WARNINGS_FATAL =
      List.of(
          "-Xlint:cast,divzero,empty,fallthrough,finally,overloads,overrides,rawtypes,static,try,"
              + "unchecked,varargs",
          "-Werror");

  /** System properties that shorten the tests of the modules. */
  private static final List<String> SHORT =
      List.of("-Dwalks=200", "-Dround.trips=1000", "-Dwatches=50", "-Dcrash.lists=1");

  private final Path folder;
  private final Path generated;
  private final Path handwritten;

  private ChangedClient(Path folder) {
    this.folder = folder;
    generated = folder.resolve("generated-classes");
    handwritten = folder.resolve("handwritten-classes");
  }

  /** Generates a client and compiles it. */
  static ChangedClient of(String spec, Path folder) throws IOException {
    ChangedClient client = new ChangedClient(folder);
    Path file = Files.createDirectories(folder.resolve("spec")).resolve("cortex-runs.yaml");
    Files.writeString(file, spec);
    Path examples = ROOT.resolve("spec/examples");
    try (Stream<Path> originals = Files.walk(examples)) {
      for (Path original : originals.toList()) {
        Files.copy(
            original, folder.resolve("spec/examples").resolve(examples.relativize(original)));
      }
    }
    Map<String, String> sources =
        GeneratedSources.of(
            file, folder.resolve("generated"), "ai.withcortex.api", "ai.withcortex.model");
    CompiledSources.compile(sources, Files.createDirectory(client.generated));
    return client;
  }

  /** The classes of the published modules, with the generated module from the changed spec. */
  Map<String, Path> classes() {
    Map<String, Path> classes = new TreeMap<>(Project.at(ROOT).classes());
    classes.put("client-generated", generated);
    return classes;
  }

  /** Compiles the handwritten modules, or fails if they need an edit. */
  void compileHandwritten() throws IOException {
    Map<String, String> sources = new HashMap<>();
    for (String module : List.of("client-extensions", "client-testing", "examples")) {
      sources.putAll(GeneratedSources.read(ROOT.resolve(module).resolve("src/main/java")));
    }
    CompiledSources.compile(
        sources, Files.createDirectory(handwritten), List.of(generated), WARNINGS_FATAL);
  }

  /** Compiles a program that uses the client. */
  ClassLoader compileProgram(Path source) throws IOException {
    Path program = Files.createDirectory(folder.resolve("program"));
    CompiledSources.compile(
        Map.of(source.getFileName().toString(), Files.readString(source)),
        program,
        List.of(handwritten, generated),
        WARNINGS_FATAL);
    return CompiledSources.load(List.of(program, handwritten, generated));
  }

  /** Compiles the tests of a module, or fails if they need an edit. */
  void compileTests(String module) throws IOException {
    CompiledSources.compile(
        GeneratedSources.read(ROOT.resolve(module).resolve("src/test/java")),
        Files.createDirectory(folder.resolve(module + "-tests")),
        List.of(handwritten, generated, ROOT.resolve(module).resolve("target/test-classes")),
        List.of());
  }

  /** Runs the tests of a module that were compiled against the old client. */
  void runOldTests(String module) throws IOException, InterruptedException {
    Path old = ROOT.resolve(module).resolve("target/test-classes");
    String classPath =
        handwritten
            + File.pathSeparator
            + generated
            + File.pathSeparator
            + old
            + File.pathSeparator
            + System.getProperty("java.class.path");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+EnableDynamicAgentLoading");
    command.addAll(SHORT);
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=error");
    command.add("-Dokhttp.version=" + System.getProperty("okhttp.version"));
    command.addAll(List.of("-cp", classPath, "org.junit.platform.console.ConsoleLauncher"));
    command.addAll(List.of("execute", "--scan-classpath=" + old, "--exclude-tag=load"));
    // This module generates its own clients.
    command.add("--exclude-classname=.*\\.SpecGrowthTest");
    command.addAll(List.of("--details=summary", "--disable-banner", "--disable-ansi-colors"));
    Path log = folder.resolve(module + ".log");
    Process process =
        new ProcessBuilder(command)
            .directory(ROOT.resolve(module).toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended = process.waitFor(5, TimeUnit.MINUTES);
    process.destroyForcibly();
    String output = Files.readString(log);
    if (!ended || process.exitValue() != 0 || !output.contains(" 0 tests failed")) {
      throw new AssertionError("The old tests of " + module + " do not pass:\n" + output);
    }
  }
}
