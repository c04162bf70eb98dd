package ai.withcortex.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.core.json.DataFile;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TimestampsTest {
  static Stream<Arguments> timestamps() throws IOException {
    return DataFile.rows("timestamps.txt", 2);
  }

  @ParameterizedTest
  @MethodSource("timestamps")
  void readsTimestampsAndSaysWhatIsWrongWithOthers(String text, String expected) {
    if (expected.startsWith("Expected")) {
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> Timestamps.parse(text));
      assertEquals(expected, refused.getMessage());
    } else {
      assertEquals(expected, Timestamps.parse(text).toString());
    }
  }

  @Test
  void readsWhatItWrites() {
    Random random = new Random(1);
    long first = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
    long last = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
    for (int i = 0; i < 20_000; i++) {
      long second = first + (long) (random.nextDouble() * (last - first));
      Instant instant = Instant.ofEpochSecond(second, random.nextInt(1_000_000_000));
      assertEquals(instant, Timestamps.parse(Timestamps.format(instant)));
    }
  }

  @Test
  void writesTheFirstAndTheLastDay() {
    for (String day : new String[] {"0000-01-01", "9999-12-31"}) {
      assertEquals(day, Timestamps.format(Timestamps.parseDate(day)));
    }
    for (String day : new String[] {"-0001-12-31", "+10000-01-01"}) {
      assertEquals(
          "Expected a date in the years 0000 to 9999 but found " + day,
          assertThrows(
                  IllegalArgumentException.class, () -> Timestamps.format(LocalDate.parse(day)))
              .getMessage());
    }
  }

  @Test
  void writesFourDigitYearsOnly() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> Timestamps.format(Instant.parse("+10000-01-01T00:00:00Z")));
    assertEquals(
        "Expected a timestamp in the years 0000 to 9999 but found +10000-01-01T00:00:00Z",
        refused.getMessage());
  }
}
