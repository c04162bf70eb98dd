package ai.withcortex.core.json;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON arrays and objects: from values to their text, and from valid text to its values. */
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

  /** Returns the elements of an array, unmodifiable. */
  static List<JsonValue> elements(String array) {
    List<JsonValue> elements = new ArrayList<>();
    JsonScanner scanner = new JsonScanner(array);
    scanner.enter();
    while (scanner.hasNext()) {
      elements.add(new JsonValue(scanner.nextValue()));
    }
    return Collections.unmodifiableList(elements);
  }

  /** Returns the members of an object, unmodifiable; the last of a repeated name wins. */
  static Map<String, JsonValue> members(String object) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    JsonScanner scanner = new JsonScanner(object);
    scanner.enter();
    while (scanner.hasNext()) {
      String name = JsonString.unquote(scanner.nextName());
      members.put(name, new JsonValue(scanner.nextValue()));
    }
    return Collections.unmodifiableMap(members);
  }
}
