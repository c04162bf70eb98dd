// Generated from "Library names" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.OpenEnumJsonAdapter;
import com.squareup.moshi.JsonAdapter;

/** Reads and writes {@link Kind}. */
final class KindJsonAdapter extends OpenEnumJsonAdapter<Kind> {
  static JsonAdapter<Kind> create() {
    return new KindJsonAdapter();
  }

  private KindJsonAdapter() {
    super("Kind");
  }

  @Override
  protected Kind of(String value) {
    return Kind.of(value);
  }
}
