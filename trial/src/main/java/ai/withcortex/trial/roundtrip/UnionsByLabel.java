package ai.withcortex.trial.roundtrip;

import ai.withcortex.core.json.ModelReader;
import ai.withcortex.core.json.PartJsonAdapter;
import ai.withcortex.core.json.UnionType;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads each variant of a union as its class, as a client with generated models would do. */
final class UnionsByLabel implements JsonAdapter.Factory {
  private final List<UnionType<?>> unions;

  UnionsByLabel(List<UnionType<?>> unions) {
    this.unions = unions;
  }

  @Override
  public @Nullable JsonAdapter<?> create(
      Type type, Set<? extends Annotation> annotations, Moshi moshi) {
    for (UnionType<?> union : unions) {
      if (union.type() == type && annotations.isEmpty()) {
        return byLabel(union, moshi);
      }
    }
    return null;
  }

  private <T> JsonAdapter<T> byLabel(UnionType<T> union, Moshi moshi) {
    return new ByLabel<>(union, moshi, moshi.nextAdapter(this, union.type(), Set.of()));
  }

  private static final class ByLabel<T> extends PartJsonAdapter<T> {
    private final String discriminator;
    private final Map<String, JsonAdapter<? extends T>> variants = new HashMap<>();
    private final JsonAdapter<T> others;

    ByLabel(UnionType<T> union, Moshi moshi, JsonAdapter<T> others) {
      this.discriminator = union.discriminator();
      this.others = others;
      union.variants().forEach((label, variant) -> variants.put(label, moshi.adapter(variant)));
    }

    @Override
    protected T read(ModelReader reader) throws IOException {
      JsonAdapter<? extends T> variant = variants.get(reader.stringAhead(discriminator));
      return variant == null ? reader.read(others) : reader.read(variant);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable T value) throws IOException {
      others.toJson(writer, value);
    }
  }
}
