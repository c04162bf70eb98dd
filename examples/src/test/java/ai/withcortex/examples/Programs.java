package ai.withcortex.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Runs examples as programs of their own. */
final class Programs {
  private Programs() {}

  static List<String> run(Class<?> program) throws IOException, InterruptedException {
    return run(program, false);
  }

  /** What the program prints to either stream. */
  static List<String> runWithErrors(Class<?> program) throws IOException, InterruptedException {
    return run(program, true);
  }

  private static List<String> run(Class<?> program, boolean withErrors)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                program.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectErrorStream(withErrors);
    builder.environment().remove("CORTEX_API_KEY");
    Process process = builder.start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();
    assertEquals(0, process.waitFor(), lines::toString);
    return lines;
  }
}
