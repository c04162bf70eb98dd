package ai.withcortex.codegen.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.codegen.GeneratedSources;
import ai.withcortex.codegen.spec.RefusedSpecException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the generator reports about a spec that it refuses. */
final class Reports {
  private Reports() {}

  /** Requires a report, and that no files are generated. The folder has to be empty. */
  static void assertReport(Path folder, String document, String report) throws IOException {
    Path spec = Files.writeString(folder.resolve("spec.yaml"), document);
    RefusedSpecException failure =
        assertThrows(
            RefusedSpecException.class,
            () -> GeneratedSources.of(spec, folder.resolve("out"), "golden.api", "golden.model"));
    assertEquals(report, failure.getMessage());
    assertFalse(Files.exists(folder.resolve("out")));
  }
}
