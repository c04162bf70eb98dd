package ai.withcortex.regeneration.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published modules survive being written to a signature file and read back. */
final class SignatureFileTest {
  @ParameterizedTest
  @ValueSource(strings = {"client-core", "client-generated", "client-extensions", "client-testing"})
  void losesNothingOnItsWayThroughText(String module) throws IOException {
    PublicApi api = ClassFiles.read(Path.of("../..", module, "target", "classes"));
    PublicApi read = SignatureFile.read(SignatureFile.write(api));
    assertEquals(api, read);
    assertEquals(
        Map.of(module, new ApiComparison(List.of(), List.of(), List.of(), Map.of(), Map.of())),
        ApiComparison.of(Map.of(module, api), Map.of(module, read), AcceptedBreaks.NONE));
  }
}
