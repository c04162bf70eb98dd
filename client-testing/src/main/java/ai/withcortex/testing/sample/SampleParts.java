package ai.withcortex.testing.sample;

import static java.util.Objects.requireNonNull;

import ai.withcortex.client.CortexJson;
import ai.withcortex.core.json.JsonValue;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import okio.BufferedSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * Named JSON values with placeholders that are filled in each time a value is generated.
 *
 * <p>The string {@code "$name"} stands for the part with that name, and {@code "$name/a/0"} stands
 * for the unprocessed value at the JSON pointer {@code /a/0} in that part. An object whose first
 * member is one of the following operations is replaced with its result:
 *
 * <ul>
 *   <li>{@code {"$pick": [a, b]}}: one of the elements, all equally likely
 *   <li>{@code {"$number": [5, 40, 2]}}: a number from 0.05 to 0.40, with two decimals
 *   <li>{@code {"$id": "run_"}}: an identifier with that prefix
 *   <li>{@code {"$text": [a, b]}}: a string that joins the elements, which must be strings
 *   <li>{@code {"$json": a}}: a string that contains the JSON of the value
 *   <li>{@code {"$part": "name", "other": a}}: the part with that name, generated with the other
 *       members as additional parts
 * </ul>
 *
 * <p>Generated JSON has no whitespace between tokens. Immutable, except for the random source.
 */
final class SampleParts {
  private static final String PLACE = "\"$";
  private static final Moshi MOSHI = CortexJson.moshi();

  private final @Nullable SampleParts outer;
  private final Map<String, JsonValue> parts;
  private final SampleRandom random;

  SampleParts(Map<String, JsonValue> parts, SampleRandom random) {
    this(null, parts, random);
  }

  private SampleParts(
      @Nullable SampleParts outer, Map<String, JsonValue> parts, SampleRandom random) {
    this.outer = outer;
    this.parts = parts;
    this.random = random;
  }

  /** Reads the parts from a resource file next to this class. */
  static Map<String, JsonValue> read(String file) {
    try (BufferedSource source =
        Okio.buffer(Okio.source(requireNonNull(SampleParts.class.getResourceAsStream(file))))) {
      return JsonValue.parse(source.readUtf8()).asMap();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a model from its JSON. */
  static <T> T model(JsonValue json, Class<T> type) {
    try {
      return requireNonNull(MOSHI.adapter(type).fromJson(json.json()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns a copy of these parts with the given parts added. Added parts replace parts with the
   * same name.
   */
  SampleParts with(Map<String, JsonValue> others) {
    return new SampleParts(this, others, random);
  }

  /** Generates the value of an existing part. */
  JsonValue make(String name) {
    return make(part(name));
  }

  /**
   * Generates the value of a member, or of the member {@code other} if there is no member with that
   * name.
   */
  JsonValue makeMember(String part, String name) {
    JsonValue members = part(part);
    JsonValue member = members.get(name);
    return make(member == null ? requireNonNull(members.get("other"), name) : member);
  }

  private JsonValue part(String name) {
    JsonValue part = parts.get(name);
    return part != null || outer == null ? requireNonNull(part, name) : outer.part(name);
  }

  private JsonValue make(JsonValue value) {
    StringBuilder json = new StringBuilder();
    write(value, json);
    return JsonValue.parse(json.toString());
  }

  private void write(JsonValue value, StringBuilder json) {
    switch (value.kind()) {
      case STRING:
        String text = value.json();
        if (text.startsWith(PLACE)) {
          writePart(text.substring(PLACE.length(), text.length() - 1), json);
        } else {
          json.append(text);
        }
        break;
      case ARRAY:
        json.append('[');
        value.asList().forEach(element -> write(element, separated(json)));
        json.append(']');
        break;
      case OBJECT:
        writeObject(value.asMap(), json);
        break;
      default:
        json.append(value.json());
    }
  }

  private void writePart(String name, StringBuilder json) {
    int slash = name.indexOf('/');
    if (slash < 0) {
      write(part(name), json);
    } else {
      JsonValue part = part(name.substring(0, slash));
      json.append(requireNonNull(part.at(name.substring(slash)), name).json());
    }
  }

  private void writeObject(Map<String, JsonValue> members, StringBuilder json) {
    String first = members.isEmpty() ? "" : members.keySet().iterator().next();
    if (first.startsWith("$")) {
      writeOperation(first, requireNonNull(members.get(first)), members, json);
      return;
    }
    json.append('{');
    // No name in the files needs escaping.
    members.forEach(
        (name, member) -> write(member, separated(json).append('"').append(name).append("\":")));
    json.append('}');
  }

  private void writeOperation(
      String name, JsonValue value, Map<String, JsonValue> members, StringBuilder json) {
    switch (name) {
      case "$pick":
        write(random.pick(value.asList()), json);
        break;
      case "$number":
        int least = value.asList().get(0).asInt();
        int greatest = value.asList().get(1).asInt();
        json.append(random.decimal(least, greatest, value.asList().get(2).asInt()));
        break;
      case "$id":
        json.append('"').append(random.id(value.asString())).append('"');
        break;
      case "$text":
        StringBuilder text = new StringBuilder();
        value.asList().forEach(element -> text.append(make(element).asString()));
        json.append(JsonValue.of(text.toString()).json());
        break;
      case "$json":
        json.append(JsonValue.of(make(value).json()).json());
        break;
      case "$part":
        Map<String, JsonValue> others = new HashMap<>();
        members.forEach((other, member) -> others.put(other, make(member)));
        with(others).writePart(value.asString(), json);
        break;
      default:
        throw new IllegalArgumentException("Unknown operation " + name);
    }
  }

  private static StringBuilder separated(StringBuilder json) {
    char last = json.charAt(json.length() - 1);
    return last == '[' || last == '{' ? json : json.append(',');
  }
}
