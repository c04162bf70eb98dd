// Generated from "Open enum" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.OpenEnumJsonAdapter;
import com.squareup.moshi.JsonAdapter;

/** Reads and writes {@link Color}. */
final class ColorJsonAdapter extends OpenEnumJsonAdapter<Color> {
  static JsonAdapter<Color> create() {
    return new ColorJsonAdapter();
  }

  private ColorJsonAdapter() {
    super("Color");
  }

  @Override
  protected Color of(String value) {
    return Color.of(value);
  }
}
