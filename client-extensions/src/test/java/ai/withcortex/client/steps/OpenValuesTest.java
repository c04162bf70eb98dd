package ai.withcortex.client.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.json.OpenEnum;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The open enums of this package are like the generated ones. */
final class OpenValuesTest {
  static Stream<Arguments> enums() {
    return Stream.of(
        arguments(
            StepStatus.class,
            StepStatus::of,
            StepStatus::known,
            StepStatus.knownValues(),
            List.of("RUNNING", "CANCELLED", "SKIPPED", "COMPLETED", "FAILED")),
        arguments(
            MessageRole.class,
            MessageRole::of,
            MessageRole::known,
            MessageRole.knownValues(),
            List.of("system", "assistant", "user", "tool")),
        arguments(
            ContentPartType.class,
            ContentPartType::of,
            ContentPartType::known,
            ContentPartType.knownValues(),
            List.of("text", "file", "image")),
        arguments(
            InputFieldType.class,
            InputFieldType::of,
            InputFieldType::known,
            InputFieldType.knownValues(),
            List.of(
                "file",
                "number",
                "string",
                "boolean",
                "date",
                "select",
                "content",
                "connection",
                "object")));
  }

  @ParameterizedTest
  @MethodSource("enums")
  <E extends OpenEnum> void haveConstantsAndKeepTheRest(
      Function<String, E> of, Function<E, Enum<?>> known, List<E> constants, List<String> values) {
    assertEquals(values, constants.stream().map(OpenEnum::value).toList());
    assertThrows(UnsupportedOperationException.class, constants::clear);
    for (E constant : constants) {
      assertSame(constant, of.apply(constant.value()));
      assertTrue(constant.isKnown());
      assertTrue(constant.value().equalsIgnoreCase(known.apply(constant).name()));
      assertEquals(constant.value(), constant.toString());
    }
    E other = of.apply("Running");
    assertFalse(other.isKnown());
    assertEquals("UNKNOWN", known.apply(other).name());
    assertEquals("Running", other.value());
    assertEquals(of.apply("Running"), other);
    assertEquals(of.apply("Running").hashCode(), other.hashCode());
    assertNotEquals(other, constants.get(0));
    assertNotEquals(other.hashCode(), constants.get(0).hashCode());
    assertNotEquals(other, "Running");
    assertFalse(other.equals(null));
    Exception e = assertThrows(NullPointerException.class, () -> of.apply(null));
    assertEquals("value == null", e.getMessage());
  }

  @Test
  void areNotEqualAcrossTypes() {
    assertNotEquals(ContentPartType.FILE, InputFieldType.FILE);
  }

  private static <E extends OpenEnum> Arguments arguments(
      Class<E> type,
      Function<String, E> of,
      Function<E, Enum<?>> known,
      List<E> constants,
      List<String> values) {
    return Arguments.of(Named.of(type.getSimpleName(), of), known, constants, values);
  }
}
