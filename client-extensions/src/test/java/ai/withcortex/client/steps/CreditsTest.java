package ai.withcortex.client.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import ai.withcortex.model.StepUsage;
import ai.withcortex.model.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked // What is null fails the test.
final class CreditsTest {
  private static final BigDecimal TEN = new BigDecimal("10.00");

  @Test
  void addUpToTheTotal() {
    Credits credits = credits(TEN, "b", "2.25", "a", "1.50");
    assertEquals(List.of("b", "a"), new ArrayList<>(credits.bySteps().keySet()));
    assertEquals(new BigDecimal("2.25"), credits.bySteps().get("b"));
    assertEquals(TEN, credits.total());
    assertEquals(new BigDecimal("6.25"), credits.unattributed());
    assertThrows(UnsupportedOperationException.class, () -> credits.bySteps().clear());
  }

  @Test
  void areSummedIfTheApiDoesNot() {
    Credits credits = credits(null, "a", "1.50", "b", "2");
    assertEquals(new BigDecimal("3.50"), credits.total());
    assertEquals(0, credits.unattributed().signum());
  }

  @Test
  void mayContradictTheTotal() {
    assertEquals(new BigDecimal("-1"), credits(BigDecimal.ONE, "a", "2").unattributed());
  }

  @Test
  void areUnknownWithoutUsage() {
    for (Credits credits :
        List.of(
            Credits.of(OutputRun.of("{}")),
            Credits.of((Usage) null),
            Credits.of(Usage.builder().build()))) {
      assertEquals(Map.of(), credits.bySteps());
      assertNull(credits.total());
      assertNull(credits.unattributed());
    }
  }

  @Test
  void areAllElsewhereWithoutSteps() {
    Credits credits = Credits.of(Usage.builder().total(TEN).build());
    assertEquals(Map.of(), credits.bySteps());
    assertEquals(TEN, credits.unattributed());
  }

  @Test
  void areThoseOfARun() {
    Usage usage = Usage.builder().total(TEN).build();
    assertEquals(TEN, Credits.of(OutputRun.builder("{}").usage(usage).build()).total());
  }

  @Test
  void absurdNumbersCostNothing() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          Credits credits = credits(null, "a", "1e999999999", "b", "1e-999999999");
          assertEquals(0, credits.total().compareTo(new BigDecimal("1e999999999")));
          assertEquals(0, credits.unattributed().signum());
        });
  }

  @Test
  void areEqualByStepsAndTotal() {
    Credits credits = credits(TEN, "a", "1");
    assertEquals(credits, credits(TEN, "a", "1"));
    assertEquals(credits.hashCode(), credits(TEN, "a", "1").hashCode());
    assertNotEquals(credits, credits(TEN, "b", "1"));
    assertNotEquals(credits, credits(BigDecimal.TEN, "a", "1"));
    assertNotEquals(credits, TEN);
    assertNotEquals(credits.hashCode(), credits(TEN, "b", "1").hashCode());
    assertNotEquals(credits.hashCode(), credits(BigDecimal.TEN, "a", "1").hashCode());
  }

  @Test
  void showNumbers() {
    assertEquals("Credits{total=10.00, steps=1}", credits(TEN, "a", "1").toString());
  }

  private static Credits credits(BigDecimal total, String... steps) {
    Map<String, StepUsage> usages = new LinkedHashMap<>();
    for (int i = 0; i < steps.length; i += 2) {
      usages.put(steps[i], StepUsage.builder().total(new BigDecimal(steps[i + 1])).build());
    }
    return Credits.of(Usage.builder().total(total).steps(usages).build());
  }
}
