package ai.withcortex.core.json;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes an open enum as a string. Base class of the generated enum adapters. */
public abstract class OpenEnumJsonAdapter<E extends OpenEnum> extends PartJsonAdapter<E> {
  private final String name;

  /**
   * @param name the enum's name in the spec
   */
  protected OpenEnumJsonAdapter(String name) {
    this.name = name;
  }

  /** Returns the constant for a value, or a new instance that keeps an unknown value. */
  protected abstract E of(String value);

  @Override
  final JsonReader.Token token() {
    return JsonReader.Token.STRING;
  }

  @Override
  protected final E read(ModelReader reader) throws IOException {
    E value = of(reader.read(JsonAdapters.STRING));
    if (!value.isKnown()) {
      reader.reportLast(DriftKind.UNKNOWN_VALUE, name, JsonValue.Kind.STRING);
    }
    return value;
  }

  @Override
  public final void toJson(JsonWriter writer, @Nullable E value) throws IOException {
    if (value == null) {
      throw JsonErrors.foundNull("a string", writer.getPath());
    }
    JsonAdapters.STRING.toJson(writer, value.value());
  }
}
