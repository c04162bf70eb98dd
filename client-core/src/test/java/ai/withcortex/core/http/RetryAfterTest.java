package ai.withcortex.core.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RetryAfterTest {
  private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0                              | 2025-01-01T00:00:00Z
          120                            | 2025-01-01T00:02:00Z
          99999999999                    | 2056-09-09T01:46:40Z
          99999999999999999999999999.9   | 2056-09-09T01:46:40Z
          0.0000000019                   | 2025-01-01T00:00:00.000000001Z
          1.5                            | 2025-01-01T00:00:01.500Z
          0.000000001                    | 2025-01-01T00:00:00.000000001Z
          Wed, 01 Jan 2025 00:01:00 GMT  | 2025-01-01T00:01:00Z
          Tue, 31 Dec 2024 23:59:00 GMT  | 2024-12-31T23:59:00Z
          """)
  void readsSecondsAndDates(String value, Instant expected) {
    assertEquals(expected, RetryAfter.read(503, Headers.of("Retry-After", value), START));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "soon", "1,5", "1e3", "NaN", "Wed, 99 Foo 2025"})
  void ignoresWhatIsNoTime(String value) {
    assertNull(RetryAfter.read(503, Headers.of("Retry-After", value), START));
  }

  @Test
  void readsNoMoreDigitsThanAnybodyMeans() {
    assertEquals(
        Instant.parse("2056-09-09T01:46:40Z"),
        RetryAfter.read(503, Headers.of("Retry-After", "9".repeat(64)), START));
    assertNull(RetryAfter.read(503, Headers.of("Retry-After", "9".repeat(65)), START));
  }

  @Test
  void readsMillisecondsToTheNanosecond() {
    assertEquals(
        START.plusNanos(1_500_001),
        RetryAfter.read(503, Headers.of("retry-after-ms", "1.5000019"), START));
    assertEquals(
        Instant.parse("2056-09-09T01:46:40Z"),
        RetryAfter.read(503, Headers.of("retry-after-ms", "9".repeat(64)), START));
  }

  @Test
  void takesAResetOfTheRateForADelayOnlyUpToWhereTimesBegin() {
    assertEquals(
        START.plusSeconds(999_999_999),
        RetryAfter.read(429, Headers.of("RateLimit-Reset", "999999999"), START));
    assertNull(RetryAfter.read(429, Headers.of("RateLimit-Reset", "1000000000"), START));
  }

  @Test
  void countsADateFromTheTimeOfTheResponse() {
    Headers headers =
        Headers.of(
            "Retry-After",
            "Wed, 01 Jan 2020 00:00:09 GMT",
            "Date",
            "Wed, 01 Jan 2020 00:00:00 GMT");

    assertEquals(START.plusSeconds(9), RetryAfter.read(503, headers, START));
  }
}
