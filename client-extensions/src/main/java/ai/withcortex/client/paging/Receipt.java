package ai.withcortex.client.paging;

import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Accounts for a walk so far and says what is proven. The numbers of a resumed walk include those
 * of the walks before it.
 */
@Value.Immutable
public abstract class Receipt {
  Receipt() {}

  static Builder builder() {
    return new Builder();
  }

  /** Returns what is proven. */
  public abstract Verdict verdict();

  /**
   * Returns why the verdict is {@link Verdict#UNPROVABLE}, or which limit made it {@link
   * Verdict#INCOMPLETE}; null otherwise.
   */
  public abstract @Nullable String reason();

  /** Returns how many pages were requested; retries of a request are not counted. */
  public abstract long requests();

  /** Returns how many retries were sent. */
  public abstract long retries();

  /** Returns how many items were delivered. */
  public abstract long delivered();

  /** Returns how many unreadable items were skipped or handed to the fault consumer. */
  public abstract long faulted();

  /**
   * Returns how many items were received again and dropped, because pages overlapped or the items
   * moved to a later page.
   */
  public abstract long duplicates();

  /** Returns how many answers showed that the list had changed. */
  public abstract long drift();

  /** Returns the first total count that the server sent; null if it sent none. */
  public abstract @Nullable Long totalCountAtStart();

  /** Returns the last total count that the server sent; null if it sent none. */
  public abstract @Nullable Long totalCountAtEnd();

  /**
   * Returns where to resume: with the items not delivered yet, or with items added after the end.
   */
  public abstract Checkpoint checkpoint();

  static final class Builder extends ImmutableReceipt.Builder {
    Builder() {}
  }
}
