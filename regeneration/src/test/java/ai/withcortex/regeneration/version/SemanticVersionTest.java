package ai.withcortex.regeneration.version;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SemanticVersionTest {
  @ParameterizedTest
  @CsvSource({
    "1.4.2, COMPATIBLE, 1.4.3", "1.4.2, ADDITIVE, 1.5.0", "1.4.2, BREAKING, 2.0.0",
    "0.4.2, COMPATIBLE, 0.4.3", "0.4.2, ADDITIVE, 0.4.3", "0.4.2, BREAKING, 0.5.0",
    "0.0.0, ADDITIVE, 0.0.1", "0.0.0, BREAKING, 0.1.0", "9.9.9, BREAKING, 10.0.0",
    "1.10.0-SNAPSHOT, ADDITIVE, 1.11.0"
  })
  void saysWhatChanged(String released, Effect effect, String next) {
    assertEquals(next, SemanticVersion.of(released).after(effect).toString());
  }

  @ParameterizedTest
  @CsvSource({"1.10.0, 1.9.9, 1", "1.0.0, 1.0.0-SNAPSHOT, 0", "0.9.0, 1.0.0, -1"})
  void comparesNumbers(String version, String other, int sign) {
    assertEquals(
        sign, Integer.signum(SemanticVersion.of(version).compareTo(SemanticVersion.of(other))));
  }

  @Test
  void wantsThreeNumbers() {
    IllegalArgumentException failure =
        assertThrows(IllegalArgumentException.class, () -> SemanticVersion.of("1.2"));
    assertEquals(
        "Expected a version such as 1.2.3 or 1.2.3-SNAPSHOT, found '1.2'", failure.getMessage());
  }
}
