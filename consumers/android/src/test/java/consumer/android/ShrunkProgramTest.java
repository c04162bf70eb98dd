package consumer.android;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.withcortex.testing.CortexSandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShrunkProgramTest {
  @Test
  void printsTheListingOnAJvm(@TempDir Path folder) throws Exception {
    Shrunk.build();
    Path printed = folder.resolve("printed");
    try (CortexSandbox sandbox = CortexSandbox.start()) {
      Process program =
          new ProcessBuilder(
                  Shrunk.JAVA,
                  "-cp",
                  Shrunk.JVM.output.toString(),
                  "consumer.android.App",
                  sandbox.baseUrl(),
                  sandbox.apiKey())
              .redirectErrorStream(true)
              .redirectOutput(printed.toFile())
              .start();
      program.waitFor();
    }
    assertEquals(Place.expectedListing(), Files.readAllLines(printed));
  }
}
