package ai.withcortex.client.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.InputStep;
import ai.withcortex.model.ModelProvider;
import ai.withcortex.model.ModelStep;
import ai.withcortex.model.Run;
import ai.withcortex.model.StepType;
import ai.withcortex.model.WorkflowVersionDraft;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@NullUnmarked // What is null fails the test.
final class StepOutputsTest {
  private static final String CODE = "{'type':'code','key':'c','code':''}";
  private static final String LOOP = "{'type':'code','key':'c','code':'','loop':'x'}";

  @Test
  void keepsTheOrderOfTheRunAndFindsByKey() {
    Run run = OutputRun.of("{'z':{'key':'other'},'a':'<any>','m':{}}");
    StepOutputs outputs = StepOutputs.of(run);

    assertEquals(List.of("z", "a", "m"), keys(outputs));
    assertEquals(3, outputs.size());
    assertFalse(outputs.isEmpty());
    assertSame(outputs.asList().get(1), outputs.get("a"));
    assertEquals(JsonValue.of("<any>"), outputs.asList().get(1).json());
    assertNull(outputs.get("other"));
    assertEquals(run.output(), outputs.json().asMap());
  }

  @Test
  void aRunThatHasNotBegunHasNone() {
    StepOutputs outputs = StepOutputs.of(OutputRun.of("{}"));
    assertTrue(outputs.isEmpty());
    assertEquals("{}", outputs.json().json());
    assertEquals(List.of(), outputs.failed());
    assertEquals(Map.of(), outputs.durations());
    assertEquals(Map.of(), outputs.modelOutputs());
  }

  @Test
  void takesTheTypeFromTheVersionOrElseTheDraft() {
    String output = "{'c':{},'n':{'type':'note'},'x':{}}";
    assertNull(StepOutputs.of(OutputRun.of(output)).get("c").type());
    for (Run run : List.of(OutputRun.ofVersion(output, CODE), OutputRun.ofDraft(output, CODE))) {
      assertEquals(StepType.CODE, StepOutputs.of(run).get("c").type());
      assertEquals(StepType.NOTE, StepOutputs.of(run).get("n").type());
      assertNull(StepOutputs.of(run).get("x").type());
    }
  }

  @Test
  void theOutputAndTheVersionSayMoreThanTheDraft() {
    WorkflowVersionDraft draft =
        OutputRun.ofDraft("{}", "{'type':'note','key':'c','note':''}", CODE.replace("'c'", "'d'"))
            .workflowVersionDraft();
    Run run =
        OutputRun.ofVersion(
                "{'c':{},'d':{},'e':{'type':'model'}}", CODE, CODE.replace("'c'", "'e'"))
            .toBuilder()
            .workflowVersionDraft(draft)
            .build();
    StepOutputs outputs = StepOutputs.of(run);
    assertEquals(StepType.CODE, outputs.get("c").type());
    assertEquals(StepType.CODE, outputs.get("d").type());
    assertEquals(StepType.MODEL, outputs.get("e").type());
  }

  @Test
  void anArrayOfAnOpenTypeIsOneOutputUnlessTheStepLoops() {
    String output = "{'c':{'output':[1,[2],null]}}";
    StepOutput single = StepOutputs.of(OutputRun.ofVersion(output, CODE)).get("c");
    assertFalse(single.isLooped());
    assertEquals("[1,[2],null]", single.output().json().json());
    assertEquals(1, single.outputs().size());

    StepOutput looped = StepOutputs.of(OutputRun.ofVersion(output, LOOP)).get("c");
    assertTrue(looped.isLooped());
    assertNull(looped.output());
    assertEquals(
        List.of("1", "[2]", "null"),
        looped.outputs().stream().map(element -> element.json().json()).toList());
    assertEquals(StepType.CODE, looped.outputs().get(1).type());
  }

  @Test
  void aLoopThatLeftNoArrayHasOneOutput() {
    Run run = OutputRun.ofVersion("{'c':{'output':{'a':1}}}", LOOP);
    assertEquals("{\"a\":1}", StepOutputs.of(run).get("c").output().json().json());
    assertNull(StepOutputs.of(OutputRun.ofVersion("{'c':{}}", LOOP)).get("c").output());
  }

  @Test
  void callsAreTypedByWhatTheySayThemselves() {
    StepOutput output =
        StepOutputs.of(OutputRun.ofVersion("{'c':{'calls':[{'key':'c','id':'1'}]}}", CODE))
            .get("c");
    assertNull(output.calls().get("c").type());
  }

  @Test
  void theFirstCallOfAKeyIsFound() {
    StepOutputs calls =
        OutputRun.only("{'calls':[{'key':'k','id':'1'},{'key':'k','id':'2'}, 3]}").calls();
    assertEquals("1", calls.get("k").id());
    assertEquals(3, calls.size());
    assertEquals("3", calls.get("").json().json());
    assertEquals(
        "[{\"key\":\"k\",\"id\":\"1\"},{\"key\":\"k\",\"id\":\"2\"}, 3]", calls.json().json());
  }

  @Test
  void failedStepsComeWithFailedCalls() {
    StepOutputs outputs =
        StepOutputs.of(
            OutputRun.of(
                "{'a':{'status':'COMPLETED','calls':[{'key':'a1','calls':["
                    + "{'key':'a11','status':'FAILED'}]}]},"
                    + "'b':{'status':'FAILED','calls':[{'key':'b1','status':'FAILED'}]},"
                    + "'c':{'status':'failed'},'d':'FAILED',"
                    + "'e':{'type':'workflow','output':{'output':{'e1':{'status':'FAILED'}}}}}"));
    assertEquals(
        List.of("a11", "b", "b1"), outputs.failed().stream().map(StepOutput::key).toList());
    assertThrows(UnsupportedOperationException.class, () -> outputs.failed().clear());
  }

  @Test
  void durationsAreThoseOfStepsThatHaveEnded() {
    Map<String, Duration> durations =
        StepOutputs.of(
                OutputRun.of(
                    "{'b':{'start':1,'end':2.5},'a':{'start':5},'c':{'end':5},'d':{'start':1,'end':1}}"))
            .durations();
    assertEquals(List.of("b", "d"), new ArrayList<>(durations.keySet()));
    assertEquals(Duration.ofNanos(1_500_000), durations.get("b"));
    assertEquals(Duration.ZERO, durations.get("d"));
    assertThrows(UnsupportedOperationException.class, durations::clear);
  }

  @Test
  void modelOutputsAreThoseOfModelSteps() {
    Run run =
        OutputRun.ofVersion(
            "{'m':{'output':{'message':'1'}},'n':{'type':'model','output':[{'message':'2'},"
                + "{'message':'3'}]},'c':{'type':'code','output':{'message':'4'}},"
                + "'o':{'type':'model'}, 'p':{'type':'model','output':[]}}",
            "{'type':'model','key':'m','provider':{'provider':'p','model':'m','messages':''}}");
    Map<String, List<ModelOutput>> answers = StepOutputs.of(run).modelOutputs();
    assertEquals(List.of("m", "n"), new ArrayList<>(answers.keySet()));
    assertEquals(List.of("1"), answers.get("m").stream().map(ModelOutput::text).toList());
    assertEquals(List.of("2", "3"), answers.get("n").stream().map(ModelOutput::text).toList());
    assertThrows(UnsupportedOperationException.class, answers::clear);
  }

  @Test
  void calledWorkflowsHaveStepsToo() {
    WorkflowCallOutput call =
        assertInstanceOf(
            WorkflowCallOutput.class,
            OutputRun.only(
                    "{'type':'workflow','output':{'output': { 'x':{'type':'model','output':{'model':'m'}}}}}")
                .output());
    assertEquals("m", call.output().modelOutputs().get("x").get(0).model());
    assertEquals(
        "{ \"x\":{\"type\":\"model\",\"output\":{\"model\":\"m\"}}}", call.output().json().json());
  }

  @Test
  void nothingCanBeChanged() {
    StepOutput output = OutputRun.only("{'logs':[1],'output':[2],'calls':[{}],'type':'model'}");
    assertThrows(UnsupportedOperationException.class, () -> output.logs().clear());
    assertThrows(UnsupportedOperationException.class, () -> output.outputs().remove(0));
    assertThrows(UnsupportedOperationException.class, () -> output.calls().asList().clear());
    assertThrows(UnsupportedOperationException.class, () -> iterateAndRemove(output.calls()));
  }

  private static void iterateAndRemove(StepOutputs outputs) {
    var iterator = outputs.iterator();
    iterator.next();
    iterator.remove();
  }

  @Test
  void callsMayNestAsDeepAsJsonDoes() {
    int depth = 126;
    String calls =
        "{'calls':[".repeat(depth) + "{'status':'FAILED','key':'deep'}" + "]}".repeat(depth);
    StepOutputs outputs = StepOutputs.of(OutputRun.of("{'s':" + calls + "}"));
    assertEquals(List.of("deep"), outputs.failed().stream().map(StepOutput::key).toList());
    assertEquals("StepOutputs{size=1}", outputs.toString());
    assertEquals(outputs, StepOutputs.of(OutputRun.of("{'s':" + calls + "}")));
  }

  @Test
  void thousandsOfStepsAreRead() {
    StringBuilder output = new StringBuilder("{");
    String[] steps = new String[5000];
    for (int i = 0; i < 5000; i++) {
      output.append(i == 0 ? "" : ",");
      output.append("'").append(i).append("':{'start':1,'end':2,'output':{'message':'x'}}");
      steps[i] =
          "{'type':'model','key':'"
              + i
              + "','provider':{'provider':'p','model':'m','messages':''}}";
    }
    Run run = OutputRun.ofVersion(output.append('}').toString(), steps);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          StepOutputs outputs = StepOutputs.of(run);
          for (int i = 0; i < 5000; i++) {
            assertEquals(StepType.MODEL, outputs.get(String.valueOf(i)).type());
          }
          assertEquals(5000, outputs.durations().size());
          assertEquals(5000, outputs.modelOutputs().size());
          assertEquals(List.of(), outputs.failed());
        });
  }

  @Test
  void thousandsOfTurnsOfALoopAreRead() {
    String turns = "{'message':'x'},".repeat(4999) + "{'message':'last'}";
    StepOutput output = OutputRun.only("{'type':'model','output':[" + turns + "]}");
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (int i = 0; i < output.outputs().size(); i++) {
            assertInstanceOf(ModelOutput.class, output.outputs().get(i));
          }
        });
    assertEquals("last", ((ModelOutput) output.outputs().get(4999)).text());
  }

  @Test
  void argumentsAreCheckedAtTheDoor() {
    assertRefused("key == null", () -> StepOutputs.of(OutputRun.of("{}")).get(null));
    assertRefused("run == null", () -> StepOutputs.of(null));
    assertRefused("run == null", () -> Credits.of((Run) null));
    assertRefused("step == null", () -> ModelPrompt.of((ModelStep) null));
    assertRefused("provider == null", () -> ModelPrompt.of((ModelProvider) null));
    assertRefused("step == null", () -> InputFields.of((InputStep) null));
    assertRefused("definition == null", () -> InputFields.of((JsonValue) null));
  }

  private static void assertRefused(String message, Executable call) {
    assertEquals(message, assertThrows(NullPointerException.class, call).getMessage());
  }

  @Test
  void theFirstDefinitionOfAKeyCounts() {
    Run run = OutputRun.ofVersion("{'c':{}}", CODE, "{'type':'note','key':'c','note':''}");
    assertEquals(Set.of(StepType.CODE), Set.of(StepOutputs.of(run).get("c").type()));
  }

  private static List<String> keys(StepOutputs outputs) {
    List<String> keys = new ArrayList<>();
    outputs.forEach(output -> keys.add(output.key()));
    return keys;
  }
}
