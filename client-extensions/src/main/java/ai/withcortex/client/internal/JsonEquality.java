package ai.withcortex.client.internal;

import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.JsonValue.Kind;
import java.util.List;
import java.util.Map;

/** Compares JSON values by what they mean, not by their text. */
public final class JsonEquality {
  private JsonEquality() {}

  /**
   * Returns whether two values are equal: numbers by their value, strings by their characters,
   * arrays in order, and objects in any order.
   */
  public static boolean areEqual(JsonValue one, JsonValue other) {
    Kind kind = one.kind();
    if (kind != other.kind()) {
      return false;
    }
    switch (kind) {
      case OBJECT:
        return areEqual(one.asMap(), other.asMap());
      case ARRAY:
        return areEqual(one.asList(), other.asList());
      case STRING:
        return one.asString().equals(other.asString());
      case NUMBER:
        return areEqualNumbers(one, other);
      default:
        return one.equals(other);
    }
  }

  /** Returns whether two objects have equal members, in any order. */
  public static boolean areEqual(Map<String, JsonValue> one, Map<String, JsonValue> other) {
    return one.size() == other.size()
        && one.entrySet().stream()
            .allMatch(
                member -> {
                  JsonValue value = other.get(member.getKey());
                  return value != null && areEqual(member.getValue(), value);
                });
  }

  private static boolean areEqual(List<JsonValue> one, List<JsonValue> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (!areEqual(one.get(i), other.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean areEqualNumbers(JsonValue one, JsonValue other) {
    if (one.equals(other)) {
      return true;
    }
    try {
      return one.asBigDecimal().compareTo(other.asBigDecimal()) == 0;
    } catch (CortexDataException e) {
      // Too long to be compared by value.
      return false;
    }
  }
}
