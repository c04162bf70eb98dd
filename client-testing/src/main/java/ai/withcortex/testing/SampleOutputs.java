package ai.withcortex.testing;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.BranchStep;
import ai.withcortex.model.BrowserStep;
import ai.withcortex.model.CodeStep;
import ai.withcortex.model.HttpRequestStep;
import ai.withcortex.model.InputStep;
import ai.withcortex.model.ModelResponseFormat;
import ai.withcortex.model.ModelStep;
import ai.withcortex.model.ServiceStep;
import ai.withcortex.model.WorkflowCallStep;
import ai.withcortex.model.WorkflowStep;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Invents what a step leaves, in the form that its kind has. */
final class SampleOutputs {
  /** What a step leaves beside its status and times. */
  static final class Result {
    final JsonValue output;
    List<JsonValue> logs = Collections.emptyList();
    List<JsonValue> calls = Collections.emptyList();
    @Nullable String calledRun;

    private Result(JsonValue output) {
      this.output = output;
    }
  }

  private static final JsonValue HTML =
      new JsonObject().put("content-type", "text/html; charset=utf-8").value();
  private static final JsonValue JSON =
      new JsonObject().put("content-type", "application/json").value();

  private final SampleWorkflow workflow;
  private final SampleRandom random;
  private final JsonValue input;

  SampleOutputs(
      SampleWorkflow workflow, SampleRandom random, @Nullable Map<String, JsonValue> input) {
    this.workflow = workflow;
    this.random = random;
    this.input = input == null ? JsonValue.NULL : JsonValue.ofObject(input);
  }

  Result of(WorkflowStep step, long start) {
    return step.accept(new ByKind(start));
  }

  String failure(WorkflowStep step) {
    switch (step.type().known()) {
      case MODEL:
        return random.pick(
            "The model did not answer in time", "The answer is not JSON", "Too many tokens");
      case HTTP_REQUEST:
      case BROWSER:
        return random.pick("Connection refused", "Status 502: Bad gateway", "No such host");
      case CODE:
        return random.pick("TypeError: value is undefined", "Execution took longer than 30 s");
      case SERVICE:
        return random.pick("The connection has expired", "No permission for this action");
      default:
        return "Step could not be run";
    }
  }

  private final class ByKind implements WorkflowStep.Visitor<Result> {
    private final long start;

    ByKind(long start) {
      this.start = start;
    }

    @Override
    public Result visitInputStep(InputStep step) {
      return new Result(input);
    }

    @Override
    public Result visitBranchStep(BranchStep step) {
      JsonObject taken = new JsonObject();
      step.conditions().keySet().forEach(name -> taken.put(name, random.oneIn(2)));
      return new Result(taken.value());
    }

    @Override
    public Result visitCodeStep(CodeStep step) {
      Result result = new Result(workflow.item(random));
      if (random.oneIn(2)) {
        JsonValue count = JsonValue.of(random.between(1, 9));
        result.logs = Arrays.asList(JsonValue.of("elements"), count);
      }
      return result;
    }

    @Override
    public Result visitModelStep(ModelStep step) {
      JsonObject output =
          new JsonObject()
              .put("provider", step.provider().provider())
              .put("model", step.provider().model())
              .put("message", message(step));
      List<JsonValue> tools = step.provider().tools();
      if (tools == null || random.oneIn(3)) {
        return new Result(output.put("index", 0).value());
      }
      String id = random.id("call_");
      JsonValue order = new JsonObject().put("number", random.between(1000, 9999)).value();
      JsonValue found = new JsonObject().put("found", random.oneIn(2)).value();
      JsonObject call = new JsonObject().put("id", id).put("name", "find_order");
      JsonObject called = new JsonObject().put("id", id).put("name", "find_order");
      output.put("tool_calls", array(call.put("input", order).value()));
      output.put("tool_results", array(called.put("output", found).value()));
      Result result = new Result(output.put("index", 1).put("tool_index", 1).value());
      result.calls = Collections.singletonList(call(id, "find_order", found).value());
      return result;
    }

    @Override
    public Result visitHttpRequestStep(HttpRequestStep step) {
      boolean ok = !random.oneIn(6);
      JsonObject output = new JsonObject().put("ok", ok).put("status", ok ? 200 : 409);
      output.put("headers", JSON).put("body", workflow.item(random).json());
      return new Result((ok ? output : output.put("error", "Conflict")).value());
    }

    @Override
    public Result visitBrowserStep(BrowserStep step) {
      JsonObject output = new JsonObject().put("ok", true).put("status", 200);
      return new Result(output.put("headers", HTML).put("body", workflow.answer(random)).value());
    }

    /** The called run answers, and it had called another before. */
    @Override
    public Result visitWorkflowCallStep(WorkflowCallStep step) {
      String run = random.id("run_");
      JsonValue answer = JsonValue.of(workflow.answer(random));
      String called = step.workflowId() == null ? workflow.workflowId() : step.workflowId();
      JsonObject output = new JsonObject().put("run_id", run).put("app_id", workflow.appId());
      output.put("workflow_id", called).put("workflow_app_id", workflow.appId());
      output.put("status", "COMPLETED").put("origin", "WORKFLOW").put("error", JsonValue.NULL);
      JsonValue store = completed(new JsonObject(), "store", answer).put("type", "code").value();
      output.put("result", answer).put("output", new JsonObject().put("store", store).value());
      Result result = new Result(output.value());
      JsonValue inner = call(random.id("call_"), "index", JsonValue.of(true)).value();
      result.calls =
          Collections.singletonList(call(run, "store", answer).put("calls", array(inner)).value());
      result.calledRun = run;
      return result;
    }

    @Override
    public Result visitServiceStep(ServiceStep step) {
      JsonObject output = new JsonObject().put("ok", true).put("id", random.id("msg_"));
      return new Result(output.put("service", step.service().type()).value());
    }

    @Override
    public Result visitUnknown(WorkflowStep step) {
      return new Result(JsonValue.NULL);
    }

    private JsonValue message(ModelStep step) {
      String answer = workflow.answer(random);
      return ModelResponseFormat.JSON.equals(step.provider().responseFormat())
          ? new JsonObject().put("answer", answer).put("urgent", random.oneIn(5)).value()
          : JsonValue.of(answer);
    }

    private JsonObject call(String id, String key, JsonValue output) {
      return completed(new JsonObject().put("id", id), key, output);
    }

    private JsonObject completed(JsonObject step, String key, JsonValue output) {
      step.put("status", "COMPLETED").put("key", key).put("output", output);
      return step.put("start", start).put("end", start + 1);
    }

    private JsonValue array(JsonValue element) {
      return JsonValue.ofArray(Collections.singletonList(element));
    }
  }
}
