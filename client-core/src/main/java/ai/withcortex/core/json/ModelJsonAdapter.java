package ai.withcortex.core.json;

import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.text.HalfSurrogates;
import ai.withcortex.core.text.JsonContainer;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes a model as a JSON object, without reflection. The generated adapters extend this
 * class and define the properties. This class handles absent, null, mistyped and unknown
 * properties:
 *
 * <ul>
 *   <li>A required property that is missing, null or of an unexpected JSON kind causes an error
 *       with its path.
 *   <li>An optional property that is null, has an unexpected JSON kind, or is a scalar that its
 *       type cannot hold is kept unchanged among the additional properties; its accessor returns
 *       null.
 *   <li>A property that the spec does not list is kept among the additional properties.
 *   <li>If a property is repeated, the last non-null value that its accessor can return wins. If
 *       the spec does not list the property or allows any kind, the last value wins.
 * </ul>
 *
 * <p>Every value that was read is therefore written back, and a {@link DriftSink} receives the
 * deviations. If a property has both a typed value and an additional value with the same name, the
 * typed value is written.
 *
 * @param <T> the type of the model
 * @param <B> the type of its builder
 */
public abstract class ModelJsonAdapter<T, B> extends PartJsonAdapter<T> {
  private final ModelProperties properties;

  protected ModelJsonAdapter(ModelProperties properties) {
    this.properties = properties;
  }

  protected abstract B newBuilder();

  /** Reads the value of a listed property, whose JSON kind is one that the spec allows. */
  protected abstract void read(int property, ModelReader reader, B builder) throws IOException;

  protected abstract T build(B builder, Map<String, JsonValue> additionalProperties);

  /** Writes the listed properties in order with the given writer. */
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

  /** Reads an object into the builder and returns the additional properties to keep. */
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

  /** Reads the label that identifies an object of this model. */
  protected static void readLabel(ModelReader reader, String label) throws IOException {
    if (!reader.nextText().equals(label)) {
      throw JsonErrors.at(
          reader.path(), "Expected the label '" + label + "' but found a different label", null);
    }
  }

  private JsonValue readUnlisted(ModelReader reader) throws IOException {
    reader.report(DriftKind.UNKNOWN_PROPERTY, properties.model());
    return reader.nextValue();
  }

  /** Returns the value if it must be kept unchanged; null if the builder has it. */
  private @Nullable JsonValue readListed(int property, ModelReader reader, B builder)
      throws IOException {
    JsonReader.Token token = reader.peek();
    if (!properties.accepts(property, token)) {
      return readOtherKind(property, token, reader);
    }
    // Not in a separate method, because models nest and each level uses stack space.
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
      HalfSurrogates.writeText(
          writer,
          JsonContainer.object(allMembers(model, additional, writer.getPath()), JsonValue::json));
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
    JsonValue listed = written(this::writeListed, model, path);
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
