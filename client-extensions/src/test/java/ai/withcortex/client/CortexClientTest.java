package ai.withcortex.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CortexClientTest {
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\u00a0", ".", ".."})
  void refusesAnIdThatCannotBePartOfAPath(String id) {
    try (CortexClient cortex = client()) {
      assertEquals(
          "Expected an ID for appId, found '" + id + "'; copy it from the Cortex app",
          assertThrows(IllegalArgumentException.class, () -> cortex.workflow(id, "work_1"))
              .getMessage());
      assertEquals(
          "Expected an ID for workflowId, found '" + id + "'; copy it from the Cortex app",
          assertThrows(IllegalArgumentException.class, () -> cortex.workflow("app_1", id))
              .getMessage());
    }
  }

  @Test
  void showsItsBaseUrlAndNotItsKey() {
    try (CortexClient cortex = client()) {
      assertEquals("CortexClient{baseUrl=https://api.example/v1}", cortex.toString());
    }
  }

  private static CortexClient client() {
    return CortexClient.builder().apiKey("canary-key").baseUrl("https://api.example/v1").build();
  }
}
