package ai.withcortex.client.paging;

import static java.util.Objects.requireNonNull;

import ai.withcortex.core.UnreadElement;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a walk does with an item that cannot be read; the others on its page arrive anyway. */
public final class FaultPolicy {
  /**
   * Throws what is wrong with the item once those before it are delivered. A walk that is resumed
   * from there with another policy goes on after it.
   */
  public static final FaultPolicy FAIL = new FaultPolicy(null);

  /** Leaves the item out and counts it in the receipt. */
  public static final FaultPolicy SKIP = new FaultPolicy(null);

  private final @Nullable Consumer<? super UnreadElement> consumer;

  private FaultPolicy(@Nullable Consumer<? super UnreadElement> consumer) {
    this.consumer = consumer;
  }

  /**
   * Hands the item to the consumer, in its turn and on the thread that the other items are
   * delivered on, and counts it in the receipt. What the consumer throws ends the walk.
   */
  public static FaultPolicy deliver(Consumer<? super UnreadElement> consumer) {
    return new FaultPolicy(requireNonNull(consumer, "consumer == null"));
  }

  /**
   * Says what is wrong with the item by throwing it, or takes the item; for code that walks over
   * lists.
   */
  public void meet(UnreadElement item) {
    if (this == FAIL) {
      throw item.failure();
    }
    if (consumer != null) {
      consumer.accept(item);
    }
  }
}
