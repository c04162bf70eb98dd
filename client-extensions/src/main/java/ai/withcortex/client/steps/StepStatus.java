package ai.withcortex.client.steps;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** State of a step of a run. */
public final class StepStatus extends OpenValue {
  /** {@code "RUNNING"}. */
  public static final StepStatus RUNNING = new StepStatus("RUNNING", Known.RUNNING);

  /** {@code "CANCELLED"}. */
  public static final StepStatus CANCELLED = new StepStatus("CANCELLED", Known.CANCELLED);

  /** {@code "SKIPPED"}. */
  public static final StepStatus SKIPPED = new StepStatus("SKIPPED", Known.SKIPPED);

  /** {@code "COMPLETED"}. */
  public static final StepStatus COMPLETED = new StepStatus("COMPLETED", Known.COMPLETED);

  /** {@code "FAILED"}. */
  public static final StepStatus FAILED = new StepStatus("FAILED", Known.FAILED);

  private final Known known;

  private StepStatus(String value, Known known) {
    super(value);
    this.known = known;
  }

  /** The constant for a value, or an instance that keeps a value that no constant stands for. */
  public static StepStatus of(String value) {
    switch (requireNonNull(value, "value == null")) {
      case "RUNNING":
        return RUNNING;
      case "CANCELLED":
        return CANCELLED;
      case "SKIPPED":
        return SKIPPED;
      case "COMPLETED":
        return COMPLETED;
      case "FAILED":
        return FAILED;
      default:
        return new StepStatus(value, Known.UNKNOWN);
    }
  }

  /** All constants. */
  public static List<StepStatus> knownValues() {
    return Collections.unmodifiableList(
        Arrays.asList(RUNNING, CANCELLED, SKIPPED, COMPLETED, FAILED));
  }

  @Override
  public boolean isKnown() {
    return known != Known.UNKNOWN;
  }

  /** The value for use in a {@code switch}; {@link Known#UNKNOWN} if no constant stands for it. */
  public Known known() {
    return known;
  }

  /** The values that have a constant, as a Java enum. */
  public enum Known {
    /** {@link StepStatus#RUNNING}. */
    RUNNING,
    /** {@link StepStatus#CANCELLED}. */
    CANCELLED,
    /** {@link StepStatus#SKIPPED}. */
    SKIPPED,
    /** {@link StepStatus#COMPLETED}. */
    COMPLETED,
    /** {@link StepStatus#FAILED}. */
    FAILED,
    /** Any other value. */
    UNKNOWN
  }
}
