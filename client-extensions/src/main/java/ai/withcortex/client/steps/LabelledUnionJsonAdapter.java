package ai.withcortex.client.steps;

import ai.withcortex.core.json.DriftKind;
import ai.withcortex.core.json.DriftSink;
import ai.withcortex.core.json.Lookahead;
import ai.withcortex.core.json.UnionType;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a value of a union by the adapter that its label names, and by another if none does. */
final class LabelledUnionJsonAdapter<T> extends JsonAdapter<T> {
  private final String name;
  private final JsonReader.Options discriminator;
  private final Map<String, JsonAdapter<? extends T>> byLabel = new HashMap<>();
  private final JsonAdapter<T> others;

  LabelledUnionJsonAdapter(UnionType<T> union, Moshi moshi, JsonAdapter<T> others) {
    this.name = union.name();
    this.discriminator = JsonReader.Options.of(union.discriminator());
    union.variants().forEach((label, variant) -> byLabel.put(label, moshi.adapter(variant)));
    this.others = others;
  }

  @Override
  public T fromJson(JsonReader reader) throws IOException {
    return Lookahead.read(reader, this::readByLabel);
  }

  private T readByLabel(JsonReader reader) throws IOException {
    String label = label(reader.peekJson());
    JsonAdapter<? extends T> variant = byLabel.get(label);
    if (variant != null) {
      return variant.fromJson(reader);
    }
    if (label != null) {
      DriftSink.report(reader, DriftKind.UNKNOWN_VARIANT, name);
    }
    return others.fromJson(reader);
  }

  /**
   * Looks ahead for the label; null if there is none, of which the other adapter makes an error.
   */
  private @Nullable String label(JsonReader ahead) throws IOException {
    if (ahead.peek() != JsonReader.Token.BEGIN_OBJECT) {
      return null;
    }
    ahead.beginObject();
    while (ahead.hasNext()) {
      if (ahead.selectName(discriminator) == 0) {
        return ahead.peek() == JsonReader.Token.STRING ? ahead.nextString() : null;
      }
      ahead.skipName();
      ahead.skipValue();
    }
    return null;
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
    others.toJson(writer, value);
  }
}
