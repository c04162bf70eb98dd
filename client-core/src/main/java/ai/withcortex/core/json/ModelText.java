package ai.withcortex.core.json;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The text of a model for logs: identity, enums, numbers and times as they are, of everything that
 * may be anybody's data its size. The generated {@code toString()} methods are made of it.
 */
public final class ModelText {
  private static final int LONGEST_LABEL = 100;

  private final StringBuilder text;
  private String separator = "";

  private ModelText(String model) {
    text = new StringBuilder(model).append('{');
  }

  /** Starts the text of a model with this name. */
  public static ModelText of(String model) {
    return new ModelText(model);
  }

  /** Adds an identifier as it is, up to 100 characters in one line; nothing for null. */
  public ModelText identity(String name, @Nullable String value) {
    return value == null ? this : append(name, label(value));
  }

  /**
   * Adds a value: of a string, a list and a map the size, and nothing for null; anything else by
   * its own {@code toString()}, which for a model and a {@link JsonValue} is as safe as this.
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

  /** Adds how many additional properties there are; nothing for none. */
  public ModelText additional(Map<String, JsonValue> properties) {
    return properties.isEmpty() ? this : add("additionalProperties", properties);
  }

  /** Such as {@code Run{id=run_1, status=FAILED, output=3 entries}}. */
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
