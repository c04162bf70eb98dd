package ai.withcortex.core.text;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Converts the elements of arrays and the members of objects to JSON text and back. */
public final class JsonContainer {
  private JsonContainer() {}

  public static <V> String array(Iterable<V> elements, Function<V, String> text) {
    StringBuilder json = new StringBuilder("[");
    for (V element : elements) {
      requireNonNull(element, "element == null");
      json.append(json.length() > 1 ? "," : "").append(text.apply(element));
    }
    return json.append(']').toString();
  }

  public static <V> String object(Map<String, V> members, Function<V, String> text) {
    StringBuilder json = new StringBuilder("{");
    for (Map.Entry<String, V> member : members.entrySet()) {
      String name = requireNonNull(member.getKey(), "name == null");
      V value = requireNonNull(member.getValue(), "value == null");
      json.append(json.length() > 1 ? "," : "").append(JsonString.quote(name));
      json.append(':').append(text.apply(value));
    }
    return json.append('}').toString();
  }

  /** Returns the elements of a valid array in an unmodifiable list. */
  public static <V> List<V> elements(byte[] array, Part<V> part) {
    List<V> elements = new ArrayList<>();
    JsonBytes json = new JsonBytes(array);
    try {
      json.open('[');
      while (json.moveToNext()) {
        elements.add(part.read(json));
      }
    } catch (MalformedJsonException e) {
      throw new AssertionError("already validated", e);
    }
    return Collections.unmodifiableList(elements);
  }

  /**
   * Returns the members of a valid object in an unmodifiable map; the last value of a repeated name
   * wins.
   */
  public static <V> Map<String, V> members(byte[] object, Part<V> part) {
    Map<String, V> members = new LinkedHashMap<>();
    JsonBytes json = new JsonBytes(object);
    try {
      json.open('{');
      while (json.moveToNext()) {
        String name = JsonString.unquote(json.nextName());
        json.takeColon();
        members.put(name, part.read(json));
      }
    } catch (MalformedJsonException e) {
      throw new AssertionError("already validated", e);
    }
    return Collections.unmodifiableMap(members);
  }

  /** Reads the value that comes next. */
  public interface Part<V> {
    V read(JsonBytes json) throws MalformedJsonException;
  }
}
