// Generated from "Open enum" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.OpenEnumJsonAdapter;

/** Reads and writes {@link Color}. */
final class ColorJsonAdapter extends OpenEnumJsonAdapter<Color> {
  ColorJsonAdapter() {
    super("Color");
  }

  @Override
  protected Color of(String value) {
    return Color.of(value);
  }
}
