package ai.withcortex.benchmarks.measurement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a Java program in its own process. */
final class JavaProcess {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  /**
   * Runs the program and returns its output.
   *
   * @throws IllegalStateException if the program fails
   */
  static String run(String classPath, String mainClass, List<String> options, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(JAVA, "-cp", classPath));
    command.addAll(options);
    command.add(mainClass);
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    int exitCode = process.waitFor();
    if (exitCode != 0) {
      throw new IllegalStateException(mainClass + " failed with status " + exitCode);
    }
    return printed.strip();
  }

  private JavaProcess() {}
}
