package ai.withcortex.core.json;

import static java.util.Objects.requireNonNull;

import ai.withcortex.core.error.CortexDataException;
import org.jspecify.annotations.Nullable;

/** Rejects a value of the right kind and carries it, so that callers can keep it. */
final class RefusedValueException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /** Never printed, and not serialized. */
  private final transient @Nullable JsonValue json;

  RefusedValueException(String message, JsonValue json) {
    super(message);
    this.json = requireNonNull(json, "json == null");
  }

  /** Returns the value that made an adapter fail; null if it failed for a different reason. */
  static @Nullable JsonValue in(CortexDataException failure) {
    Throwable cause = failure.getCause();
    return cause instanceof RefusedValueException ? ((RefusedValueException) cause).json : null;
  }
}
