package ai.withcortex.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.withcortex.client.CortexClient;
import ai.withcortex.testing.CortexSandbox;
import ai.withcortex.testing.Fault;
import ai.withcortex.testing.FaultScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * What is reported of a response with everything that an API adds later. The client's
 * SpecGrowthTest lays the expected report over the spec, and nothing in the response is unknown any
 * more.
 */
final class ReportDriftTest {
  private static final Path GROWTH = Path.of("../client-extensions/src/test/resources/growth");

  @Test
  void proposesAnAdditionForEachDifference() throws IOException {
    Fault tomorrow =
        Fault.none()
            .body(Files.readString(GROWTH.resolve("tomorrow.json")))
            .header("pagination-count", "2");
    try (CortexSandbox sandbox =
            CortexSandbox.builder().faults(FaultScript.always(tomorrow)).start();
        CortexClient cortex =
            CortexClient.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUrl()).build()) {
      String report = ReportDrift.report(cortex, cortex.workflow("app_1", "work_1"));

      assertEquals(Files.readString(GROWTH.resolve("tomorrow.report.yaml")), report);
    }
  }
}
