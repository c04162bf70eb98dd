package ai.withcortex.benchmarks.measurement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs Java programs in processes of their own. */
final class JavaProcess {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  /**
   * Returns what the program prints.
   *
   * @throws IllegalStateException if it ends with an error
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
      throw new IllegalStateException(mainClass + " has ended with " + exitCode);
    }
    return printed.strip();
  }

  private JavaProcess() {}
}
