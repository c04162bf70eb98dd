package ai.withcortex.client.steps;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.MessageRole;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A message in a prompt. The role determines which content to expect:
 *
 * <ul>
 *   <li>{@code system}: {@link #text()}
 *   <li>{@code user}: {@link #text()}, or {@link #parts()} with text, files, and images
 *   <li>{@code assistant}: {@link #text()} or {@link #parts()}, and {@link #toolCalls()}
 *   <li>{@code tool}: {@link #toolResults()}
 * </ul>
 *
 * <p>Accessors return null or an empty list for properties that are missing or have an unexpected
 * type. {@link #json()} returns the complete JSON.
 */
public final class ModelMessage extends JsonView {
  ModelMessage(JsonValue json) {
    super(json);
  }

  public @Nullable MessageRole role() {
    return string("role", MessageRole::of);
  }

  /** Returns the raw content, which should be a string or an array. */
  public @Nullable JsonValue content() {
    return value("content");
  }

  /**
   * Returns the content if it is a string. Otherwise, returns its text parts joined without a
   * separator, or null if there are none.
   */
  public @Nullable String text() {
    List<String> texts =
        parts().stream()
            .map(ContentPart::text)
            .filter(Objects::nonNull)
            .collect(Collectors.toList());
    return texts.isEmpty() ? string("content") : String.join("", texts);
  }

  /**
   * Returns the parts of the content. Empty if the content is a string or the role is {@code tool}.
   */
  public List<ContentPart> parts() {
    return isOfTool() ? Collections.emptyList() : list("content", ContentPart::new);
  }

  /** Returns the tool calls made by the assistant. */
  public List<ToolCall> toolCalls() {
    return list("tools", ToolCall::new);
  }

  /** Returns the tool results. Empty for every role except {@code tool}. */
  public List<ToolResult> toolResults() {
    return isOfTool() ? list("content", ToolResult::new) : Collections.emptyList();
  }

  private boolean isOfTool() {
    return MessageRole.TOOL.equals(role());
  }

  /** Returns a string with the role, counts, and sizes, but no content. */
  @Override
  public String toString() {
    return describe("role", role(), "content", content(), "toolCalls", toolCalls().size());
  }
}
