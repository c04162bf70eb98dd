package ai.withcortex.client.steps;

import static java.util.Objects.requireNonNull;

import ai.withcortex.core.json.JsonValue;
import ai.withcortex.model.InputStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The definitions of a workflow's input fields, by field key.
 *
 * <pre>{@code
 * InputFields fields = InputFields.of(step);
 * for (InputField field : fields) {
 *   System.out.println(field.key() + " is a " + field.type());
 *   field.fields().forEach(inner -> System.out.println("- with " + inner.key()));
 * }
 * }</pre>
 *
 * <p>Two instances are equal if all their elements are equal. Immutable and thread-safe.
 */
public final class InputFields extends KeyedList<InputField> {
  private InputFields(List<InputField> fields, @Nullable JsonValue json) {
    super(fields, InputField::key, json);
  }

  /** Returns the fields that an input step asks for. */
  public static InputFields of(InputStep step) {
    return of(requireNonNull(step, "step == null").input());
  }

  /**
   * Returns the fields in an input definition, such as the definition in a workflow version. A null
   * definition means that the workflow takes no input, and the result is empty.
   */
  public static InputFields of(@Nullable Map<String, JsonValue> definition) {
    return definition == null ? of(JsonValue.NULL) : of(definition, null);
  }

  /**
   * Returns the fields in an input definition, such as the definition in a service. The result is
   * empty if the definition is not an object.
   */
  public static InputFields of(JsonValue definition) {
    requireNonNull(definition, "definition == null");
    return of(JsonView.members(definition), definition);
  }

  private static InputFields of(Map<String, JsonValue> definition, @Nullable JsonValue json) {
    List<InputField> fields = new ArrayList<>();
    definition.forEach((key, field) -> fields.add(new InputField(key, field)));
    return new InputFields(fields, json);
  }
}
