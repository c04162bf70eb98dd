package ai.withcortex.core.json;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Converts the elements of arrays and the members of objects to JSON text and back. */
final class JsonContainer {
  private JsonContainer() {}

  static String array(Iterable<JsonValue> elements) {
    StringBuilder json = new StringBuilder("[");
    for (JsonValue element : elements) {
      requireNonNull(element, "element == null");
      json.append(json.length() > 1 ? "," : "").append(element.json());
    }
    return json.append(']').toString();
  }

  static String object(Map<String, JsonValue> members) {
    StringBuilder json = new StringBuilder("{");
    for (Map.Entry<String, JsonValue> member : members.entrySet()) {
      String name = requireNonNull(member.getKey(), "name == null");
      JsonValue value = requireNonNull(member.getValue(), "value == null");
      json.append(json.length() > 1 ? "," : "").append(JsonString.quote(name));
      json.append(':').append(value.json());
    }
    return json.append('}').toString();
  }

  /** Returns the elements of a valid array in an unmodifiable list. */
  static List<JsonValue> elements(byte[] array) {
    List<JsonValue> elements = new ArrayList<>();
    JsonBytes json = new JsonBytes(array);
    try {
      json.open('[');
      while (json.moveToNext()) {
        elements.add(json.nextValue());
      }
    } catch (MalformedJsonException e) {
      throw new AssertionError("checked before", e);
    }
    return Collections.unmodifiableList(elements);
  }

  /**
   * Returns the members of a valid object in an unmodifiable map; the last value of a repeated name
   * wins.
   */
  static Map<String, JsonValue> members(byte[] object) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    JsonBytes json = new JsonBytes(object);
    try {
      json.open('{');
      while (json.moveToNext()) {
        String name = JsonString.unquote(json.nextName());
        members.put(name, json.nextValue());
      }
    } catch (MalformedJsonException e) {
      throw new AssertionError("checked before", e);
    }
    return Collections.unmodifiableMap(members);
  }
}
