package ai.withcortex.client.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.client.CortexJson;
import ai.withcortex.client.SpecExamples;
import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.model.BranchStep;
import ai.withcortex.model.BrowserStep;
import ai.withcortex.model.CodeStep;
import ai.withcortex.model.HttpRequestStep;
import ai.withcortex.model.InputStep;
import ai.withcortex.model.ModelStep;
import ai.withcortex.model.NoteStep;
import ai.withcortex.model.Run;
import ai.withcortex.model.ServiceStep;
import ai.withcortex.model.StepType;
import ai.withcortex.model.UnknownWorkflowStep;
import ai.withcortex.model.WorkflowCallStep;
import ai.withcortex.model.WorkflowStep;
import ai.withcortex.model.WorkflowVersion;
import com.squareup.moshi.JsonAdapter;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StepJsonAdapterFactoryTest {
  /** A kind that no version knows; with odd spacing, escapes and numbers, all to be kept. */
  private static final String TENTH =
      "{ \"key\" : \"a\\u0067ent\",\"goal\":{\"n\": [1.0, 1e400, -0 ]} , \"type\":\"juggle\",\"loop\":\"x\" }";

  private static final String PAGE =
      "[{\"id\":\"r\",\"input\":null,\"output\":{},\"status\":\"FAILED\",\"origin\":\"TEST\","
          + "\"started_at\":null,\"ended_at\":null,\"app_id\":\"a\",\"workflow_app_id\":\"a\","
          + "\"workflow_id\":\"w\",\"workflow_version_draft\":null,\"created_at\":null,"
          + "\"updated_at\":null,\"workflow_version\":{\"id\":\"v\",\"steps\":["
          + "{\"type\":\"note\",\"key\":\"1\",\"note\":\"n\"},"
          + "{\"type\":\"input\",\"key\":\"2\",\"input\":{}},"
          + "{\"type\":\"branch\",\"key\":\"3\",\"conditions\":{},\"else\":[\"4\"]},"
          + "{\"type\":\"code\",\"key\":\"4\",\"code\":\"c\"},"
          + "{\"type\":\"model\",\"key\":\"5\",\"provider\":{\"provider\":\"p\",\"model\":\"m\",\"messages\":[]}},"
          + "{\"type\":\"http_request\",\"key\":\"6\",\"url\":\"u\"},"
          + "{\"type\":\"browser\",\"key\":\"7\",\"url\":\"u\"},"
          + "{\"type\":\"workflow\",\"key\":\"8\",\"input\":null},"
          + "{\"key\":\"9\",\"service\":{\"type\":\"SLACK\",\"action\":\"send\",\"input\":{}},\"type\":\"service\"},"
          + TENTH
          + "]}}]";

  private final JsonAdapter<WorkflowStep> adapter = CortexJson.moshi().adapter(WorkflowStep.class);

  @Test
  void readsNineKindsAndATenthInOnePage() throws IOException {
    JsonAdapter<List<Run>> pages = SpecExamples.pageAdapter(CortexJson.moshi());
    Run run = pages.fromJson(PAGE).get(0);
    List<WorkflowStep> steps =
        assertInstanceOf(WorkflowVersion.class, run.workflowVersion()).steps();

    assertEquals("n", assertInstanceOf(NoteStep.class, steps.get(0)).note());
    assertTrue(assertInstanceOf(InputStep.class, steps.get(1)).input().isEmpty());
    assertEquals(List.of("4"), assertInstanceOf(BranchStep.class, steps.get(2)).otherwise());
    assertEquals("c", assertInstanceOf(CodeStep.class, steps.get(3)).code());
    assertEquals("m", assertInstanceOf(ModelStep.class, steps.get(4)).provider().model());
    assertEquals("u", assertInstanceOf(HttpRequestStep.class, steps.get(5)).url());
    assertEquals("u", assertInstanceOf(BrowserStep.class, steps.get(6)).url());
    assertTrue(assertInstanceOf(WorkflowCallStep.class, steps.get(7)).input().isNull());
    assertEquals("SLACK", assertInstanceOf(ServiceStep.class, steps.get(8)).service().type());

    UnknownWorkflowStep tenth = assertInstanceOf(UnknownWorkflowStep.class, steps.get(9));
    assertEquals(TENTH, tenth.json().json());
    assertEquals("agent", tenth.key());
    assertEquals("x", tenth.loop());
    assertEquals(StepType.of("juggle"), tenth.type());
    assertFalse(tenth.type().isKnown());
    assertEquals(Set.of("goal"), tenth.additionalProperties().keySet());
    assertEquals(TENTH, adapter.toJson(tenth));
  }

  @Test
  void takesEveryLabelFromWhatIsGenerated() {
    Set<String> labels = new TreeSet<>(WorkflowStep.UNION.variants().keySet());
    Set<String> types = new TreeSet<>();
    StepType.knownValues().forEach(type -> types.add(type.value()));
    assertEquals(types, labels);
  }

  @Test
  void visitsTheKindThatItIs() throws IOException {
    WorkflowStep.Visitor<String> visitor =
        new WorkflowStep.Visitor<>() {
          @Override
          public String visitNoteStep(NoteStep step) {
            return "note " + step.note();
          }

          @Override
          public String visitUnknown(WorkflowStep step) {
            return "other " + step.type();
          }
        };
    assertEquals("note n", step("{'type':'note','key':'k','note':'n'}").accept(visitor));
    assertEquals("other code", step("{'type':'code','key':'k','code':'c'}").accept(visitor));
    assertEquals("other juggle", adapter.fromJson(TENTH).accept(visitor));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {'key':'k','note':'n'}          | Required property 'type' of UnknownWorkflowStep is missing at path $
          {'type':7,'key':'k'}            | Expected a string for 'type' of UnknownWorkflowStep but found a number at path $.type
          {'type':'note','key':'k'}       | Required property 'note' of NoteStep is missing at path $
          {'type':'juggle'}                | Required property 'key' of UnknownWorkflowStep is missing at path $
          []                              | Expected an object but found an array at path $
          null                            | Expected an object but found null at path $
          """)
  void refuses(String json, String message) {
    assertEquals(message, assertThrows(CortexDataException.class, () -> step(json)).getMessage());
  }

  private WorkflowStep step(String json) throws IOException {
    return adapter.fromJson(json.replace('\'', '"'));
  }
}
