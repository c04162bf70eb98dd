package ai.withcortex.client.paging;

import static java.util.Objects.requireNonNull;

import ai.withcortex.core.UnreadElement;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A policy for items that cannot be read. The other items on the page are still delivered. */
public final class FaultPolicy {
  /**
   * Throws the exception for an unreadable item once the items before it have been delivered. A
   * walk resumed from that position under a different policy continues after the unreadable item.
   */
  public static final FaultPolicy FAIL = new FaultPolicy(null);

  /** Skips unreadable items and counts them in the receipt. */
  public static final FaultPolicy SKIP = new FaultPolicy(null);

  private final @Nullable Consumer<? super UnreadElement> consumer;

  private FaultPolicy(@Nullable Consumer<? super UnreadElement> consumer) {
    this.consumer = consumer;
  }

  /**
   * Returns a policy that passes unreadable items to a consumer, in list order and on the thread
   * that delivers the other items, and counts them in the receipt. If the consumer throws, the walk
   * ends.
   */
  public static FaultPolicy deliver(Consumer<? super UnreadElement> consumer) {
    return new FaultPolicy(requireNonNull(consumer, "consumer == null"));
  }

  /**
   * Applies this policy to an unreadable item: throws its exception, passes it to the consumer, or
   * ignores it. Intended for code that implements its own walks.
   */
  public void apply(UnreadElement item) {
    if (this == FAIL) {
      throw item.failure();
    }
    if (consumer != null) {
      consumer.accept(item);
    }
  }
}
