package ai.withcortex.testing;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.BranchCondition;
import ai.withcortex.model.BranchStep;
import ai.withcortex.model.BrowserStep;
import ai.withcortex.model.CodeStep;
import ai.withcortex.model.HttpMethod;
import ai.withcortex.model.HttpRequestStep;
import ai.withcortex.model.InputStep;
import ai.withcortex.model.ModelProvider;
import ai.withcortex.model.ModelResponseFormat;
import ai.withcortex.model.ModelStep;
import ai.withcortex.model.ModelToolsMode;
import ai.withcortex.model.NoteStep;
import ai.withcortex.model.ServiceCall;
import ai.withcortex.model.ServiceDefinition;
import ai.withcortex.model.ServiceStep;
import ai.withcortex.model.StepModelDefaults;
import ai.withcortex.model.WorkflowCallStep;
import ai.withcortex.model.WorkflowStep;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The steps of {@link ReturnsDesk}: one of each kind, with every property set somewhere. */
final class ReturnsDeskSteps {
  private ReturnsDeskSteps() {}

  static List<WorkflowStep> all(String prompt) {
    return Arrays.asList(
        note(),
        input(),
        classify(prompt),
        route(),
        order(),
        policy(),
        prices(),
        archive(),
        notifyTeam());
  }

  static List<WorkflowStep> few() {
    return Arrays.asList(
        input(),
        ModelStep.builder()
            .key("answer")
            .provider(
                ModelProvider.builder()
                    .provider("example")
                    .model("example-small")
                    .messages(JsonValue.of("Answer this ticket: {{ start.ticket }}"))
                    .responseFormat(ModelResponseFormat.TEXT)
                    .build())
            .build(),
        WorkflowCallStep.builder()
            .key("archive")
            .input(JsonValue.of("{{ answer }}"))
            .stepKey("store")
            .workflowId("work_9")
            .workflowVersionId(JsonValue.of("latest"))
            .build());
  }

  /** The definitions of the input fields. */
  static Map<String, JsonValue> fields() {
    return new JsonObject()
        .put("ticket", field("string", "Ticket").put("desc", "What the customer wrote").value())
        .put("order_number", field("number", "Order number").put("optional", true).value())
        .put("priority", field("select", "Priority").put("optional", true).value())
        .members();
  }

  private static JsonObject field(String type, String name) {
    return new JsonObject().put("type", type).put("name", name);
  }

  private static WorkflowStep note() {
    return NoteStep.builder()
        .key("about")
        .note("## Returns desk\nReads a ticket, *looks up the order* and answers.")
        .addPosition(new BigDecimal("-120.5"), BigDecimal.ZERO)
        .addSize(BigDecimal.valueOf(320), BigDecimal.valueOf(180))
        .build();
  }

  private static WorkflowStep input() {
    return InputStep.builder()
        .key("start")
        .input(fields())
        .inputConnected(true)
        .addDestination("classify")
        .build();
  }

  private static WorkflowStep classify(String prompt) {
    return ModelStep.builder()
        .key("classify")
        .throwOnError(true)
        .addDestination("route")
        .auto(
            StepModelDefaults.builder()
                .provider("openai")
                .model("gpt-4o-mini")
                .temperature(new BigDecimal("0.2"))
                .build())
        .provider(provider(prompt))
        .build();
  }

  private static ModelProvider provider(String prompt) {
    JsonValue system = new JsonObject().put("role", "system").put("content", prompt).value();
    JsonValue user =
        new JsonObject().put("role", "user").put("content", "{{ start.ticket }}").value();
    JsonValue tool =
        new JsonObject()
            .put("name", "find_customer")
            .put("description", "Finds a customer by order number")
            .put("input", JsonValue.ofObject(fields()))
            .value();
    return ModelProvider.builder()
        .provider("openai")
        .model("gpt-4o-mini")
        .messages(JsonValue.ofArray(Arrays.asList(system, user)))
        .temperature(new BigDecimal("0.20"))
        .responseFormat(ModelResponseFormat.JSON)
        .maxTokens(500)
        .addTools(JsonValue.of("find_order"), tool)
        .toolsParallel(false)
        .toolsMode(ModelToolsMode.AUTO)
        .maxIterations(3)
        .features(JsonObject.strings("vision"))
        .build();
  }

  private static WorkflowStep route() {
    return BranchStep.builder()
        .key("route")
        .putCondition(
            "refund",
            BranchCondition.builder()
                .condition("{{ classify.message.answer contains 'money' }}")
                .addDestinations("order", "policy")
                .order(BigDecimal.ZERO)
                .build())
        .putCondition(
            "question",
            BranchCondition.builder().addDestination("policy").order(new BigDecimal("1.5")).build())
        .addOtherwise("notify")
        .build();
  }

  private static WorkflowStep order() {
    return HttpRequestStep.builder()
        .key("order")
        .conditional("{{ start.order_number != null }}")
        .url("https://shop.example/orders/{{ start.order_number }}/returns")
        .method(HttpMethod.POST)
        .putHeader("content-type", "application/json")
        .body("{\"reason\": \"{{ classify.message.answer }}\"}")
        .build();
  }

  private static WorkflowStep policy() {
    return BrowserStep.builder()
        .key("policy")
        .url("https://shop.example/returns")
        .stripHtml(true)
        .waitForSelector("main > article")
        .build();
  }

  private static WorkflowStep prices() {
    return CodeStep.builder()
        .key("prices")
        .loop("{{ order.body.items }}")
        .code(
            "console.log('elements', value.length);\n"
                + "return { sku: value.sku, price: value.price };")
        .build();
  }

  private static WorkflowStep archive() {
    return WorkflowCallStep.builder()
        .key("archive")
        .input(new JsonObject().put("text", "{{ start.ticket }}").value())
        .putAdditionalProperty("step_key", JsonValue.NULL)
        .workflowId("work_9")
        .workflowVersionId(JsonValue.of(7))
        .build();
  }

  private static WorkflowStep notifyTeam() {
    return ServiceStep.builder()
        .key("notify")
        .throwOnError(false)
        .service(
            ServiceCall.builder()
                .type("SLACK")
                .action("SEND_MESSAGE")
                .addDefinition(
                    ServiceDefinition.builder()
                        .path("channel")
                        .definition(field("string", "Channel").value())
                        .build())
                .input(
                    new JsonObject().put("channel", "returns").put("text", "{{ prices }}").value())
                .build())
        .build();
  }
}
