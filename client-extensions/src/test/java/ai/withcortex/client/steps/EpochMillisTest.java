package ai.withcortex.client.steps;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EpochMillisTest {
  @ParameterizedTest
  @CsvSource({
    "0, 1970-01-01T00:00:00Z",
    "0e999999999, 1970-01-01T00:00:00Z",
    "-1, 1969-12-31T23:59:59.999Z",
    "-0.5, 1969-12-31T23:59:59.999500Z",
    "1749807077412.75, 2025-06-13T09:31:17.412750Z",
    "1749807077412.7512345, 2025-06-13T09:31:17.412751234Z",
    "1.749807077412e12, 2025-06-13T09:31:17.412Z",
    "0.000001, 1970-01-01T00:00:00.000000001Z",
    "0.00000099, 1970-01-01T00:00:00Z",
    "0.000000001, 1970-01-01T00:00:00Z",
    "1e-999999999, 1970-01-01T00:00:00Z",
    "-1e-999999999, 1970-01-01T00:00:00Z",
    "99999999999999999, +3170843-11-07T09:46:39.999Z",
    "-99999999999999999, -3166904-02-24T14:13:20.001Z",
    "100000000000000000,",
    "1e17,",
    "-1e999999999,",
    "1e999999999,",
  })
  void readsTimes(BigDecimal millis, Instant expected) {
    assertTimeoutPreemptively(
        ofSeconds(5), () -> assertEquals(expected, EpochMillis.toInstant(millis)));
  }
}
