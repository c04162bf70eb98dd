package ai.withcortex.core.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.text.HalfSurrogates;
import ai.withcortex.core.text.JsonBytes;
import ai.withcortex.core.text.JsonContainer;
import ai.withcortex.core.text.JsonNumber;
import ai.withcortex.core.text.JsonPointer;
import ai.withcortex.core.text.JsonString;
import ai.withcortex.core.text.MalformedJsonException;
import com.squareup.moshi.JsonReader;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value of any kind that keeps its exact source text.
 *
 * <pre>{@code
 * JsonValue output = JsonValue.parse("{\"rows\": [{\"price\": 12.50}]}");
 * JsonValue price = output.at("/rows/0/price");
 * if (price != null && price.kind() == JsonValue.Kind.NUMBER) {
 *   System.out.println(price.asBigDecimal()); // 12.50, two digits and all
 * }
 * }</pre>
 *
 * <p>Navigation is lenient: {@code get} and {@code at} return null for a missing value. Reads are
 * strict: {@code as...} throws a {@link CortexDataException} on a value of a different kind and
 * never converts. An explicit JSON null is a value; see {@link #isNull()}.
 *
 * <p>The text is validated when the value is created and parsed on demand, one level at a time;
 * parsed parts are cached. Each part has its own copy of its text, so keeping a small part does not
 * keep the whole value in memory. Values are immutable and may be shared between threads.
 *
 * <p>Two values are equal only if their text is identical: {@code 1}, {@code 1.0} and {@code 1e0}
 * are different values, and so are {@code [1]} and {@code [ 1 ]}.
 *
 * <p>{@link #toString()} and exceptions never show the content; {@link #json()} does.
 */
public final class JsonValue {
  /** The six kinds of JSON values. */
  public enum Kind {
    OBJECT("an object", JsonReader.Token.BEGIN_OBJECT),
    ARRAY("an array", JsonReader.Token.BEGIN_ARRAY),
    STRING("a string", JsonReader.Token.STRING),
    NUMBER("a number", JsonReader.Token.NUMBER),
    BOOLEAN("a boolean", JsonReader.Token.BOOLEAN),
    NULL("null", JsonReader.Token.NULL);

    private final String withArticle;

    /** The Moshi token that starts a value of this kind. */
    final JsonReader.Token token;

    Kind(String withArticle, JsonReader.Token token) {
      this.withArticle = withArticle;
      this.token = token;
    }

    /**
     * Returns the name of the kind with its article, such as {@code an object}; {@code null} for
     * null.
     */
    public String withArticle() {
      return withArticle;
    }

    static boolean isBegunBy(JsonReader.Token token) {
      return Arrays.stream(values()).anyMatch(kind -> kind.token == token);
    }

    /** Returns the kind of a value that starts with the given token. */
    static Kind of(JsonReader.Token token) {
      for (Kind kind : values()) {
        if (kind.token == token) {
          return kind;
        }
      }
      throw new IllegalArgumentException("No value starts with " + token);
    }
  }

  /** The JSON null. */
  public static final JsonValue NULL = new JsonValue("null");

  private static final JsonValue TRUE = new JsonValue("true");
  private static final JsonValue FALSE = new JsonValue("false");

  /** The text as received and sent; outside Latin-1, a String would take twice the space. */
  private final byte[] utf8;

  // Filled on first use. Threads may race, but they write equal, immutable values.
  private @Nullable List<JsonValue> elements;
  private @Nullable Map<String, JsonValue> members;

  /**
   * @param utf8 valid JSON, which must not be modified
   */
  JsonValue(byte[] utf8) {
    this.utf8 = utf8;
  }

  /**
   * @param json valid JSON
   */
  JsonValue(String json) {
    this(json.getBytes(UTF_8));
  }

  /**
   * Parses the single JSON value in {@code json} strictly according to RFC 8259, and keeps its
   * exact text without surrounding whitespace.
   *
   * <p>Objects and arrays may be nested up to 255 levels deep. An unpaired surrogate is accepted
   * only as an escape, because the bare character has no UTF-8 encoding.
   *
   * @throws IllegalArgumentException if the text is not a single JSON value; the message gives the
   *     offset and the character found there
   */
  public static JsonValue parse(String json) {
    int half = HalfSurrogates.indexIn(requireNonNull(json, "json == null"));
    // 0xFF is never valid UTF-8, so parsing fails at the unpaired surrogate at the latest.
    byte[] utf8 = (half < 0 ? json : json.substring(0, half)).getBytes(UTF_8);
    JsonBytes bytes = new JsonBytes(half < 0 ? utf8 : Arrays.copyOf(utf8, utf8.length + 1));
    if (half >= 0) {
      bytes.bytes[utf8.length] = (byte) 0xFF;
    }
    try {
      JsonValue value = next(bytes);
      bytes.requireEnd();
      // One array is enough if there is no surrounding whitespace.
      return value.utf8.length == utf8.length ? new JsonValue(utf8) : value;
    } catch (MalformedJsonException e) {
      int index = new String(bytes.bytes, 0, e.offset(), UTF_8).length();
      throw new IllegalArgumentException(e.messageFor(json, index), e);
    }
  }

  /** Reads a value of any kind and copies its exact bytes. */
  static JsonValue next(JsonBytes json) throws MalformedJsonException {
    byte first = json.next();
    int start = json.position;
    json.skipValue();
    return last(json, first, start);
  }

  /** Returns the value that was just read, given its first byte and its start. */
  static JsonValue last(JsonBytes json, byte first, int start) {
    if (first == 'n') {
      return NULL;
    } else if (first == 't' || first == 'f') {
      return of(first == 't');
    }
    return new JsonValue(Arrays.copyOfRange(json.bytes, start, json.position));
  }

  /** Returns the JSON string with the given characters. */
  public static JsonValue of(String value) {
    return new JsonValue(JsonString.quote(requireNonNull(value, "value == null")));
  }

  public static JsonValue of(boolean value) {
    return value ? TRUE : FALSE;
  }

  public static JsonValue of(long value) {
    return new JsonValue(Long.toString(value));
  }

  /** Returns the number with its scale, as written by {@link BigDecimal#toString()}. */
  public static JsonValue of(BigDecimal value) {
    return new JsonValue(requireNonNull(value, "value == null").toString());
  }

  /**
   * Returns the array of the given elements, each with its exact text.
   *
   * @throws IllegalArgumentException if the array is nested more than 255 levels deep
   */
  public static JsonValue ofArray(Iterable<JsonValue> elements) {
    return parse(
        JsonContainer.array(requireNonNull(elements, "elements == null"), JsonValue::json));
  }

  /**
   * Returns the object with the given members in the map's order, each value with its exact text.
   *
   * @throws IllegalArgumentException if the object is nested more than 255 levels deep
   */
  public static JsonValue ofObject(Map<String, JsonValue> members) {
    return parse(JsonContainer.object(requireNonNull(members, "members == null"), JsonValue::json));
  }

  public Kind kind() {
    byte first = utf8[0];
    if (first == '{') {
      return Kind.OBJECT;
    } else if (first == '[') {
      return Kind.ARRAY;
    } else if (first == '"') {
      return Kind.STRING;
    } else if (first == 't' || first == 'f') {
      return Kind.BOOLEAN;
    } else {
      return first == 'n' ? Kind.NULL : Kind.NUMBER;
    }
  }

  /** Returns whether this is the JSON null. */
  public boolean isNull() {
    return kind() == Kind.NULL;
  }

  /** Returns the exact JSON text, decoded from UTF-8 into a new string on each call. */
  public String json() {
    return new String(utf8, UTF_8);
  }

  /** Returns the exact JSON text, which callers must not modify. */
  byte[] utf8() {
    return utf8;
  }

  /**
   * Returns the characters of a string. An escaped unpaired surrogate is returned unpaired.
   *
   * @throws CortexDataException if this is not a string
   */
  public String asString() {
    return JsonString.unquote(textOf(Kind.STRING));
  }

  /**
   * Returns the value of a boolean.
   *
   * @throws CortexDataException if this is not a boolean
   */
  public boolean asBoolean() {
    require(Kind.BOOLEAN);
    return utf8[0] == 't';
  }

  /**
   * Returns the integer value of a number; {@code 1.0} and {@code 1e3} are also accepted.
   *
   * @throws CortexDataException if this is not a number, has a fraction, or does not fit in an int
   */
  public int asInt() {
    return number(JsonNumber::toInt);
  }

  /**
   * Returns the integer value of a number; {@code 1.0} and {@code 1e3} are also accepted.
   *
   * @throws CortexDataException if this is not a number, has a fraction, or does not fit in a long
   */
  public long asLong() {
    return number(JsonNumber::toLong);
  }

  /**
   * Returns the number with exactly the digits that were written.
   *
   * <p>Exponents are not expanded, so {@code 1e999999999} is cheap here. Be careful with the
   * result: {@link BigDecimal#toBigInteger()} and similar methods write out all its digits.
   *
   * @throws CortexDataException if this is not a number, is longer than 1000 characters, or has an
   *     exponent that BigDecimal cannot hold
   */
  public BigDecimal asBigDecimal() {
    return number(JsonNumber::toBigDecimal);
  }

  /**
   * Returns the double closest to the number; very small numbers become 0.
   *
   * @throws CortexDataException if this is not a number or is beyond the largest double
   */
  public double asDouble() {
    return number(JsonNumber::toDouble);
  }

  /**
   * Returns the elements of an array in an unmodifiable list.
   *
   * @throws CortexDataException if this is not an array
   */
  public List<JsonValue> asList() {
    require(Kind.ARRAY);
    List<JsonValue> result = elements;
    if (result == null) {
      result = JsonContainer.elements(utf8, JsonValue::next);
      elements = result;
    }
    return result;
  }

  /**
   * Returns the members of an object in an unmodifiable map in source order. If a name is repeated,
   * the last value wins but takes the position of the first.
   *
   * @throws CortexDataException if this is not an object
   */
  public Map<String, JsonValue> asMap() {
    require(Kind.OBJECT);
    Map<String, JsonValue> result = members;
    if (result == null) {
      result = JsonContainer.members(utf8, JsonValue::next);
      members = result;
    }
    return result;
  }

  /** Returns the member with the given name, or null if there is none or this is not an object. */
  public @Nullable JsonValue get(String name) {
    requireNonNull(name, "name == null");
    return kind() == Kind.OBJECT ? asMap().get(name) : null;
  }

  /** Returns the element at the given index, or null if there is none or this is not an array. */
  public @Nullable JsonValue get(int index) {
    if (index < 0 || kind() != Kind.ARRAY || index >= asList().size()) {
      return null;
    }
    return asList().get(index);
  }

  /**
   * Returns the value at a JSON pointer (RFC 6901) such as {@code /rows/0/a~1b}, or null if there
   * is none. The empty pointer refers to this value itself; the array index {@code -} never refers
   * to a value.
   *
   * @throws IllegalArgumentException if the pointer is malformed
   */
  public @Nullable JsonValue at(String pointer) {
    requireNonNull(pointer, "pointer == null");
    JsonValue value = this;
    for (String token : JsonPointer.tokens(pointer)) {
      if (value != null) {
        value = value.kind() == Kind.ARRAY ? value.get(JsonPointer.index(token)) : value.get(token);
      }
    }
    return value;
  }

  /** Returns whether {@code other} is a JSON value with exactly the same text. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other != null
        && getClass() == other.getClass()
        && Arrays.equals(utf8, ((JsonValue) other).utf8);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(utf8);
  }

  /** Returns the kind and, where it does not reveal the value, the length of the text. */
  @Override
  public String toString() {
    Kind kind = kind();
    String name = kind.name().toLowerCase(Locale.ROOT);
    boolean hasLength = kind == Kind.OBJECT || kind == Kind.ARRAY || kind == Kind.STRING;
    return hasLength ? name + " (" + json().length() + " characters)" : name;
  }

  private String textOf(Kind kind) {
    require(kind);
    return json();
  }

  private void require(Kind kind) {
    if (kind() != kind) {
      throw new CortexDataException(
          "Expected " + kind.withArticle() + " but found " + kind().withArticle(), null, null);
    }
  }

  private <N> N number(Function<String, N> conversion) {
    String number = textOf(Kind.NUMBER);
    try {
      return conversion.apply(number);
    } catch (IllegalArgumentException e) {
      throw new CortexDataException(String.valueOf(e.getMessage()), null, e);
    }
  }
}
