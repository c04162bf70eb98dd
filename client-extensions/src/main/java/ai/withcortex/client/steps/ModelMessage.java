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
 *   <li>{@code user}: {@link #text()}, or {@link #parts()} with texts, files and images
 *   <li>{@code assistant}: {@link #text()} or {@link #parts()}, and {@link #toolCalls()}
 *   <li>{@code tool}: {@link #toolResults()}
 * </ul>
 *
 * <p>A missing property, or one of an unexpected kind, is null or empty; {@link #json()} has
 * everything.
 */
public final class ModelMessage extends JsonView {
  ModelMessage(JsonValue json) {
    super(json);
  }

  public @Nullable MessageRole role() {
    return string("role", MessageRole::of);
  }

  /** Returns the raw content, a string or an array. */
  public @Nullable JsonValue content() {
    return value("content");
  }

  /**
   * Returns the content if it is a string, or else its text parts, joined without a separator; null
   * if there are none.
   */
  public @Nullable String text() {
    List<String> texts =
        parts().stream()
            .map(ContentPart::text)
            .filter(Objects::nonNull)
            .collect(Collectors.toList());
    return texts.isEmpty() ? string("content") : String.join("", texts);
  }

  /** Returns the parts of the content; empty if it is a string, and for the role {@code tool}. */
  public List<ContentPart> parts() {
    return isOfTool() ? Collections.emptyList() : list("content", ContentPart::new);
  }

  /** Returns the tools that the assistant called. */
  public List<ToolCall> toolCalls() {
    return list("tools", ToolCall::new);
  }

  /** Returns the results of tools; empty for every role except {@code tool}. */
  public List<ToolResult> toolResults() {
    return isOfTool() ? list("content", ToolResult::new) : Collections.emptyList();
  }

  private boolean isOfTool() {
    return MessageRole.TOOL.equals(role());
  }

  /** Returns the role, counts and sizes, but no content. */
  @Override
  public String toString() {
    return describe("role", role(), "content", content(), "toolCalls", toolCalls().size());
  }
}
