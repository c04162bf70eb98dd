package ai.withcortex.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a caller sees of everything that can go wrong on the wire, from tables under {@code
 * fault-matrix}: fault, options, answers, delays, attempts, requests, outcome, details.
 */
@Timeout(60)
final class FaultMatrixTest {
  static List<FaultRow> rows() {
    return FaultRow.all();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aFaultHasItsOutcome(FaultRow row) throws Exception {
    for (boolean async : new boolean[] {false, true}) {
      try (FaultRun run = new FaultRun(row, null)) {
        Object met = run.send(async);
        run.leave();

        assertEquals(
            row.outcome(),
            run.outcome(met).asExactAs(row.outcome()),
            async ? "executeAsync" : "execute");
      }
    }
  }
}
