package ai.withcortex.testing.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.api.RunsApi;
import ai.withcortex.client.CortexClient;
import ai.withcortex.client.CortexJson;
import ai.withcortex.core.CortexConfiguration;
import ai.withcortex.core.CortexTransport;
import ai.withcortex.testing.CortexSandbox;
import ai.withcortex.testing.Fault;
import ai.withcortex.testing.FaultScript;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttp;
import org.junit.jupiter.api.Test;

/** A program that calls and closes nothing ends with its main method. */
final class ClientProgramTest {
  @Test
  void noThreadOfAClientHoldsAProgram() throws Exception {
    try (CortexSandbox sandbox = CortexSandbox.start()) {
      // The list requests page 1 and page 0.
      sandbox.faults(
          FaultScript.inOrder(Fault.none(), Fault.none(), Fault.status(503), Fault.none()));
      Process program =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Program.class.getName(),
                  sandbox.baseUrl(),
                  sandbox.apiKey())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try {
        // OkHttp's own threads would hold it for 60 seconds.
        assertTrue(program.waitFor(40, TimeUnit.SECONDS));

        assertEquals(
            List.of(
                "OkHttp " + System.getProperty("okhttp.version"),
                sandbox.runs("app_1", "work_1").get(0).id(),
                "2 runs"),
            program.inputReader(UTF_8).lines().toList());
        assertEquals(0, program.exitValue());
        assertEquals(4, sandbox.requests().size());
      } finally {
        program.destroyForcibly();
      }
    }
  }

  static final class Program {
    private Program() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
      // The compiler would copy the constant from the version it compiles with.
      System.out.println("OkHttp " + OkHttp.class.getField("VERSION").get(null));

      CortexConfiguration configuration =
          CortexConfiguration.builder().baseUrl(arguments[0]).apiKey(arguments[1]).build();
      CortexClient client = CortexClient.create(configuration);
      System.out.println(client.workflow("app_1", "work_1").runs().iterator().next().id());

      CortexTransport transport = CortexTransport.create(configuration, CortexJson.moshi());
      RunsApi api = transport.api(RunsApi.class);
      transport
          .executeAsync(api.listRuns("app_1", "work_1", null, null, null, 1, 2, null))
          .thenAccept(answer -> System.out.println(answer.body().size() + " runs"))
          .join();
    }
  }
}
