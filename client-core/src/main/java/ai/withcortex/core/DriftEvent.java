package ai.withcortex.core;

import ai.withcortex.core.json.DriftKind;

/** That the body of an answer differs from the spec in one way, at one place or several alike. */
public final class DriftEvent {
  private final DriftKind kind;
  private final String path;
  private final int count;

  DriftEvent(DriftKind kind, String path, int count) {
    this.kind = kind;
    this.path = path;
    this.count = count;
  }

  /** In which way it differs. */
  public DriftKind kind() {
    return kind;
  }

  /** The JSON path with a star for each index, such as {@code $[*].steps[*].color}; no value. */
  public String path() {
    return path;
  }

  /** How many places of this body are meant, at least 1. */
  public int count() {
    return count;
  }

  /** Such as {@code UNKNOWN_PROPERTY at $[*].steps[*].color (12 times)}. */
  @Override
  public String toString() {
    return kind + " at " + path + " (" + count + (count == 1 ? " time)" : " times)");
  }
}
