package ai.withcortex.core;

import static java.util.Objects.requireNonNull;

import ai.withcortex.core.json.JsonValue;

/** An element of a list that could not be read as what it should be. Immutable. */
public final class UnreadElement {
  private final int index;
  private final JsonValue json;
  private final CortexDataException failure;

  /** Makes one of these values, which the methods of the same names describe. */
  public UnreadElement(int index, JsonValue json, CortexDataException failure) {
    this.index = index;
    this.json = requireNonNull(json, "json == null");
    this.failure = requireNonNull(failure, "failure == null");
  }

  /** Its place among all elements of the list, from 0. */
  public int index() {
    return index;
  }

  /** What came instead, with its exact text. */
  public JsonValue json() {
    return json;
  }

  /** Why it could not be read: what was expected, what was found, and the JSON path. */
  public CortexDataException failure() {
    return failure;
  }

  /** The place and the failure, which show no value. */
  @Override
  public String toString() {
    return "UnreadElement{index=" + index + ", failure=" + failure.getMessage() + "}";
  }
}
