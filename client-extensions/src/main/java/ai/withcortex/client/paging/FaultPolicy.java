package ai.withcortex.client.paging;

import static java.util.Objects.requireNonNull;

import ai.withcortex.core.UnreadElement;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A policy for items that cannot be read; the other items of the page are still delivered. */
public final class FaultPolicy {
  /**
   * Throws the failure of the item once the items before it are delivered. A walk that is resumed
   * from there with another policy continues after the item.
   */
  public static final FaultPolicy FAIL = new FaultPolicy(null);

  /** Leaves the item out and counts it in the receipt. */
  public static final FaultPolicy SKIP = new FaultPolicy(null);

  private final @Nullable Consumer<? super UnreadElement> consumer;

  private FaultPolicy(@Nullable Consumer<? super UnreadElement> consumer) {
    this.consumer = consumer;
  }

  /**
   * Hands the item to the consumer, in list order and on the thread that delivers the other items,
   * and counts it in the receipt. An exception of the consumer ends the walk.
   */
  public static FaultPolicy deliver(Consumer<? super UnreadElement> consumer) {
    return new FaultPolicy(requireNonNull(consumer, "consumer == null"));
  }

  /**
   * Applies this policy to an item: throws its failure, hands it to the consumer, or ignores it.
   * For code that walks over lists.
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
