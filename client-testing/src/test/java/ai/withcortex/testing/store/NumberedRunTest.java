package ai.withcortex.testing.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class NumberedRunTest {
  @Test
  void theJsonIsSmallAndThatOfTheModel() {
    for (int number = 1; number <= 2000; number++) {
      NumberedRun run = new NumberedRun(number);
      String json = run.json(true);
      StoredRun written = new StoredRun(run.run());
      assertEquals(written.json(true), json);
      assertEquals(written.json(false), run.json(false));
      assertTrue(json.length() > 300 && json.length() < 600, json);
    }
  }
}
