package ai.withcortex.client.steps;

import ai.withcortex.core.json.DriftKind;
import ai.withcortex.core.json.ModelReader;
import ai.withcortex.core.json.PartJsonAdapter;
import ai.withcortex.core.json.UnionType;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a union value with the adapter for its label, or with a fallback if there is none. */
final class LabelledUnionJsonAdapter<T> extends PartJsonAdapter<T> {
  private final String name;
  private final String discriminator;
  private final Map<String, JsonAdapter<? extends T>> byLabel = new HashMap<>();
  private final JsonAdapter<T> others;

  LabelledUnionJsonAdapter(UnionType<T> union, Moshi moshi, JsonAdapter<T> others) {
    this.name = union.name();
    this.discriminator = union.discriminator();
    union.variants().forEach((label, variant) -> byLabel.put(label, moshi.adapter(variant)));
    this.others = others;
  }

  @Override
  protected T read(ModelReader reader) throws IOException {
    // Without a label, the fallback reports the error.
    String label = reader.stringAhead(discriminator);
    JsonAdapter<? extends T> variant = byLabel.get(label);
    if (variant != null) {
      return reader.read(variant);
    }
    if (label != null) {
      reader.report(DriftKind.UNKNOWN_VARIANT, name);
    }
    return reader.read(others);
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
    others.toJson(writer, value);
  }
}
