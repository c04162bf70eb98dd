package ai.withcortex.core.parameter;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class OptionalParameterTest {
  private static final List<OptionalParameter<Map<String, Object>>> PARAMETERS =
      List.of(
          named("text").build(),
          named("count").kind(OptionalParameter.Kind.INTEGER).minimum("1").maximum("200").build(),
          named("rating").kind(OptionalParameter.Kind.NUMBER).minimum("0.5").build(),
          named("price").kind(OptionalParameter.Kind.NUMBER).maximum("9.95").build(),
          named("share").kind(OptionalParameter.Kind.NUMBER).minimum("0").maximum("0.1").build(),
          named("tags").repeated().sizes(2, 3).build(),
          named("ids").joinedBy(',').minimum("0").build());

  private static OptionalParameter.Builder<Map<String, Object>> named(String name) {
    return OptionalParameter.named(name, values -> values.get(name));
  }

  static Stream<Map<String, Object>> allowed() {
    return Stream.of(
        Map.of(),
        Map.of("text", ""),
        Map.of("count", 1),
        Map.of("count", 200L),
        Map.of("rating", 0.5),
        Map.of("rating", 1e300),
        Map.of("price", new BigDecimal("9.950")),
        Map.of("price", new BigDecimal("-1e400")),
        Map.of("share", 0.1f),
        Map.of("share", -0.0),
        Map.of("tags", List.of()),
        Map.of("tags", List.of("a", "b")),
        Map.of("ids", List.of(0L, Long.MAX_VALUE)));
  }

  @ParameterizedTest
  @MethodSource("allowed")
  void takesWhatIsWithinTheLimits(Map<String, Object> values) {
    assertDoesNotThrow(() -> OptionalParameter.check(PARAMETERS, values));
  }

  static Stream<List<Object>> refused() {
    return Stream.of(
        List.of("count", 0, "Expected at least 1 for count, found 0"),
        List.of("count", 201L, "Expected at most 200 for count, found 201"),
        List.of("rating", 0.4f, "Expected at least 0.5 for rating, found 0.4"),
        List.of("price", Double.NaN, "Expected at most 9.95 for price, found NaN"),
        List.of("price", new BigDecimal("9.96"), "Expected at most 9.95 for price, found 9.96"),
        List.of("share", 0.11f, "Expected at most 0.1 for share, found 0.11"),
        List.of("tags", List.of("a"), "Expected at least 2 values for tags, found 1"),
        List.of("tags", List.of(1, 2, 3, 4), "Expected at most 3 values for tags, found 4"),
        List.of("ids", List.of(5, -1), "Expected at least 0 for ids, found -1"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void saysWhichLimitIsBroken(List<Object> nameValueMessage) {
    Map<String, Object> values = new HashMap<>();
    values.put((String) nameValueMessage.get(0), nameValueMessage.get(1));
    assertEquals(
        nameValueMessage.get(2),
        assertThrows(
                IllegalArgumentException.class, () -> OptionalParameter.check(PARAMETERS, values))
            .getMessage());
  }

  /** Whatever a value contains, even the text that others are made into. */
  @Test
  void identitiesOfDifferentValuesDiffer() {
    List<Map<String, Object>> values =
        Arrays.asList(
            Map.of(),
            Map.of("text", ""),
            Map.of("text", "5:count1:1"),
            Map.of("text", "", "count", 1),
            Map.of("text", "5:count1:1", "count", 1),
            Map.of("text", "1"),
            Map.of("count", 1),
            Map.of("count", 11),
            Map.of("tags", List.of("a,b")),
            Map.of("tags", List.of("a", "b")),
            Map.of("tags", List.of("b", "a")),
            Map.of("tags", List.of("a", "")),
            Map.of("tags", List.of("a")),
            Map.of("ids", List.of("a")));
    Map<String, Map<String, Object>> byIdentity =
        values.stream().collect(toMap(OptionalParameterTest::identity, value -> value));
    assertEquals(values.size(), byIdentity.size());
    assertEquals(identity(Map.of()), identity(Map.of("tags", List.of())));
    assertEquals("4:text1:a5:count2:12", identity(Map.of("text", "a", "count", 12)));
  }

  private static String identity(Map<String, Object> values) {
    return OptionalParameter.identity(PARAMETERS, values);
  }
}
