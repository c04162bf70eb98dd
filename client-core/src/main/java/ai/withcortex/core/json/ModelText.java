package ai.withcortex.core.json;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds the text of a model for logs: it shows identifiers, enums, numbers and times, but only the
 * size of anything that may be user data. The generated {@code toString()} methods use it.
 */
public final class ModelText {
  private static final int LONGEST_LABEL = 100;

  private final StringBuilder text;
  private String separator = "";

  private ModelText(String model) {
    text = new StringBuilder(model).append('{');
  }

  /** Returns an empty text for a model with this name. */
  public static ModelText of(String model) {
    return new ModelText(model);
  }

  /** Adds an identifier unchanged, up to 100 characters in one line; adds nothing for null. */
  public ModelText identity(String name, @Nullable String value) {
    return value == null ? this : append(name, label(value));
  }

  /**
   * Adds a value: only the size of a string, a list or a map, and nothing for null. Any other value
   * is added with its own {@code toString()}, which is as safe as this for models and {@link
   * JsonValue}s.
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

  /** Returns text such as {@code Run{id=run_1, status=FAILED, output=3 entries}}. */
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
