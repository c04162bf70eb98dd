package ai.withcortex.client.steps;

import static java.util.Objects.requireNonNull;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.ModelProvider;
import ai.withcortex.model.ModelStep;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model is asked, and which tools it may call ({@code model.provider} of the API).
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
 * <p>{@link #json()} is that of the messages, whatever it is; that of the tools is with each of
 * them.
 *
 * <p>Texts may hold expressions such as {@code {{ start.ticket }}}, which the API fills in when a
 * run comes to the step. Immutable, and safe for use by several threads.
 */
public final class ModelPrompt extends JsonView {
  private final List<JsonValue> tools;

  private ModelPrompt(JsonValue messages, List<JsonValue> tools) {
    super(messages, tools);
    this.tools = tools;
  }

  /** What a step asks its model. */
  public static ModelPrompt of(ModelStep step) {
    return of(requireNonNull(step, "step == null").provider());
  }

  /** The same for the part of a step that says which model to ask. */
  public static ModelPrompt of(ModelProvider provider) {
    List<JsonValue> tools = requireNonNull(provider, "provider == null").tools();
    return new ModelPrompt(provider.messages(), tools == null ? Collections.emptyList() : tools);
  }

  /** The prompt if it is a plain string; null if it is a list of messages. */
  public @Nullable String text() {
    return json().kind() == JsonValue.Kind.STRING ? json().asString() : null;
  }

  /** The messages of the prompt in their order; empty if it is a plain string. */
  public List<ModelMessage> messages() {
    return new MappedList<>(elements(json()), ModelMessage::new);
  }

  /** The tools that the model may call. */
  public List<ModelTool> tools() {
    return new MappedList<>(tools, ModelTool::new);
  }

  /** Shows counts. */
  @Override
  public String toString() {
    return describe("messages", messages().size(), "tools", tools.size());
  }
}
