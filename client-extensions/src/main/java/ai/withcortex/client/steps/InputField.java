package ai.withcortex.client.steps;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.InputDisplay;
import ai.withcortex.model.InputFieldType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The definition of one input field. What is missing or of another kind is null, and what only some
 * types have is in {@link #json()}, as is a field of an unknown type.
 */
public final class InputField extends JsonView {
  private final String key;

  InputField(String key, JsonValue json) {
    super(json, key);
    this.key = key;
  }

  /** The key, under which a run has the value of the field in its input. */
  public String key() {
    return key;
  }

  public @Nullable InputFieldType type() {
    return string("type", InputFieldType::of);
  }

  /** The name that people see. */
  public @Nullable String name() {
    return string("name");
  }

  /** What the field is for, in words. */
  public @Nullable String desc() {
    return string("desc");
  }

  /** Whether the field may be left empty. */
  public @Nullable Boolean optional() {
    return bool("optional");
  }

  /** Whether the field takes several values. */
  public @Nullable Boolean array() {
    return bool("array");
  }

  /** What an empty field shows. */
  public @Nullable String placeholder() {
    return string("placeholder");
  }

  /** How the field is displayed; null also if the API sent something that is no such options. */
  public @Nullable InputDisplay display() {
    return LenientModels.read(InputDisplay.class, value("display"));
  }

  /** The place among the other fields, lowest first. */
  public @Nullable BigDecimal order() {
    return number("order");
  }

  /** Whether the field belongs to the configuration of the workflow. */
  public @Nullable Boolean config() {
    return bool("config");
  }

  /** Where the field is documented. */
  public @Nullable String link() {
    return string("link");
  }

  /** The fields inside of one of type {@code object}; none for others. */
  public InputFields fields() {
    return InputFields.of(valueOrNull("fields"));
  }

  /** Shows the key, the type and the number of inner fields. */
  @Override
  public String toString() {
    return describe("key", key, "type", type(), "fields", fields().size());
  }
}
