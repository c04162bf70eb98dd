package ai.withcortex.examples.observing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MicrometerListenerTest {
  private static final String ROUTE = "uri='/apps/{app_id}/workflows/{workflow_id}/runs'";

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final ObservedCalls calls = new ObservedCalls(new MicrometerListener(registry));

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void metersARetry(boolean async) {
    try (calls) {
      calls.retry(async);
    }

    assertMeters(
        timer("attempts", "CortexApiException", "SERVER_ERROR", "503"),
        timer("attempts", "none", "SUCCESS", "200"),
        timer("calls", "none", "SUCCESS", "200"),
        "cortex.client.retries(COUNTER)[method='GET', reason='HTTP 503', "
            + ROUTE
            + "]; count=1.0");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void metersAFailure(boolean async) {
    try (calls) {
      calls.fail(async);
    }

    assertMeters(
        timer("attempts", "NotFoundException", "CLIENT_ERROR", "404"),
        timer("calls", "NotFoundException", "CLIENT_ERROR", "404"));
  }

  @Test
  void metersACanceledCallWithoutStatus() throws InterruptedException {
    try (calls) {
      calls.cancel();
    }

    assertMeters(
        timer("attempts", "CortexCanceledException", "UNKNOWN", "none"),
        timer("calls", "CortexCanceledException", "UNKNOWN", "none"));
  }

  @Test
  void metersAnUnreadableAnswerAsNoSuccess() {
    try (calls) {
      calls.failToRead();
    }

    assertMeters(
        timer("attempts", "CortexDataException", "UNKNOWN", "none"),
        timer("calls", "CortexDataException", "UNKNOWN", "none"));
  }

  @Test
  void countsDriftByPlaces() {
    try (calls) {
      calls.drift();
    }

    assertMeters(
        timer("attempts", "none", "SUCCESS", "200"),
        timer("calls", "none", "SUCCESS", "200"),
        "cortex.client.drift(COUNTER)[kind='UNKNOWN_PROPERTY']; count=2.0");
  }

  private static String timer(String name, String exception, String outcome, String status) {
    return String.format(
        "cortex.client.%s(TIMER)[exception='%s', method='GET', outcome='%s', status='%s', %s];"
            + " count=1.0, total_time=_ seconds, max=_ seconds",
        name, exception, outcome, status, ROUTE);
  }

  /** All meters of the registry, which may be listed in any order. */
  private void assertMeters(String... meters) {
    String found = registry.getMetersAsString().replaceAll("[0-9.E-]+ seconds", "_ seconds");
    assertEquals(List.of(meters).stream().sorted().toList(), found.lines().sorted().toList());
  }
}
