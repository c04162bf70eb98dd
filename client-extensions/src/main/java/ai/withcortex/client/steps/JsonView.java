package ai.withcortex.client.steps;

import static java.util.Objects.requireNonNull;

import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.ModelText;
import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the properties of a JSON object lazily. Properties that are missing or have an unexpected
 * type are null, and so are all properties if the JSON is not an object.
 */
abstract class JsonView {
  private final JsonValue json;
  private final List<@Nullable Object> context;

  /**
   * @param context data in addition to the JSON; views are equal only if this data is equal as well
   */
  JsonView(JsonValue json, @Nullable Object... context) {
    this.json = requireNonNull(json, "json == null");
    this.context = Arrays.asList(context);
  }

  /** Returns the exact JSON, which can be any kind of value. */
  public final JsonValue json() {
    return json;
  }

  /** Returns a property value of any kind. An explicit null is a JSON value, not a Java null. */
  final @Nullable JsonValue value(String name) {
    return json.get(name);
  }

  /** Returns a property value of any kind, or a JSON null if the property is missing. */
  final JsonValue valueOrNull(String name) {
    JsonValue value = value(name);
    return value == null ? JsonValue.NULL : value;
  }

  final @Nullable String string(String name) {
    return read(name, JsonValue.Kind.STRING, JsonValue::asString);
  }

  final @Nullable Boolean bool(String name) {
    return read(name, JsonValue.Kind.BOOLEAN, JsonValue::asBoolean);
  }

  final @Nullable BigDecimal number(String name) {
    return read(name, JsonValue.Kind.NUMBER, JsonValue::asBigDecimal);
  }

  final @Nullable Integer integer(String name) {
    return read(name, JsonValue.Kind.NUMBER, JsonValue::asInt);
  }

  /** Returns a string property, converted to the value it represents. */
  final <T> @Nullable T string(String name, Function<String, T> meaning) {
    String value = string(name);
    return value == null ? null : meaning.apply(value);
  }

  /**
   * Returns the elements of an array property, each converted on access. Empty if the property is
   * not an array.
   */
  final <T> List<T> list(String name, Function<JsonValue, T> element) {
    return new MappedList<>(elements(valueOrNull(name)), element);
  }

  /** Returns the elements of an array, or an empty list if the JSON is not an array. */
  static List<JsonValue> elements(JsonValue json) {
    return json.kind() == JsonValue.Kind.ARRAY ? json.asList() : Collections.emptyList();
  }

  /** Returns the members of an object, or an empty map if the JSON is not an object. */
  static Map<String, JsonValue> members(JsonValue json) {
    return json.kind() == JsonValue.Kind.OBJECT ? json.asMap() : Collections.emptyMap();
  }

  private <T> @Nullable T read(
      String name, JsonValue.Kind kind, Function<JsonValue, T> conversion) {
    JsonValue value = json.get(name);
    try {
      return value == null || value.kind() != kind ? null : conversion.apply(value);
    } catch (CortexDataException e) {
      // The number has a fraction or too many digits. Callers can inspect the JSON.
      return null;
    }
  }

  /**
   * Returns a string such as {@code ToolCall{id=call_1, input=object (17 characters)}}.
   *
   * @param properties alternating names and values; null values are omitted
   */
  final String describe(@Nullable Object... properties) {
    ModelText text = ModelText.of(getClass().getSimpleName());
    for (int i = 0; i < properties.length; i += 2) {
      Object value = properties[i + 1];
      String name = String.valueOf(properties[i]);
      if (value instanceof String) {
        text.identity(name, (String) value);
      } else {
        text.add(name, value);
      }
    }
    return text.toString();
  }

  /** Returns whether the other object is a view of the same class with equal JSON and context. */
  @Override
  @SuppressWarnings("EqualsGetClass") // Every subclass is final.
  public final boolean equals(@Nullable Object other) {
    return other != null
        && getClass() == other.getClass()
        && json.equals(((JsonView) other).json)
        && context.equals(((JsonView) other).context);
  }

  @Override
  public final int hashCode() {
    return 31 * json.hashCode() + context.hashCode();
  }

  @Override
  public abstract String toString();

  /** A list that converts the elements of an underlying list on access. */
  static final class MappedList<S, T> extends AbstractList<T> implements RandomAccess {
    private final List<S> source;
    private final Function<S, T> element;

    MappedList(List<S> source, Function<S, T> element) {
      this.source = source;
      this.element = element;
    }

    @Override
    public T get(int index) {
      return element.apply(source.get(index));
    }

    @Override
    public int size() {
      return source.size();
    }
  }
}
