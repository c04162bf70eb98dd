// Generated from "Union" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.UnionJsonAdapter;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;

/** Writes every variant of {@link Shape}, but reads all of them as {@link UnknownShape}. */
final class ShapeJsonAdapter extends UnionJsonAdapter<Shape> {
  static JsonAdapter<Shape> create(Moshi moshi) {
    return new ShapeJsonAdapter(moshi);
  }

  private ShapeJsonAdapter(Moshi moshi) {
    super(Shape.UNION, moshi);
  }
}
