package ai.withcortex.core.json;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds the string form of a model for logs. Shows identifiers, enums, numbers and times, but only
 * the size of anything that may be user data. Used by the generated {@code toString()} methods.
 */
public final class ModelText {
  private static final int LONGEST_LABEL = 100;

  private final StringBuilder text;
  private String separator = "";

  private ModelText(String model) {
    text = new StringBuilder(model).append('{');
  }

  /** Returns an instance without any values for a model with the given name. */
  public static ModelText of(String model) {
    return new ModelText(model);
  }

  /**
   * Adds an identifier on one line, cut to 100 characters if it is longer; adds nothing for null.
   */
  public ModelText identity(String name, @Nullable String value) {
    return value == null ? this : append(name, label(value));
  }

  /**
   * Adds a value. Only the size of a string, list or map is shown, and nothing is added for null.
   * Any other value is added with its own {@code toString()}, which is just as safe for models and
   * {@link JsonValue}s.
   */
  public ModelText add(String name, @Nullable Object value) {
    if (value == null) {
      return this;
    } else if (value instanceof String) {
      return append(name, size(((String) value).length(), "character", "characters"));
    } else if (value instanceof Collection) {
      return append(name, size(((Collection<?>) value).size(), "element", "elements"));
    } else if (value instanceof Map) {
      return append(name, size(((Map<?, ?>) value).size(), "entry", "entries"));
    } else if (value instanceof OpenEnum) {
      return append(name, label(value.toString()));
    } else {
      return append(name, value.toString());
    }
  }

  /** Adds the number of additional properties; adds nothing if there are none. */
  public ModelText additional(Map<String, JsonValue> properties) {
    return properties.isEmpty() ? this : add("additionalProperties", properties);
  }

  /** Returns a string such as {@code Run{id=run_1, status=FAILED, output=3 entries}}. */
  @Override
  public String toString() {
    return text + "}";
  }

  private ModelText append(String name, String value) {
    text.append(separator).append(name).append('=').append(value);
    separator = ", ";
    return this;
  }

  private static String label(String value) {
    String start =
        value.length() > LONGEST_LABEL ? value.substring(0, LONGEST_LABEL) + "..." : value;
    return start.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ");
  }

  private static String size(int size, String one, String many) {
    return size + " " + (size == 1 ? one : many);
  }
}
