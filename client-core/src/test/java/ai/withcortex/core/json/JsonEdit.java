package ai.withcortex.core.json;

import static java.util.Objects.requireNonNull;

import ai.withcortex.core.text.JsonPointer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes one place of a JSON value. */
final class JsonEdit {
  /** What stands for no value. */
  static final String ABSENT = "-";

  private JsonEdit() {}

  /** The value with another JSON text, or none, at a pointer that leads to something. */
  static JsonValue of(JsonValue value, String pointer, String replacement) {
    return edit(value, JsonPointer.tokens(pointer), replacement);
  }

  private static JsonValue edit(JsonValue value, List<String> tokens, String replacement) {
    if (tokens.isEmpty()) {
      return JsonValue.parse(replacement);
    }
    String token = tokens.get(0);
    List<String> further = tokens.subList(1, tokens.size());
    if (value.kind() == JsonValue.Kind.ARRAY) {
      int index = JsonPointer.index(token);
      List<JsonValue> elements = new ArrayList<>(value.asList());
      elements.set(index, edit(elements.get(index), further, replacement));
      return JsonValue.ofArray(elements);
    }
    Map<String, JsonValue> members = new LinkedHashMap<>(value.asMap());
    JsonValue member = requireNonNull(members.get(token), token);
    if (further.isEmpty() && replacement.equals(ABSENT)) {
      members.remove(token);
    } else {
      members.put(token, edit(member, further, replacement));
    }
    return JsonValue.ofObject(members);
  }
}
