// Generated from "Union" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.OpenEnumJsonAdapter;

/** Reads and writes {@link ShapeKind}. */
final class ShapeKindJsonAdapter extends OpenEnumJsonAdapter<ShapeKind> {
  ShapeKindJsonAdapter() {
    super("ShapeKind");
  }

  @Override
  protected ShapeKind of(String value) {
    return ShapeKind.of(value);
  }
}
