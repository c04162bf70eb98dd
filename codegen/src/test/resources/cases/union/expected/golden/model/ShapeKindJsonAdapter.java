// Generated from "Union" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.OpenEnumJsonAdapter;
import com.squareup.moshi.JsonAdapter;

/** Reads and writes {@link ShapeKind}. */
final class ShapeKindJsonAdapter extends OpenEnumJsonAdapter<ShapeKind> {
  static JsonAdapter<ShapeKind> create() {
    return new ShapeKindJsonAdapter();
  }

  private ShapeKindJsonAdapter() {
    super("ShapeKind");
  }

  @Override
  protected ShapeKind of(String value) {
    return ShapeKind.of(value);
  }
}
