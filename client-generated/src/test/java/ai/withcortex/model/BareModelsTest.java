package ai.withcortex.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import ai.withcortex.core.json.JsonValue;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The generated client without anything handwritten beside it. */
final class BareModelsTest {
  private final JsonAdapter<List<Run>> pages =
      new Moshi.Builder()
          .add(ModelJsonAdapterFactory.create())
          .build()
          .adapter(Types.newParameterizedType(List.class, Run.class));

  @Test
  void readsEachStepAsUnknownWithItsExactJson() throws IOException {
    String json = example("runs.json");
    List<JsonValue> received = JsonValue.parse(json).asList();
    int steps = 0;
    for (Run run : pages.fromJson(json)) {
      WorkflowVersion version = run.workflowVersion();
      if (version == null) {
        continue;
      }
      JsonValue sent = received.stream().filter(r -> has(r, run.id())).findFirst().orElseThrow();
      for (int i = 0; i < version.steps().size(); i++) {
        UnknownWorkflowStep step =
            assertInstanceOf(UnknownWorkflowStep.class, version.steps().get(i));
        assertEquals(sent.at("/workflow_version/steps/" + i), step.json());
        assertEquals(step.json().get("key"), JsonValue.of(step.key()));
        steps++;
      }
    }
    assertFalse(steps < 9, "the example has too few steps");
  }

  @Test
  void writesUnknownStepsAsTheyCame() throws IOException {
    List<Run> runs = pages.fromJson(example("runs.json"));
    assertEquals(runs, pages.fromJson(pages.toJson(runs)));
  }

  @Test
  void printsNoPayload() throws IOException {
    for (Run run : pages.fromJson(example("runs.json"))) {
      String text = run.toString();
      for (String part : List.of("parcel", "refund.", "{\"", "support@")) {
        assertFalse(text.contains(part), text);
      }
    }
  }

  private static boolean has(JsonValue run, String id) {
    return JsonValue.of(id).equals(run.get("id"));
  }

  private static String example(String name) throws IOException {
    try (InputStream in =
        BareModelsTest.class.getResourceAsStream("/ai/withcortex/spec/examples/" + name)) {
      assertNotNull(in, name);
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
