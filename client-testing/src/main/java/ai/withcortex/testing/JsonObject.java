package ai.withcortex.testing;

import ai.withcortex.core.json.JsonValue;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes JSON objects member by member. */
final class JsonObject {
  private final Map<String, JsonValue> members = new LinkedHashMap<>();

  static JsonValue strings(String... elements) {
    return JsonValue.ofArray(
        Arrays.stream(elements).map(JsonValue::of).collect(Collectors.toList()));
  }

  JsonObject put(String name, String value) {
    return put(name, JsonValue.of(value));
  }

  JsonObject put(String name, long value) {
    return put(name, JsonValue.of(value));
  }

  JsonObject put(String name, boolean value) {
    return put(name, JsonValue.of(value));
  }

  JsonObject put(String name, JsonValue value) {
    members.put(name, value);
    return this;
  }

  Map<String, JsonValue> members() {
    return members;
  }

  JsonValue value() {
    return JsonValue.ofObject(members);
  }
}
