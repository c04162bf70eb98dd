package ai.withcortex.core.json;

import static java.util.Objects.requireNonNull;

import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.text.HalfSurrogates;
import ai.withcortex.core.text.JsonNumber;
import ai.withcortex.core.text.Timestamps;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader.Token;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * The Moshi adapters that the generated model adapters are built from.
 *
 * <p>All adapters are strict and never convert between types: {@code "5"} is not a number and 5 is
 * not a string. No adapter returns null, and a null is an error in both directions (but see {@link
 * #JSON_VALUE}). A failure is a {@link CortexDataException} such as {@code Expected a string but
 * found a number at path $.a[1]}, which names the kind of value found but never the value itself.
 *
 * <p>Adapters are immutable and may be shared between threads.
 */
public final class JsonAdapters {
  /**
   * Strings with their escapes resolved. An unpaired surrogate, which JSON can express only as an
   * escape, is kept and written as an escape.
   */
  public static final JsonAdapter<String> STRING =
      new ScalarJsonAdapter<String>(Token.STRING, "a string") {
        @Override
        String decode(String text) {
          return text;
        }

        @Override
        void encode(JsonWriter writer, String value) throws IOException {
          if (HalfSurrogates.in(value)) {
            HalfSurrogates.write(writer, value);
          } else {
            writer.value(value);
          }
        }
      };

  public static final JsonAdapter<Boolean> BOOLEAN =
      new ScalarJsonAdapter<Boolean>(Token.BOOLEAN, "a boolean") {
        @Override
        Boolean decode(String text) {
          return Boolean.valueOf(text);
        }
      };

  /** 32-bit integers; {@code 1.0} and {@code 1e3} are accepted, but {@code 1.5} is an error. */
  public static final JsonAdapter<Integer> INTEGER =
      new ScalarJsonAdapter<Integer>(Token.NUMBER, "an integer") {
        @Override
        Integer decode(String text) {
          return JsonNumber.toInt(text);
        }
      };

  /** 64-bit integers; {@code 1.0} and {@code 1e3} are accepted, but {@code 1.5} is an error. */
  public static final JsonAdapter<Long> LONG =
      new ScalarJsonAdapter<Long>(Token.NUMBER, "an integer") {
        @Override
        Long decode(String text) {
          return JsonNumber.toLong(text);
        }
      };

  /** Rounds to the nearest double; a number beyond the largest double is an error. */
  public static final JsonAdapter<Double> DOUBLE =
      new ScalarJsonAdapter<Double>(Token.NUMBER, "a number") {
        @Override
        Double decode(String text) {
          return JsonNumber.toDouble(text);
        }

        @Override
        void encode(JsonWriter writer, Double value) throws IOException {
          super.encode(writer, JsonNumber.requireFinite(value));
        }
      };

  /** Rounds to the nearest float; a number beyond the largest float is an error. */
  public static final JsonAdapter<Float> FLOAT =
      new ScalarJsonAdapter<Float>(Token.NUMBER, "a number") {
        @Override
        Float decode(String text) {
          return JsonNumber.toFloat(text);
        }

        @Override
        void encode(JsonWriter writer, Float value) throws IOException {
          JsonNumber.requireFinite(value);
          // Written as a Number: widened to double, 0.1f would become 0.10000000149011612.
          writer.value((Number) value);
        }
      };

  /** Numbers with exactly the digits and scale that were sent; at most 1000 characters. */
  public static final JsonAdapter<BigDecimal> BIG_DECIMAL =
      new ScalarJsonAdapter<BigDecimal>(Token.NUMBER, "a number") {
        @Override
        BigDecimal decode(String text) {
          return JsonNumber.toBigDecimal(text);
        }
      };

  /**
   * RFC 3339 timestamps with {@code Z} or an offset and up to 9 fractional digits of a second, or
   * bare dates, which mean midnight UTC. Timestamps are written in UTC. Years range from 0000 to
   * 9999.
   */
  public static final JsonAdapter<Instant> INSTANT =
      new ScalarJsonAdapter<Instant>(Token.STRING, "a timestamp") {
        @Override
        Instant decode(String text) {
          return Timestamps.parse(text);
        }

        @Override
        void encode(JsonWriter writer, Instant value) throws IOException {
          writer.value(Timestamps.format(value));
        }
      };

  /** Dates such as {@code 2023-12-25}. Years range from 0000 to 9999. */
  public static final JsonAdapter<LocalDate> LOCAL_DATE =
      new ScalarJsonAdapter<LocalDate>(Token.STRING, "a date") {
        @Override
        LocalDate decode(String text) {
          return Timestamps.parseDate(text);
        }

        @Override
        void encode(JsonWriter writer, LocalDate value) throws IOException {
          writer.value(Timestamps.format(value));
        }
      };

  /**
   * Values of any kind with their exact text, in both directions. The JSON null is {@link
   * JsonValue#NULL} and is written even by a writer that omits nulls; a Java null is an error.
   *
   * <p>Malformed text inside the value causes a {@link com.squareup.moshi.JsonEncodingException}.
   */
  public static final JsonAdapter<JsonValue> JSON_VALUE =
      new PartJsonAdapter<JsonValue>() {
        @Override
        protected JsonValue read(ModelReader reader) throws IOException {
          return reader.nextValue();
        }

        @Override
        public void toJson(JsonWriter writer, @Nullable JsonValue value) throws IOException {
          if (value == null) {
            throw JsonErrors.foundNull("a value", writer.getPath());
          }
          try (BufferedSink sink = writer.valueSink()) {
            sink.write(value.utf8());
          }
        }
      };

  private static final Map<Type, JsonAdapter<?>> SCALARS = new HashMap<>();

  static {
    SCALARS.put(String.class, STRING);
    SCALARS.put(Boolean.class, BOOLEAN);
    SCALARS.put(Integer.class, INTEGER);
    SCALARS.put(Long.class, LONG);
    SCALARS.put(Double.class, DOUBLE);
    SCALARS.put(Float.class, FLOAT);
    SCALARS.put(BigDecimal.class, BIG_DECIMAL);
    SCALARS.put(Instant.class, INSTANT);
    SCALARS.put(LocalDate.class, LOCAL_DATE);
  }

  private JsonAdapters() {}

  /**
   * Returns the adapter for a string, boolean, number, timestamp or date type, or null for any
   * other type.
   */
  public static @Nullable JsonAdapter<?> scalar(Type type) {
    return SCALARS.get(type);
  }

  /**
   * Returns an adapter for arrays of the given elements. The lists that it reads are unmodifiable.
   */
  public static <T> JsonAdapter<List<T>> list(JsonAdapter<T> elements) {
    return new ListJsonAdapter<>(requireNonNull(elements, "elements == null"));
  }

  /**
   * Returns an adapter for objects with arbitrary names and the given values. The maps that it
   * reads are unmodifiable and keep the source order. If a name is repeated, the last value wins
   * but takes the position of the first.
   */
  public static <V> JsonAdapter<Map<String, V>> map(JsonAdapter<V> values) {
    return new MapJsonAdapter<>(requireNonNull(values, "values == null"));
  }

  /**
   * Returns an adapter that reads equal objects in a document as one instance: an object with the
   * same bytes as one of the last 256 objects is not parsed again. When Moshi reads the document,
   * each value that it passes to one of our adapters counts as a separate document.
   *
   * @param objects the adapter for immutable values that are JSON objects
   */
  public static <T> JsonAdapter<T> shared(JsonAdapter<T> objects) {
    return new SharedParts.Adapter<>(requireNonNull(objects, "objects == null"));
  }
}
