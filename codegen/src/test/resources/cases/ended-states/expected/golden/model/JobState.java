// Generated from "Ended states" 1.0.0 by ai.withcortex.codegen.CortexCodegen; do not edit.

package golden.model;

import ai.withcortex.core.json.OpenEnum;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The state of a job. */
public final class JobState implements OpenEnum {
  /** {@code "WAITING"}. */
  public static final JobState WAITING = new JobState("WAITING", Known.WAITING);

  /** {@code "DONE"}. */
  public static final JobState DONE = new JobState("DONE", Known.DONE);

  /** {@code "gave-up"}. */
  public static final JobState GAVE_UP = new JobState("gave-up", Known.GAVE_UP);

  private final String value;
  private final Known known;

  private JobState(String value, Known known) {
    this.value = value;
    this.known = known;
  }

  /**
   * Returns the constant for the given value, or an instance that keeps the value if it has no
   * constant.
   */
  public static JobState of(String value) {
    switch (Objects.requireNonNull(value, "value == null")) {
      case "WAITING":
        return WAITING;
      case "DONE":
        return DONE;
      case "gave-up":
        return GAVE_UP;
      default:
        return new JobState(value, Known.UNKNOWN);
    }
  }

  /** Returns all constants in the order in which the spec lists them. */
  public static List<JobState> knownValues() {
    return Collections.unmodifiableList(Arrays.asList(WAITING, DONE, GAVE_UP));
  }

  @Override
  public String value() {
    return value;
  }

  @Override
  public boolean isKnown() {
    return known != Known.UNKNOWN;
  }

  /**
   * Returns whether this state is final, that is, never changes again. Unknown values are not
   * final.
   */
  public boolean isEnded() {
    return known == Known.DONE || known == Known.GAVE_UP;
  }

  /**
   * Returns the Java enum constant for use in a {@code switch}; {@link Known#UNKNOWN} if the value
   * has no constant.
   */
  public Known known() {
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JobState && ((JobState) other).value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** Returns the value exactly as it appears in JSON. */
  @Override
  public String toString() {
    return value;
  }

  /** The values that have constants, as a Java enum. */
  public enum Known {
    /** {@link JobState#WAITING}. */
    WAITING,
    /** {@link JobState#DONE}. */
    DONE,
    /** {@link JobState#GAVE_UP}. */
    GAVE_UP,
    /** Any other value. */
    UNKNOWN
  }
}
