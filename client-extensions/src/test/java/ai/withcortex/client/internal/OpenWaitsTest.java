package ai.withcortex.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OpenWaitsTest {
  @Test
  void closingEndsTheWaitsThatAreOpenOrBeginLater() {
    OpenWaits waits = new OpenWaits();
    List<String> ended = new ArrayList<>();
    Runnable over = () -> ended.add("over");
    waits.add(over);
    waits.add(() -> ended.add("open"));
    waits.remove(over);
    assertEquals(List.of(), ended);

    waits.close();
    assertEquals(List.of("open"), ended);

    waits.add(() -> ended.add("later"));
    assertEquals(List.of("open", "later"), ended);
  }
}
