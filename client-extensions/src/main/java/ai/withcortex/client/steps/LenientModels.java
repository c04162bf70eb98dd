package ai.withcortex.client.steps;

import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.ModelReader;
import ai.withcortex.model.ModelJsonAdapterFactory;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads generated models from raw JSON. */
final class LenientModels {
  private static final Moshi MOSHI =
      new Moshi.Builder().add(ModelJsonAdapterFactory.create()).build();

  private LenientModels() {}

  /** Returns the model, or null if the JSON does not match it. */
  static <T> @Nullable T read(Class<T> type, @Nullable JsonValue json) {
    if (json == null) {
      return null;
    }
    try {
      return ModelReader.of(json, "$", null).read(MOSHI.adapter(type));
    } catch (CortexDataException e) {
      // The JSON deviates from the spec. Callers can inspect it.
      return null;
    } catch (IOException e) {
      throw new AssertionError("a JsonValue is well-formed", e);
    }
  }
}
