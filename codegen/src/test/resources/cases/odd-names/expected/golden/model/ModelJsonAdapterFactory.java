// Generated from "Names that templates and URLs must escape" 1.0.0 by
// ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.JsonAdapters;
import ai.withcortex.core.json.JsonValue;
import ai.withcortex.core.json.UnionJsonAdapter;
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
 * Creates the adapters for all models in this package and for {@link JsonValue}. None of them uses
 * reflection.
 *
 * <p>By default, unions are read as their unknown variant, which keeps the exact JSON. To read them
 * by label, add a factory that does so before this one.
 */
public final class ModelJsonAdapterFactory implements JsonAdapter.Factory {
  private ModelJsonAdapterFactory() {}

  /** Returns a factory to add to a {@code Moshi.Builder}. */
  public static ModelJsonAdapterFactory create() {
    return new ModelJsonAdapterFactory();
  }

  /** Returns the unions of this package. */
  public static List<UnionType<?>> unions() {
    return Arrays.asList(Pet.UNION);
  }

  @Override
  public @Nullable JsonAdapter<?> create(
      Type type, Set<? extends Annotation> annotations, Moshi moshi) {
    // Comparing a type with a class loads the class, and this is also called for lists of models.
    if (!annotations.isEmpty() || !(type instanceof Class)) {
      return null;
    }
    if (type == Pet.class) {
      return new UnionJsonAdapter<Pet>(Pet.UNION, moshi);
    }
    if (type == Cat.class) {
      return CatJsonAdapter.create(moshi);
    }
    if (type == Text.class) {
      return TextJsonAdapter.create(moshi);
    }
    if (type == UnknownPet.class) {
      return UnknownPetJsonAdapter.create(moshi);
    }
    if (type == JsonValue.class) {
      return JsonAdapters.JSON_VALUE;
    }
    return null;
  }
}
