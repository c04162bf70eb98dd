package ai.withcortex.core.json;

import com.squareup.moshi.JsonAdapter;
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
 *   <li>An optional property that is null or of another JSON kind is kept as it came, among the
 *       additional properties; its accessor answers null.
 *   <li>A property that the spec does not list is kept among the additional properties.
 *   <li>Of a property that comes twice, the last value counts that is not null and of the right
 *       kind.
 * </ul>
 *
 * <p>So what was read is written again, whatever it was. Where a property has a typed value as well
 * as an additional one of the same name, the typed one is written.
 *
 * @param <T> the model
 * @param <B> its builder
 */
public abstract class ModelJsonAdapter<T, B> extends JsonAdapter<T> {
  private final ModelProperties properties;

  protected ModelJsonAdapter(ModelProperties properties) {
    this.properties = properties;
  }

  protected abstract B newBuilder();

  /** Reads the value of a listed property, which has the JSON kind that the list says. */
  protected abstract void read(int property, JsonReader reader, B builder) throws IOException;

  protected abstract T build(B builder, Map<String, JsonValue> additionalProperties);

  /** Writes the listed properties in their order, by the methods below. */
  protected abstract void write(ModelWriter writer, T model) throws IOException;

  protected abstract Map<String, JsonValue> additionalProperties(T model);

  @Override
  public T fromJson(JsonReader reader) throws IOException {
    B builder = newBuilder();
    return build(builder, readProperties(reader, builder));
  }

  /** Reads an object into the builder and answers what must be kept beside it. */
  final Map<String, JsonValue> readProperties(JsonReader reader, B builder) throws IOException {
    if (reader.peek() != JsonReader.Token.BEGIN_OBJECT) {
      throw JsonErrors.mismatch("an object", reader);
    }
    boolean[] seen = new boolean[properties.count()];
    Map<String, JsonValue> additional = null;
    reader.beginObject();
    while (reader.hasNext()) {
      int property = properties.select(reader);
      if (property >= 0 && readListed(property, reader, builder)) {
        seen[property] = true;
        if (additional != null) {
          additional.remove(properties.name(property));
        }
      } else {
        String name = property < 0 ? reader.nextName() : properties.name(property);
        additional = additional == null ? new LinkedHashMap<>() : additional;
        DriftSink.report(reader, property < 0 ? DriftKind.UNKNOWN_PROPERTY : DriftKind.OTHER_KIND);
        additional.put(name, JsonAdapters.JSON_VALUE.fromJson(reader));
      }
    }
    reader.endObject();
    properties.requireAll(seen, reader);
    return additional == null ? Collections.emptyMap() : additional;
  }

  /** Reads the label that makes an object one of this model. */
  protected static void readLabel(JsonReader reader, String label) throws IOException {
    String path = reader.getPath();
    if (!reader.nextString().equals(label)) {
      throw JsonErrors.at(path, "Expected the label '" + label + "' but found another", null);
    }
  }

  /** False when the value must be kept as it is; nothing of it has been read then. */
  private boolean readListed(int property, JsonReader reader, B builder) throws IOException {
    JsonReader.Token token = reader.peek();
    if (properties.accepts(property, token)) {
      read(property, reader, builder);
      return true;
    }
    if (token == JsonReader.Token.NULL && properties.isNullable(property)) {
      reader.nextNull();
      return true;
    }
    if (properties.isRequired(property)) {
      throw properties.mismatch(property, reader);
    }
    return false;
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable T model) throws IOException {
    if (model == null) {
      throw JsonErrors.foundNull("a model", writer.getPath());
    }
    boolean serializeNulls = writer.getSerializeNulls();
    writer.setSerializeNulls(true);
    try {
      writer.beginObject();
      ModelWriter out = new ModelWriter(writer, additionalProperties(model));
      write(out, model);
      out.writeAdditional();
      writer.endObject();
    } finally {
      writer.setSerializeNulls(serializeNulls);
    }
  }
}
