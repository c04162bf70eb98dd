package ai.withcortex.client.steps;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.InputDisplay;
import ai.withcortex.model.InputFieldType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The definition of an input field. Accessors return null for properties that are missing or have
 * an unexpected type. Properties that only some field types have, and all properties of fields of
 * an unknown type, are available from {@link #json()}.
 */
public final class InputField extends JsonView {
  private final String key;

  InputField(String key, JsonValue json) {
    super(json, key);
    this.key = key;
  }

  /** Returns the key of the field's value in the input of a run. */
  public String key() {
    return key;
  }

  public @Nullable InputFieldType type() {
    return string("type", InputFieldType::of);
  }

  /** Returns the display name. */
  public @Nullable String name() {
    return string("name");
  }

  /** Returns a description of the field's purpose. */
  public @Nullable String desc() {
    return string("desc");
  }

  /** Returns whether the field may be left empty. */
  public @Nullable Boolean optional() {
    return bool("optional");
  }

  /** Returns whether the field accepts multiple values. */
  public @Nullable Boolean array() {
    return bool("array");
  }

  /** Returns the text shown when the field is empty. */
  public @Nullable String placeholder() {
    return string("placeholder");
  }

  /**
   * Returns how the field is displayed. Also null if the API sent something other than display
   * options.
   */
  public @Nullable InputDisplay display() {
    return LenientModels.read(InputDisplay.class, value("display"));
  }

  /** Returns the position of the field among the other fields. Lower numbers come first. */
  public @Nullable BigDecimal order() {
    return number("order");
  }

  /** Returns whether the field belongs to the configuration of the workflow. */
  public @Nullable Boolean config() {
    return bool("config");
  }

  /** Returns the URL of the field's documentation. */
  public @Nullable String link() {
    return string("link");
  }

  /** Returns the nested fields of a field of type {@code object}. Empty for other types. */
  public InputFields fields() {
    return InputFields.of(valueOrNull("fields"));
  }

  /** Returns a string with the key, type, and number of nested fields. */
  @Override
  public String toString() {
    return describe("key", key, "type", type(), "fields", fields().size());
  }
}
