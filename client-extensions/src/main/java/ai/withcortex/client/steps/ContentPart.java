package ai.withcortex.client.steps;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.ContentPartType;
import org.jspecify.annotations.Nullable;

/**
 * A part of a message: a text, or a file or an image at a URL. What is missing or of another kind
 * is null, and a part of an unknown type is kept, see {@link #json()}.
 */
public final class ContentPart extends JsonView {
  ContentPart(JsonValue json) {
    super(json);
  }

  public @Nullable ContentPartType type() {
    return string("type", ContentPartType::of);
  }

  /** The text, which parts of type {@code text} have. */
  public @Nullable String text() {
    return string("text");
  }

  /** Where it is, which parts of type {@code file} and {@code image} have. */
  public @Nullable String url() {
    return string("url");
  }

  /** Shows the type and sizes. */
  @Override
  public String toString() {
    return describe("type", type(), "json", json());
  }
}
