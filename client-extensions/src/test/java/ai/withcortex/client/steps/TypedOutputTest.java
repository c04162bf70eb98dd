package ai.withcortex.client.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.withcortex.model.StepType;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked // What is null fails the test.
final class TypedOutputTest {
  private static final class Kinds implements TypedOutput.Visitor<String> {
    @Override
    public String visitModel(ModelOutput value) {
      return "model";
    }

    @Override
    public String visitHttpRequest(HttpOutput value) {
      return "http request";
    }

    @Override
    public String visitBrowser(HttpOutput value) {
      return "browser";
    }

    @Override
    public String visitWorkflowCall(WorkflowCallOutput value) {
      return "workflow call";
    }

    @Override
    public String visitBranch(OpenOutput value) {
      return "branch";
    }

    @Override
    public String visitCode(OpenOutput value) {
      return "code";
    }

    @Override
    public String visitService(OpenOutput value) {
      return "service";
    }

    @Override
    public String visitUnknown(TypedOutput value) {
      return "unknown";
    }
  }

  @ParameterizedTest
  @CsvSource({
    "model, model, ModelOutput",
    "http_request, http request, HttpOutput",
    "browser, browser, HttpOutput",
    "workflow, workflow call, WorkflowCallOutput",
    "branch, branch, OpenOutput",
    "code, code, OpenOutput",
    "service, service, OpenOutput",
    "input, unknown, OpenOutput",
    "note, unknown, OpenOutput",
    "juggle, unknown, OpenOutput",
  })
  void isReadAndVisitedAsWhatTheTypeSays(String type, String visited, String read) {
    for (String json : new String[] {"{}", "'<any>'", "null", "7"}) {
      TypedOutput output = OutputRun.only("{'type':'" + type + "','output':" + json + "}").output();
      assertEquals(read, output.getClass().getSimpleName());
      assertEquals(StepType.of(type), output.type());
      assertEquals(OutputRun.json(json), output.json());
      assertEquals(visited, output.accept(new Kinds()));
      assertEquals("unknown, " + type, output.accept(value -> "unknown, " + value.type()));
    }
  }

  @Test
  void isUnknownIfNothingTellsTheType() {
    TypedOutput output = OutputRun.only("{'output':{'a':1}}").output();
    assertNull(output.type());
    assertEquals("unknown", output.accept(new Kinds()));
  }

  @Test
  void anOpenOutputIsAMapIfItIsAnObject() {
    OpenOutput branch = (OpenOutput) OutputRun.only("{'output':{'a':true}}").output();
    assertEquals(Map.of("a", OutputRun.json("true")), branch.asMap());
    assertEquals(Map.of(), ((OpenOutput) OutputRun.only("{'output':[]}").output()).asMap());
  }

  @Test
  void headersAreFoundInAnyCase() {
    HttpOutput output =
        (HttpOutput)
            OutputRun.only("{'type':'browser','output':{'headers':{'Content-Type':'a'}}}").output();
    assertEquals("a", output.headers().get("content-type"));
    assertThrows(UnsupportedOperationException.class, () -> output.headers().clear());
  }
}
