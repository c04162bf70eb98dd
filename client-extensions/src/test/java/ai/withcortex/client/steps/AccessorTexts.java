package ai.withcortex.client.steps;

import static java.util.Objects.requireNonNull;

import ai.withcortex.core.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all accessors of an object say, in one line; without those that are null or empty. */
final class AccessorTexts {
  private final List<String> texts = new ArrayList<>();

  private AccessorTexts() {}

  static String of(String type, JsonValue json) {
    return switch (type) {
      case "step" -> step(OutputRun.only(json.json()));
      case "call" ->
          step(OutputRun.only("{\"calls\":[" + json.json() + "]}").calls().asList().get(0));
      case "model" -> model(new ModelOutput(json));
      case "http" -> http(new HttpOutput(json, false));
      case "workflow" -> workflow(new WorkflowCallOutput(json));
      case "message" -> message(new ModelMessage(json));
      case "part" -> part(new ContentPart(json));
      case "tool" -> tool(new ModelTool(json));
      case "field" -> field(new InputField("f", json));
      default -> throw new AssertionError(type);
    };
  }

  private static String step(StepOutput output) {
    return new AccessorTexts()
        .add("key", output.key().equals("only") ? null : output.key())
        .add("id", output.id())
        .add("status", output.status())
        .add("type", output.type())
        .add("start", output.start())
        .add("end", output.end())
        .add("duration", output.duration())
        .add("error", output.error())
        .add("logs", output.logs())
        .add("calls", output.calls().stream().map(AccessorTexts::step).toList())
        .add("output", output.output() == null ? null : output.output().json())
        .add("looped", output.isLooped() ? output.outputs().size() : null)
        .toString();
  }

  private static String model(ModelOutput output) {
    return new AccessorTexts()
        .add("provider", output.provider())
        .add("model", output.model())
        .add("message", output.message())
        .add("text", output.text())
        .add("toolCalls", output.toolCalls().stream().map(AccessorTexts::toolCall).toList())
        .add("toolResults", output.toolResults().stream().map(AccessorTexts::toolResult).toList())
        .add("refusal", output.refusal())
        .add("index", output.index())
        .add("toolIndex", output.toolIndex())
        .add("raw", output.raw())
        .toString();
  }

  private static String http(HttpOutput output) {
    return new AccessorTexts()
        .add("ok", output.ok())
        .add("status", output.status())
        .add("headers", output.headers())
        .add("body", output.body())
        .add("error", output.error())
        .toString();
  }

  private static String workflow(WorkflowCallOutput output) {
    return new AccessorTexts()
        .add("runId", output.runId())
        .add("appId", output.appId())
        .add("workflowId", output.workflowId())
        .add("workflowAppId", output.workflowAppId())
        .add("status", output.status())
        .add("origin", output.origin())
        .add("error", output.error())
        .add("total", output.usage() == null ? null : output.usage().total())
        .add("result", output.result())
        .add("output", output.output().stream().map(StepOutput::key).toList())
        .toString();
  }

  private static String message(ModelMessage message) {
    return new AccessorTexts()
        .add("role", message.role())
        .add("content", message.content())
        .add("text", message.text())
        .add("parts", message.parts().stream().map(AccessorTexts::part).toList())
        .add("toolCalls", message.toolCalls().stream().map(AccessorTexts::toolCall).toList())
        .add("toolResults", message.toolResults().stream().map(AccessorTexts::toolResult).toList())
        .toString();
  }

  private static String part(ContentPart part) {
    return new AccessorTexts()
        .add("type", part.type())
        .add("text", part.text())
        .add("url", part.url())
        .toString();
  }

  private static String tool(ModelTool tool) {
    return new AccessorTexts()
        .add("name", tool.name())
        .add("description", tool.description())
        .add("input", tool.input().stream().map(InputField::key).toList())
        .toString();
  }

  private static String field(InputField field) {
    return new AccessorTexts()
        .add("type", field.type())
        .add("name", field.name())
        .add("desc", field.desc())
        .add("optional", field.optional())
        .add("array", field.array())
        .add("placeholder", field.placeholder())
        .add("layout", field.display() == null ? null : field.display().field())
        .add("order", field.order())
        .add("config", field.config())
        .add("link", field.link())
        .add("fields", field.fields().stream().map(InputField::key).toList())
        .toString();
  }

  private static String toolCall(ToolCall call) {
    return new AccessorTexts()
        .add("id", call.id())
        .add("name", call.name())
        .add("input", call.input())
        .toString();
  }

  private static String toolResult(ToolResult result) {
    return new AccessorTexts()
        .add("id", result.id())
        .add("name", result.name())
        .add("output", result.output())
        .toString();
  }

  private AccessorTexts add(String name, @Nullable Object value) {
    boolean isEmpty =
        value == null
            || (value instanceof Collection<?> list && list.isEmpty())
            || (value instanceof Map<?, ?> map && map.isEmpty());
    if (!isEmpty) {
      texts.add(name + "=" + text(requireNonNull(value)));
    }
    return this;
  }

  private static Object text(Object value) {
    if (value instanceof JsonValue json) {
      return json.json().replace('"', '\'');
    } else if (value instanceof List<?> list) {
      return list.stream().map(AccessorTexts::text).toList();
    } else if (value instanceof Map<?, ?> map) {
      return new LinkedHashMap<>(map);
    }
    return value;
  }

  @Override
  public String toString() {
    return texts.isEmpty() ? "nothing" : String.join(" ", texts);
  }
}
