package ai.withcortex.client.steps;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.ContentPartType;
import org.jspecify.annotations.Nullable;

/**
 * A part of a message: either text, or a file or image at a URL. Accessors return null for
 * properties that are missing or have an unexpected type. Parts of an unknown type are kept in
 * {@link #json()}.
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

  /** Returns the URL of a part of type {@code file} or {@code image}. */
  public @Nullable String url() {
    return string("url");
  }

  /** Returns a string with the type and size. */
  @Override
  public String toString() {
    return describe("type", type(), "json", json());
  }
}
