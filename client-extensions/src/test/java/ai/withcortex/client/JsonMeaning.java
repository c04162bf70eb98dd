package ai.withcortex.client;

import ai.withcortex.core.json.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Compares JSON texts by what they mean: the order of members does not count, nor how a number or
 * the instant of a timestamp is written.
 */
final class JsonMeaning {
  private final List<String> differences = new ArrayList<>();

  private JsonMeaning() {}

  /** The JSON pointers of what differs. */
  static List<String> differences(String expected, String actual) {
    JsonMeaning meaning = new JsonMeaning();
    meaning.compare("", JsonValue.parse(expected), JsonValue.parse(actual));
    return meaning.differences;
  }

  private void compare(String path, JsonValue expected, JsonValue actual) {
    if (expected.kind() != actual.kind()) {
      differences.add(path + ": " + expected.kind() + " became " + actual.kind());
      return;
    }
    switch (expected.kind()) {
      case OBJECT -> compareMembers(path, expected.asMap(), actual.asMap());
      case ARRAY -> compareElements(path, expected.asList(), actual.asList());
      case NUMBER -> note(path, expected.asBigDecimal().compareTo(actual.asBigDecimal()) == 0);
      case STRING -> note(path, sameString(expected.asString(), actual.asString()));
      default -> note(path, expected.equals(actual));
    }
  }

  private void compareMembers(
      String path, Map<String, JsonValue> expected, Map<String, JsonValue> actual) {
    note(path, expected.keySet().equals(actual.keySet()));
    expected.forEach(
        (name, value) -> {
          if (actual.containsKey(name)) {
            compare(path + "/" + name, value, actual.get(name));
          }
        });
  }

  private void compareElements(String path, List<JsonValue> expected, List<JsonValue> actual) {
    note(path, expected.size() == actual.size());
    for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
      compare(path + "/" + i, expected.get(i), actual.get(i));
    }
  }

  private void note(String path, boolean same) {
    if (!same) {
      differences.add(path);
    }
  }

  private static boolean sameString(String expected, String actual) {
    if (expected.equals(actual)) {
      return true;
    }
    try {
      return instant(expected).equals(instant(actual));
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static Instant instant(String text) {
    return text.length() == 10
        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
        : OffsetDateTime.parse(text).toInstant();
  }
}
