package ai.withcortex.core.json;

import static java.util.Objects.requireNonNull;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the variant for all unknown labels. Reads the properties that all variants share
 * and keeps the exact JSON of the whole value, which is written back. Base class of the generated
 * adapters for unknown variants.
 */
public abstract class UnknownVariantJsonAdapter<T, B> extends ModelJsonAdapter<T, B> {
  protected UnknownVariantJsonAdapter(ModelProperties properties) {
    super(properties);
  }

  /** Stores the JSON of the whole value in the builder. */
  protected abstract void keep(B builder, JsonValue json);

  /** Returns the JSON of the whole value. */
  protected abstract JsonValue json(T variant);

  @Override
  protected final T read(ModelReader reader) throws IOException {
    B builder = newBuilder();
    Map<String, JsonValue> additional =
        requireNonNull(reader.lookAhead(() -> readProperties(reader, builder)));
    keep(builder, reader.nextValue());
    return build(builder, additional);
  }

  @Override
  public final void toJson(JsonWriter writer, @Nullable T variant) throws IOException {
    if (variant == null) {
      throw JsonErrors.foundNull("a variant", writer.getPath());
    }
    JsonAdapters.JSON_VALUE.toJson(writer, json(variant));
  }

  @Override
  protected final void write(ModelWriter writer, T variant) {
    throw new AssertionError("toJson writes the stored JSON");
  }
}
