package ai.withcortex.client.steps;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.InputDisplay;
import ai.withcortex.model.InputFieldType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The definition of one input field. A missing property, or one of an unexpected kind, is null.
 * Properties that only some types have are in {@link #json()}, and so are all properties of a field
 * of an unknown type.
 */
public final class InputField extends JsonView {
  private final String key;

  InputField(String key, JsonValue json) {
    super(json, key);
    this.key = key;
  }

  /** Returns the key that holds the value of the field in the input of a run. */
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

  /** Returns whether the field takes several values. */
  public @Nullable Boolean array() {
    return bool("array");
  }

  /** Returns the text shown in an empty field. */
  public @Nullable String placeholder() {
    return string("placeholder");
  }

  /**
   * Returns how the field is displayed; also null if the API sent something else than display
   * options.
   */
  public @Nullable InputDisplay display() {
    return LenientModels.read(InputDisplay.class, value("display"));
  }

  /** Returns the position among the other fields, lowest first. */
  public @Nullable BigDecimal order() {
    return number("order");
  }

  /** Returns whether the field belongs to the configuration of the workflow. */
  public @Nullable Boolean config() {
    return bool("config");
  }

  /** Returns the address of the field's documentation. */
  public @Nullable String link() {
    return string("link");
  }

  /** Returns the nested fields of a field of type {@code object}; none for other types. */
  public InputFields fields() {
    return InputFields.of(valueOrNull("fields"));
  }

  /** Returns the key, the type and the number of nested fields. */
  @Override
  public String toString() {
    return describe("key", key, "type", type(), "fields", fields().size());
  }
}
