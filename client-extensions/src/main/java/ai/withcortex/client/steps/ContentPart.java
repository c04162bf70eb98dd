package ai.withcortex.client.steps;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.ContentPartType;
import org.jspecify.annotations.Nullable;

/**
 * A part of a message: a text, or a file or an image at a URL. A missing property, or one of an
 * unexpected kind, is null; a part of an unknown type is kept in {@link #json()}.
 */
public final class ContentPart extends JsonView {
  ContentPart(JsonValue json) {
    super(json);
  }

  public @Nullable ContentPartType type() {
    return string("type", ContentPartType::of);
  }

  /** Returns the text of a part of type {@code text}. */
  public @Nullable String text() {
    return string("text");
  }

  /** Returns the address of a part of type {@code file} or {@code image}. */
  public @Nullable String url() {
    return string("url");
  }

  /** Returns the type and sizes. */
  @Override
  public String toString() {
    return describe("type", type(), "json", json());
  }
}
