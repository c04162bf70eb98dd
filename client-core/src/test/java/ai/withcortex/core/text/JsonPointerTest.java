package ai.withcortex.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonPointerTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "9, 9",
    "10, 10",
    "1203, 1203",
    "2147483647, 2147483647",
    "2147483648, -1",
    "10000000000, -1",
    "00, -1",
    "01, -1",
    "'', -1",
    "-1, -1",
    "1/, -1",
    "1:, -1"
  })
  void indexesAreDigitsThatFitAnInt(String token, int expected) {
    assertEquals(expected, JsonPointer.index(token));
  }

  @Test
  void tokensAreUnescaped() {
    assertEquals(List.of(), JsonPointer.tokens(""));
    assertEquals(List.of(""), JsonPointer.tokens("/"));
    assertEquals(List.of("a/b", "", "~1", "c"), JsonPointer.tokens("/a~1b//~01/c"));
  }
}
