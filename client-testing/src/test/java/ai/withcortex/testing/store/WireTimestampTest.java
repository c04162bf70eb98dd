package ai.withcortex.testing.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class WireTimestampTest {
  @Test
  void writesTimestampsInAllForms() {
    assertForm("2025-06-13", "2025-06-13T00:00:00Z");
    assertForm("2025-06-13T16:40:01Z", "2025-06-13T16:40:01Z");
    assertForm("2025-06-13T18:40:00.5+02:00", "2025-06-13T16:40:00.500Z");
    assertForm("2025-06-13T11:40:02.123456789-05:00", "2025-06-13T16:40:02.123456789Z");
    assertForm("2025-06-13T22:10:04.00012+05:30", "2025-06-13T16:40:04.00012Z");
    assertForm("2025-06-13T05:30:00.000000001+05:30", "2025-06-13T00:00:00.000000001Z");
    assertForm("9999-12-31T23:59:01Z", "9999-12-31T23:59:01Z");
  }

  private static void assertForm(String expected, String time) {
    assertEquals(expected, WireTimestamp.format(Instant.parse(time)));
  }
}
