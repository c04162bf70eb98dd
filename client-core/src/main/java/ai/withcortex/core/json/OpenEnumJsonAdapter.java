package ai.withcortex.core.json;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads and writes an open enum as a string. */
public final class OpenEnumJsonAdapter<E extends OpenEnum> extends PartJsonAdapter<E> {
  private final String name;
  private final Function<String, E> instances;

  /**
   * @param name the enum's name in the spec
   * @param instances returns the constant for a value, or a new instance that keeps an unknown
   *     value
   */
  public OpenEnumJsonAdapter(String name, Function<String, E> instances) {
    this.name = name;
    this.instances = instances;
  }

  @Override
  JsonReader.Token token() {
    return JsonReader.Token.STRING;
  }

  @Override
  protected E read(ModelReader reader) throws IOException {
    E value = instances.apply(reader.read(JsonAdapters.STRING));
    if (!value.isKnown()) {
      reader.reportLast(DriftKind.UNKNOWN_VALUE, name, JsonValue.Kind.STRING);
    }
    return value;
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable E value) throws IOException {
    if (value == null) {
      throw JsonErrors.foundNull("a string", writer.getPath());
    }
    JsonAdapters.STRING.toJson(writer, value.value());
  }
}
