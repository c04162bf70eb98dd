package ai.withcortex.client.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.StepType;
import ai.withcortex.model.WorkflowStep;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Views are values: equal if they read the same JSON in the same way. */
final class EqualViewsTest {
  private static final WorkflowStep CODE = OutputRun.step("{'type':'code','key':'k','code':'c'}");
  private static final WorkflowStep LOOP =
      OutputRun.step("{'type':'code','key':'k','code':'c','loop':'x'}");

  @Test
  void allOfTheseDiffer() {
    Set<Object> views = new HashSet<>();
    Set<Integer> hashCodes = new HashSet<>();
    for (Object view : views()) {
      assertEquals(view, view);
      assertFalse(view.equals(null));
      assertNotEquals(view, "other");
      views.add(view);
      hashCodes.add(view.hashCode());
    }
    assertEquals(views().size(), views.size());
    assertFalse(hashCodes.size() < views.size() / 2);
  }

  @Test
  void eachIsEqualToAnotherOfTheSameContent() {
    assertEquals(views(), views());
    assertEquals(views().hashCode(), views().hashCode());
  }

  private static List<Object> views() {
    JsonValue json = OutputRun.json("{'a':{'type':'x'}}");
    return List.of(
        StepOutput.of("k", json, null),
        StepOutput.of("k", json, CODE),
        StepOutput.of("k", json, LOOP),
        StepOutput.of("l", json, null),
        StepOutput.of("k", OutputRun.json("{}"), null),
        StepOutputs.ofCalledRun(json),
        StepOutputs.ofCalledRun(OutputRun.json("{'a':{'type':'y'}}")),
        InputFields.of(json),
        new ModelOutput(json),
        new ModelOutput(OutputRun.json("{}")),
        new HttpOutput(json, true),
        new HttpOutput(json, false),
        new WorkflowCallOutput(json),
        new OpenOutput(json, null),
        new OpenOutput(json, StepType.CODE),
        new ToolCall(json),
        new ToolResult(json),
        new ModelMessage(json),
        new ContentPart(json),
        new ModelTool(json),
        new InputField("k", json),
        new InputField("l", json));
  }
}
