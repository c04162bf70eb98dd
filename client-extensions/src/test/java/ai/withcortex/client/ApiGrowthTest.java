package ai.withcortex.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.json.DriftSink;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.Run;
import ai.withcortex.model.UnknownWorkflowStep;
import ai.withcortex.model.WorkflowVersion;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import okio.Buffer;
import org.junit.jupiter.api.Test;

/**
 * A response with everything that an API adds later: enum values, properties of every object, kinds
 * of steps and of input fields, optional properties of another kind. It is read in full, and what
 * is new is named, and nothing else.
 */
final class ApiGrowthTest {
  private static final Path GROWTH = Path.of("src/test/resources/growth");

  private final JsonAdapter<List<Run>> adapter = SpecExamples.pageAdapter(CortexJson.moshi());

  @Test
  void keepsEverything() throws IOException {
    String response = text("tomorrow.json");
    List<Run> runs = adapter.fromJson(response);

    assertEquals(List.of(), SpecExamples.differences(response, adapter.toJson(runs)));
    assertEquals(runs, adapter.fromJson(adapter.toJson(runs)));
  }

  @Test
  void everythingNewIsReadable() throws IOException {
    List<Run> runs = adapter.fromJson(text("tomorrow.json"));
    Run run = runs.get(0);
    WorkflowVersion version = run.workflowVersion();

    assertEquals("PAUSED", run.status().value());
    assertEquals(JsonValue.of("x"), run.additionalProperties().get("tomorrow"));
    assertNotNull(version);
    UnknownWorkflowStep step = assertInstanceOf(UnknownWorkflowStep.class, version.steps().get(9));
    assertEquals("approval", step.type().value());
    assertEquals(JsonValue.of(24), step.json().at("/deadline/hours"));
    assertNull(runs.get(1).usage());
    assertEquals(JsonValue.of("12 credits"), runs.get(1).additionalProperties().get("usage"));
  }

  @Test
  void namesWhatIsNewAndNothingElse() throws IOException {
    TreeSet<String> drifts = new TreeSet<>();
    JsonReader reader = reader(text("tomorrow.json"));
    reader.setTag(
        DriftSink.class,
        (kind, schema, path, found) ->
            drifts.add(kind + " of " + schema + " at " + path + ": " + found.withArticle()));
    List<Run> unused = adapter.fromJson(reader);

    assertEquals(text("tomorrow.drift.txt"), String.join("\n", drifts) + "\n");
  }

  @Test
  void whatTheSpecHasIsNoDrift() throws IOException {
    for (String example : SpecExamples.PAGES) {
      JsonReader reader = reader(SpecExamples.read(example));
      reader.setTag(DriftSink.class, DriftSink.FAIL);
      assertNotNull(adapter.fromJson(reader));
    }
  }

  @Test
  void anythingNewIsAnErrorIfThatIsAskedFor() throws IOException {
    JsonReader reader = reader(text("tomorrow.json"));
    reader.setTag(DriftSink.class, DriftSink.FAIL);
    CortexDataException e = assertThrows(CortexDataException.class, () -> adapter.fromJson(reader));

    assertEquals(
        "Expected no drift from the spec but found unknown value of RunStatus (a string) at path"
            + " $[0].status",
        e.getMessage());
    assertEquals("$[0].status", e.path());
  }

  private static JsonReader reader(String json) {
    return JsonReader.of(new Buffer().writeUtf8(json));
  }

  private static String text(String file) throws IOException {
    return Files.readString(GROWTH.resolve(file), UTF_8);
  }
}
