package consumer.android;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

final class ShippedRulesTest {
  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"LIBRARY_21", "WITHOUT_RULES"})
  void r8NeedsNoOtherRulesThanThoseInTheJars(Shrunk shrunk) throws Exception {
    assertEquals(List.of(), shrunk.errors());
  }

  /** There is one rule, so this shows that each is needed. */
  @Test
  void r8StopsWithoutOurs() throws Exception {
    Stream<String> types =
        String.join("\n", Shrunk.WITHOUT_RULES.errors())
            .lines()
            .map(line -> line.replaceAll(" \\(referenced from.*", ""))
            .filter(line -> line.startsWith("Missing class "));
    assertEquals(
        List.of(
            "Missing class org.immutables.value.Value$Check",
            "Missing class org.immutables.value.Value$Default",
            "Missing class org.immutables.value.Value$Immutable",
            "Missing class org.immutables.value.Value$Redacted"),
        types.toList());
  }
}
