package ai.withcortex.client.steps;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.MessageRole;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One message of a prompt. Its role says which content to expect:
 *
 * <ul>
 *   <li>{@code system}: {@link #text()}
 *   <li>{@code user}: {@link #text()}, or {@link #parts()} of texts, files and images
 *   <li>{@code assistant}: {@link #text()} or {@link #parts()}, and {@link #toolCalls()}
 *   <li>{@code tool}: {@link #toolResults()}
 * </ul>
 *
 * <p>What is missing or of another kind is null or empty, and {@link #json()} has it all.
 */
public final class ModelMessage extends JsonView {
  ModelMessage(JsonValue json) {
    super(json);
  }

  public @Nullable MessageRole role() {
    return string("role", MessageRole::of);
  }

  /** The content as it is, a string or an array. */
  public @Nullable JsonValue content() {
    return value("content");
  }

  /** The content if it is a string, or else its texts, joined without a separator; null if none. */
  public @Nullable String text() {
    List<String> texts =
        parts().stream()
            .map(ContentPart::text)
            .filter(Objects::nonNull)
            .collect(Collectors.toList());
    return texts.isEmpty() ? string("content") : String.join("", texts);
  }

  /** The parts of the content; empty if it is a string, and for the role {@code tool}. */
  public List<ContentPart> parts() {
    return isOfTool() ? Collections.emptyList() : list("content", ContentPart::new);
  }

  /** The tools that the assistant has called. */
  public List<ToolCall> toolCalls() {
    return list("tools", ToolCall::new);
  }

  /** What tools gave back; empty for every role but {@code tool}. */
  public List<ToolResult> toolResults() {
    return isOfTool() ? list("content", ToolResult::new) : Collections.emptyList();
  }

  private boolean isOfTool() {
    return MessageRole.TOOL.equals(role());
  }

  /** Shows the role, counts and sizes, but nothing of the content. */
  @Override
  public String toString() {
    return describe("role", role(), "content", content(), "toolCalls", toolCalls().size());
  }
}
