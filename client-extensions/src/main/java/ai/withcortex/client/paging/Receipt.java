package ai.withcortex.client.paging;

import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a walk has done so far, and what that proves. The numbers of a walk that was resumed include
 * those before.
 */
@Value.Immutable
public abstract class Receipt {
  Receipt() {}

  static Builder builder() {
    return new Builder();
  }

  /** What is proven. */
  public abstract Verdict verdict();

  /**
   * Why the verdict is {@link Verdict#UNPROVABLE}, or which limit has made it {@link
   * Verdict#INCOMPLETE}; null for every other one.
   */
  public abstract @Nullable String reason();

  /** How many pages were asked for; repeated attempts of one request count once. */
  public abstract long requests();

  /** How many attempts were made beyond the first of each request. */
  public abstract long retries();

  /** How many items were delivered. */
  public abstract long delivered();

  /** How many items could not be read and were skipped or delivered as such. */
  public abstract long faulted();

  /** How many items came again and were dropped: overlaps, and what moved to a later page. */
  public abstract long duplicates();

  /** In how many answers it showed that the list had changed. */
  public abstract long drift();

  /** The total count that came with the first answer; null if none came. */
  public abstract @Nullable Long totalCountAtStart();

  /** The total count that came with the last answer; null if none came. */
  public abstract @Nullable Long totalCountAtEnd();

  /** Where to go on: with what is not delivered yet, or with what is added after the end. */
  public abstract Checkpoint checkpoint();

  static final class Builder extends ImmutableReceipt.Builder {
    Builder() {}
  }
}
