// Generated from "Clashing names" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.OpenEnumJsonAdapter;
import com.squareup.moshi.JsonAdapter;

/** Reads and writes {@link ModelValue}. */
final class ModelValueJsonAdapter extends OpenEnumJsonAdapter<ModelValue> {
  static JsonAdapter<ModelValue> create() {
    return new ModelValueJsonAdapter();
  }

  private ModelValueJsonAdapter() {
    super("Value");
  }

  @Override
  protected ModelValue of(String value) {
    return ModelValue.of(value);
  }
}
