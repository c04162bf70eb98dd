// Generated from "Bodies and parameters that are not just a reference to an object" 1.0.0 by
// ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.OpenEnumJsonAdapter;
import com.squareup.moshi.JsonAdapter;

/** Reads and writes {@link State}. */
final class StateJsonAdapter extends OpenEnumJsonAdapter<State> {
  static JsonAdapter<State> create() {
    return new StateJsonAdapter();
  }

  private StateJsonAdapter() {
    super("State");
  }

  @Override
  protected State of(String value) {
    return State.of(value);
  }
}
