// Generated from "Library names" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.OpenEnumJsonAdapter;
import com.squareup.moshi.JsonAdapter;

/** Reads and writes {@link Header}. */
final class HeaderJsonAdapter extends OpenEnumJsonAdapter<Header> {
  static JsonAdapter<Header> create() {
    return new HeaderJsonAdapter();
  }

  private HeaderJsonAdapter() {
    super("Header");
  }

  @Override
  protected Header of(String value) {
    return Header.of(value);
  }
}
