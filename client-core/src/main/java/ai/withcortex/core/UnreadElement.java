package ai.withcortex.core;

import static java.util.Objects.requireNonNull;

import ai.withcortex.core.error.CortexDataException;
import ai.withcortex.core.json.JsonValue;

/** An element of a list that could not be read as the expected type. Immutable. */
public final class UnreadElement {
  private final int index;
  private final JsonValue json;
  private final CortexDataException failure;

  /** Creates an element from the given values; see the methods with the same names. */
  public UnreadElement(int index, JsonValue json, CortexDataException failure) {
    this.index = index;
    this.json = requireNonNull(json, "json == null");
    this.failure = requireNonNull(failure, "failure == null");
  }

  /** Returns the position of the element in the whole list, starting at 0. */
  public int index() {
    return index;
  }

  /** Returns the exact JSON of the element. */
  public JsonValue json() {
    return json;
  }

  /** Returns the reason, which says what was expected, what was found, and where. */
  public CortexDataException failure() {
    return failure;
  }

  /** Returns the index and the failure message, neither of which contains a JSON value. */
  @Override
  public String toString() {
    return "UnreadElement{index=" + index + ", failure=" + failure.getMessage() + "}";
  }
}
