package ai.withcortex.client.steps;

import static java.util.Objects.requireNonNull;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.ModelProvider;
import ai.withcortex.model.ModelStep;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The prompt for a model and the tools that the model may call ({@code model.provider} in the API).
 *
 * <pre>{@code
 * ModelPrompt prompt = ModelPrompt.of(step);
 * for (ModelMessage message : prompt.messages()) {
 *   if (MessageRole.SYSTEM.equals(message.role())) {
 *     System.out.println(message.text());
 *   }
 * }
 * }</pre>
 *
 * <p>{@link #json()} returns the JSON of the messages, which can be any kind of value. Each tool
 * has its own JSON.
 *
 * <p>The text may contain expressions such as {@code {{ start.ticket }}}, which the API replaces
 * when a run reaches the step. Immutable and thread-safe.
 */
public final class ModelPrompt extends JsonView {
  private final List<JsonValue> tools;

  private ModelPrompt(JsonValue messages, List<JsonValue> tools) {
    super(messages, tools);
    this.tools = tools;
  }

  /** Returns the prompt of a step. */
  public static ModelPrompt of(ModelStep step) {
    return of(requireNonNull(step, "step == null").provider());
  }

  /** Returns the prompt in the provider settings of a step. */
  public static ModelPrompt of(ModelProvider provider) {
    List<JsonValue> tools = requireNonNull(provider, "provider == null").tools();
    return new ModelPrompt(provider.messages(), tools == null ? Collections.emptyList() : tools);
  }

  /** Returns the prompt if it is a plain string, or null if it is a list of messages. */
  public @Nullable String text() {
    return json().kind() == JsonValue.Kind.STRING ? json().asString() : null;
  }

  /** Returns the messages of the prompt, in order. Empty if the prompt is a plain string. */
  public List<ModelMessage> messages() {
    return new MappedList<>(elements(json()), ModelMessage::new);
  }

  /** Returns the tools that the model may call. */
  public List<ModelTool> tools() {
    return new MappedList<>(tools, ModelTool::new);
  }

  /** Returns a string with the number of messages and the number of tools. */
  @Override
  public String toString() {
    return describe("messages", messages().size(), "tools", tools.size());
  }
}
