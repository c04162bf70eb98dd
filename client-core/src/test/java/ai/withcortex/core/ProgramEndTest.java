package ai.withcortex.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.squareup.moshi.Moshi;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A program that closes nothing ends with its main method. */
@Tag("no-mutation")
final class ProgramEndTest {
  @Test
  void noThreadHoldsAProgram() throws Exception {
    try (FaultServer server = new FaultServer("503", "200")) {
      Process program =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Program.class.getName(),
                  server.url())
              .inheritIO()
              .start();

      // OkHttp's own threads would hold it for 60 seconds.
      assertTrue(program.waitFor(40, TimeUnit.SECONDS));

      assertEquals(0, program.exitValue());
      assertEquals(3, server.requests());
    }
  }

  static final class Program {
    public static void main(String[] args) {
      CortexTransport transport =
          CortexTransport.create(
              CortexConfiguration.builder().apiKey("key").baseUrl(args[0]).build(),
              new Moshi.Builder().build());
      transport.executeAsync(transport.api(ThingsApi.class).list("ALL")).join();
      transport.execute(transport.api(ThingsApi.class).list("ALL"));
    }

    private Program() {}
  }
}
