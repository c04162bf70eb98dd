// Generated from "Operations" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.OpenEnumJsonAdapter;
import com.squareup.moshi.JsonAdapter;

/** Reads and writes {@link Genre}. */
final class GenreJsonAdapter extends OpenEnumJsonAdapter<Genre> {
  static JsonAdapter<Genre> create() {
    return new GenreJsonAdapter();
  }

  private GenreJsonAdapter() {
    super("Genre");
  }

  @Override
  protected Genre of(String value) {
    return Genre.of(value);
  }
}
