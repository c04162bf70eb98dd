package ai.withcortex.core.json;

import ai.withcortex.core.CortexDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes a model as a JSON object, without reflection. The base of the generated
 * adapters, which say what the properties are; what is done about absent, null, mistyped and
 * unknown ones is decided here, once:
 *
 * <ul>
 *   <li>A required property that is missing, null or of another JSON kind is an error with its
 *       path.
 *   <li>An optional property that is null, of another JSON kind, or a scalar that its type cannot
 *       hold, is kept as it came, among the additional properties; its accessor answers null.
 *   <li>A property that the spec does not list is kept among the additional properties.
 *   <li>Of a property that comes twice, the last value counts that its accessor can answer and that
 *       is not null; of one that the spec does not list, or that may be of any kind, the last.
 * </ul>
 *
 * <p>So what was read is written again, whatever it was; a {@link DriftSink} hears of it. Where a
 * property has a typed value as well as an additional one of the same name, the typed one is
 * written.
 *
 * @param <T> the model
 * @param <B> its builder
 */
public abstract class ModelJsonAdapter<T, B> extends PartJsonAdapter<T> {
  private final ModelProperties properties;

  protected ModelJsonAdapter(ModelProperties properties) {
    this.properties = properties;
  }

  protected abstract B newBuilder();

  /** Reads the value of a listed property, which has the JSON kind that the list says. */
  protected abstract void read(int property, ModelReader reader, B builder) throws IOException;

  protected abstract T build(B builder, Map<String, JsonValue> additionalProperties);

  /** Writes the listed properties in their order, by the methods below. */
  protected abstract void write(ModelWriter writer, T model) throws IOException;

  protected abstract Map<String, JsonValue> additionalProperties(T model);

  @Override
  final JsonReader.Token token() {
    return JsonReader.Token.BEGIN_OBJECT;
  }

  @Override
  protected T read(ModelReader reader) throws IOException {
    B builder = newBuilder();
    return build(builder, readProperties(reader, builder));
  }

  /** Reads an object into the builder and answers what must be kept beside it. */
  final Map<String, JsonValue> readProperties(ModelReader reader, B builder) throws IOException {
    if (reader.peek() != JsonReader.Token.BEGIN_OBJECT) {
      throw reader.mismatch("an object");
    }
    boolean[] seen = new boolean[properties.count()];
    Map<String, JsonValue> additional = null;
    reader.beginObject();
    int property = -1;
    while (reader.hasNext()) {
      property = reader.select(properties, property);
      String name = property < 0 ? reader.nextName() : properties.name(property);
      if ((property >= 0 && seen[property])
          || (additional != null && additional.containsKey(name))) {
        reader.report(DriftKind.REPEATED_NAME, properties.model());
      }
      JsonValue kept = property < 0 ? readUnlisted(reader) : readListed(property, reader, builder);
      if (kept == null) {
        seen[property] = true;
        if (additional != null) {
          additional.remove(name);
        }
      } else if (property < 0 || !seen[property]) {
        additional = additional == null ? new LinkedHashMap<>() : additional;
        additional.put(name, kept);
      }
    }
    reader.endObject();
    properties.requireAll(seen, reader);
    return additional == null ? Collections.emptyMap() : additional;
  }

  /** Reads the label that makes an object one of this model. */
  protected static void readLabel(ModelReader reader, String label) throws IOException {
    if (!reader.nextText().equals(label)) {
      throw JsonErrors.at(
          reader.path(), "Expected the label '" + label + "' but found another", null);
    }
  }

  private JsonValue readUnlisted(ModelReader reader) throws IOException {
    reader.report(DriftKind.UNKNOWN_PROPERTY, properties.model());
    return reader.nextValue();
  }

  /** The value if it must be kept as it is; null once the builder has it. */
  private @Nullable JsonValue readListed(int property, ModelReader reader, B builder)
      throws IOException {
    JsonReader.Token token = reader.peek();
    if (!properties.accepts(property, token)) {
      return readOtherKind(property, token, reader);
    }
    // Not in a method of its own: models nest, and each level takes what a thread's stack has.
    try {
      read(property, reader, builder);
      return null;
    } catch (CortexDataException e) {
      JsonValue refused = RefusedValueException.in(e);
      if (refused == null || properties.isRequired(property) || !properties.isScalar(property)) {
        throw e;
      }
      reader.reportLast(DriftKind.UNREADABLE_VALUE, properties.model(), JsonValue.Kind.of(token));
      return refused;
    }
  }

  private @Nullable JsonValue readOtherKind(
      int property, JsonReader.Token token, ModelReader reader) throws IOException {
    boolean isAllowedNull = token == JsonReader.Token.NULL && properties.isNullable(property);
    if (properties.isRequired(property)) {
      if (!isAllowedNull) {
        throw properties.mismatch(property, reader);
      }
      reader.skipValue();
      return null;
    }
    if (!isAllowedNull) {
      reader.report(DriftKind.OTHER_KIND, properties.model());
    }
    return reader.nextValue();
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable T model) throws IOException {
    if (model == null) {
      throw JsonErrors.foundNull("a model", writer.getPath());
    }
    Map<String, JsonValue> additional = additionalProperties(model);
    if (HalfSurrogates.inNames(additional)) {
      HalfSurrogates.write(writer, allMembers(model, additional, writer.getPath()));
      return;
    }
    boolean serializeNulls = writer.getSerializeNulls();
    writer.setSerializeNulls(true);
    try {
      writer.beginObject();
      ModelWriter out = new ModelWriter(writer, additional);
      write(out, model);
      out.writeAdditional();
      writer.endObject();
    } finally {
      writer.setSerializeNulls(serializeNulls);
    }
  }

  private Map<String, JsonValue> allMembers(T model, Map<String, JsonValue> additional, String path)
      throws IOException {
    JsonValue listed = HalfSurrogates.json(this::writeListed, model, path);
    Map<String, JsonValue> members = new LinkedHashMap<>(listed.asMap());
    additional.forEach(members::putIfAbsent);
    return members;
  }

  private void writeListed(JsonWriter writer, T model) throws IOException {
    writer.setSerializeNulls(true);
    writer.beginObject();
    write(new ModelWriter(writer, Collections.emptyMap()), model);
    writer.endObject();
  }
}
