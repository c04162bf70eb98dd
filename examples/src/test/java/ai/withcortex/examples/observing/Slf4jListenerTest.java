package ai.withcortex.examples.observing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.Level;

final class Slf4jListenerTest {
  private static final String GET = "GET /apps/app_1/workflows/work_1/runs";
  private static final String QUERY = "?page=1&take=2&next=[hidden]";

  private final RecordingLogger logger = new RecordingLogger(Level.DEBUG);
  private final ObservedCalls calls = new ObservedCalls(new Slf4jListener(logger));

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void logsARetryAsInformation(boolean async) {
    try (calls) {
      calls.retry(async);
    }

    assertEquals(
        List.of(
            "DEBUG Call started: " + GET + QUERY,
            "DEBUG Attempt ended: "
                + GET
                + QUERY
                + " attempt 1: HTTP 503 CortexApiException in PT_S",
            "INFO Retry scheduled: " + GET + QUERY + " attempt 2 in PT_S after HTTP 503",
            "DEBUG Attempt ended: " + GET + QUERY + " attempt 2: HTTP 200 in PT_S",
            "DEBUG Call succeeded: " + GET + QUERY + ": HTTP 200 after 2 attempts in PT_S"),
        logger.lines());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void warnsOfAFailure(boolean async) {
    String get = GET.replace("work_1", "work_9");
    try (calls) {
      calls.fail(async);
    }

    assertEquals(
        List.of(
            "DEBUG Call started: " + get + QUERY,
            "DEBUG Attempt ended: "
                + get
                + QUERY
                + " attempt 1: HTTP 404 NotFoundException in PT_S",
            "WARN Call failed: "
                + get
                + QUERY
                + ": NotFoundException in PT_S: HTTP 404 from "
                + get
                + ": Workflow not found: work_9"),
        logger.lines());
  }

  @Test
  void warnsOfACanceledCall() throws InterruptedException {
    try (calls) {
      calls.cancel();
    }

    assertEquals(
        List.of(
            "DEBUG Call started: " + GET + QUERY,
            "DEBUG Attempt ended: " + GET + QUERY + " attempt 1: CortexCanceledException in PT_S",
            "WARN Call failed: "
                + GET
                + QUERY
                + ": CortexCanceledException in PT_S: "
                + GET
                + " was canceled"),
        logger.lines());
  }

  @Test
  void logsDriftAsInformation() {
    try (calls) {
      calls.drift();
    }

    assertEquals(
        "INFO Response differs from the spec: UNKNOWN_PROPERTY of Run at $[*].color: a string (2"
            + " times) in /apps/{app_id}/workflows/{workflow_id}/runs",
        logger.lines().get(1));
    assertEquals(4, logger.lines().size());
  }

  @Test
  void isSilentAboutWhatWorksUnlessDebugging() {
    RecordingLogger quiet = new RecordingLogger(Level.INFO);
    try (calls;
        ObservedCalls others = new ObservedCalls(new Slf4jListener(quiet))) {
      others.retry(false);
      others.fail(false);
    }

    assertEquals(
        List.of("INFO Retry scheduled", "WARN Call failed"),
        quiet.lines().stream().map(line -> line.substring(0, line.indexOf(':'))).toList());
  }
}
