package ai.withcortex.client.paging;

import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Summarizes what a walk has done and proven so far. The numbers for a resumed walk include those
 * of earlier walks.
 */
@Value.Immutable
public abstract class Receipt {
  Receipt() {}

  static Builder builder() {
    return new Builder();
  }

  /** Returns what is proven about the completeness of the walk. */
  public abstract Verdict verdict();

  /**
   * Returns the reason why the verdict is {@link Verdict#UNPROVABLE}, or the limit that made it
   * {@link Verdict#INCOMPLETE}. Null otherwise.
   *
   * <p>A walk in progress has the reason as soon as it is known that the verdict cannot be better
   * than UNPROVABLE. It is known before the items concerned are delivered: without a reason, all
   * items so far are in list order.
   */
  public abstract @Nullable String reason();

  /**
   * Returns the number of pages requested, not counting retries. A request that has not been sent,
   * for example because it waits for a rate limit, does not count.
   */
  public abstract long requests();

  /** Returns the number of retries sent. */
  public abstract long retries();

  /** Returns the number of items delivered. */
  public abstract long delivered();

  /** Returns the number of unreadable items that were skipped or passed to the fault consumer. */
  public abstract long faulted();

  /**
   * Returns the number of items that were received again and dropped, because pages overlapped or
   * items moved to a later page.
   */
  public abstract long duplicates();

  /** Returns the number of responses that showed that the list had changed. */
  public abstract long drift();

  /** Returns the first total count sent by the server, or null if it sent none. */
  public abstract @Nullable Long totalCountAtStart();

  /** Returns the last total count sent by the server, or null if it sent none. */
  public abstract @Nullable Long totalCountAtEnd();

  /**
   * Returns the checkpoint from which to resume with the items not yet delivered, or with items
   * added after the end.
   */
  public abstract Checkpoint checkpoint();

  static final class Builder extends ImmutableReceipt.Builder {
    Builder() {}
  }
}
