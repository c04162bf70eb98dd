package ai.withcortex.core;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.call.Deadline;
import ai.withcortex.core.call.Retry;
import ai.withcortex.core.call.RetryBudget;
import ai.withcortex.core.error.CortexApiException;
import ai.withcortex.core.error.CortexConnectionException;
import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.error.CortexException;
import ai.withcortex.core.error.CortexTimeoutException;
import ai.withcortex.core.error.CortexTimeoutException.Limit;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class RetryStrategyTest {
  private final CortexException broken = new CortexConnectionException("", null, 1, true);

  private final FakeTime time = new FakeTime();
  private final RetryStrategy rule = new RetryStrategy(RetryPolicy.standard(), time);

  @ParameterizedTest
  @CsvSource({
    "GET, true",
    "HEAD, true",
    "OPTIONS, true",
    "PUT, true",
    "DELETE, true",
    "POST, false",
    "PATCH, false",
    "TRACE, false",
    "get, false"
  })
  void repeatsWhatIsSafeToRepeat(String method, boolean repeated) {
    assertEquals(repeated, decide(method, 1, Duration.ofDays(1), broken) != null);
  }

  @ParameterizedTest
  @EnumSource(Limit.class)
  void repeatsAfterEveryLimitButTheTotal(Limit limit) {
    Retry retry =
        decide("GET", 1, Duration.ofDays(1), new CortexTimeoutException("", null, limit, 1));

    if (limit == Limit.TOTAL) {
      assertNull(retry);
    } else {
      assertEquals(
          limit.name().toLowerCase(Locale.ROOT) + " timeout", requireNonNull(retry).reason);
    }
  }

  @Test
  void repeatsNeitherWhatStaysAsItIsNorWhatCannotBeRead() {
    Duration day = Duration.ofDays(1);

    assertNull(decide("GET", 1, day, new CortexConnectionException("", null, 1, false)));
    assertNull(decide("GET", 1, day, new CortexDataException("", null, null)));
    assertEquals("connection failure", requireNonNull(decide("GET", 1, day, broken)).reason);
  }

  @Test
  void makesAsManyAttemptsAsThePolicySays() {
    assertNotNull(decide("GET", 3, Duration.ofDays(1), broken));
    assertNull(decide("GET", 4, Duration.ofDays(1), broken));
  }

  @Test
  void waitsOnlyWhenTimeIsLeftAfterwards() {
    assertNull(decide("GET", 1, Duration.ofMillis(200), broken));
    assertEquals(
        Duration.ofMillis(200).toNanos(),
        requireNonNull(decide("GET", 1, Duration.ofMillis(200).plusNanos(1), broken)).delayNanos);
  }

  @Test
  void takesNothingFromTheBudgetForWhatItRefuses() {
    for (int i = 0; i < 1000; i++) {
      assertNull(decide("POST", 1, Duration.ofDays(1), broken));
      assertNull(decide("GET", 4, Duration.ofDays(1), broken));
      assertNull(decide("GET", 1, Duration.ofMillis(1), broken));
    }
    for (int i = 0; i < 100; i++) {
      assertNotNull(decide("GET", 1, Duration.ofDays(1), broken));
    }
    assertNull(decide("GET", 1, Duration.ofDays(1), broken));
  }

  @Test
  void anotherKeyIsPaidForAsWell() {
    CortexApiException refused = CortexApiException.builder("GET /things", 401, "HTTP 401").build();

    for (int i = 0; i < 100; i++) {
      assertTrue(rule.wantsOtherKey(refused));
    }
    assertFalse(rule.wantsOtherKey(refused));
  }

  /** The server has done nothing, so this is no repetition. */
  @Test
  void asksForAnotherKeyWithoutRetries() {
    RetryStrategy changing = new RetryStrategy(RetryPolicy.none(), time);

    assertTrue(
        changing.wantsOtherKey(
            CortexApiException.builder("POST /things", 401, "HTTP 401").build()));
  }

  @Test
  void fiveSuccessesPayForARepetition() {
    for (int i = 0; i < 100; i++) {
      assertNotNull(decide("GET", 1, Duration.ofDays(1), broken));
    }
    for (int i = 0; i < 4; i++) {
      rule.succeeded();
    }
    assertNull(decide("GET", 1, Duration.ofDays(1), broken));

    rule.succeeded();

    assertNotNull(decide("GET", 1, Duration.ofDays(1), broken));
  }

  @Test
  void successesFillTheBudgetNoFurtherThanItsStart() {
    RetryBudget budget = new RetryBudget();
    budget.giveBack();
    for (int i = 0; i < 100; i++) {
      assertTrue(budget.take(broken));
    }
    assertFalse(budget.take(broken));
  }

  private @Nullable Retry decide(
      String method, int attempts, Duration left, CortexException failure) {
    boolean mayRepeat = RetryStrategy.isRepeatable(method);
    return rule.decide(mayRepeat, attempts, new Deadline(time, left), failure);
  }
}
