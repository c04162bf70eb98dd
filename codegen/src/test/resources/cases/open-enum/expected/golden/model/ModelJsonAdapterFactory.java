// Generated from "Open enum" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.JsonAdapters;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.UnionType;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Creates the adapters of all models in this package and of {@link JsonValue}, none of which uses
 * reflection.
 *
 * <p>Unions are read as their unknown variant, with the exact JSON. To read them by label, add a
 * factory that does so before this one.
 */
public final class ModelJsonAdapterFactory implements JsonAdapter.Factory {
  private ModelJsonAdapterFactory() {}

  /** Returns a factory to add to a {@code Moshi.Builder}. */
  public static ModelJsonAdapterFactory create() {
    return new ModelJsonAdapterFactory();
  }

  /** Lists the unions of this package. */
  public static List<UnionType<?>> unions() {
    return Arrays.asList();
  }

  @Override
  public @Nullable JsonAdapter<?> create(
      Type type, Set<? extends Annotation> annotations, Moshi moshi) {
    // Comparing a type with a class loads the class, and lists of models come here as well.
    if (!annotations.isEmpty() || !(type instanceof Class)) {
      return null;
    }
    if (type == Light.class) {
      return LightJsonAdapter.create(moshi);
    }
    if (type == Color.class) {
      return ColorJsonAdapter.create();
    }
    if (type == JsonValue.class) {
      return JsonAdapters.JSON_VALUE;
    }
    return null;
  }
}
