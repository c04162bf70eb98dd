package ai.withcortex.client.paging;

import java.time.Duration;
import java.util.function.Consumer;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * How a walk reads a list, and when it ends before the list does.
 *
 * <p>A limit that is reached is no failure: the walk ends as if the list did, its verdict is {@link
 * Verdict#INCOMPLETE} with the limit as the reason, and its checkpoint is where to go on.
 */
@Value.Immutable
public abstract class WalkOptions {
  /** The greatest {@link #prefetch}. */
  public static final int GREATEST_PREFETCH = 64;

  /** Hears no receipt, so that none need be made. */
  static final Consumer<Object> NOBODY = receipt -> {};

  /** Exact, one request at a time, without limits. */
  public static final WalkOptions DEFAULT = builder().build();

  WalkOptions() {}

  /** A builder that begins with the {@link #DEFAULT}. */
  public static Builder builder() {
    return new Builder();
  }

  /** How pages are read; {@link WalkMode#EXACT} by default. */
  @Value.Default
  public WalkMode mode() {
    return WalkMode.EXACT;
  }

  /**
   * How many requests may be on their way while the caller is busy with what came before, from 0 to
   * {@value #GREATEST_PREFETCH}. With 0, the default, a request is sent when the caller reaches
   * what it would bring.
   *
   * <p>The order stays, and so does exactness. Requests that turn out to be of no use are canceled.
   */
  @Value.Default
  public int prefetch() {
    return 0;
  }

  /** How long the walk may take, from its first request on; null for any time. */
  public abstract @Nullable Duration timeLimit();

  /** How many requests may be sent, repeated attempts included; null for any number. */
  public abstract @Nullable Long requestLimit();

  /** How many items are delivered at most; null for any number. */
  public abstract @Nullable Long itemLimit();

  /**
   * After how many bytes of answers, decompressed, no further page is asked for; null for any
   * number. What has come by then is delivered.
   */
  public abstract @Nullable Long byteLimit();

  /** What happens with an item that cannot be read; {@link FaultPolicy#FAIL} by default. */
  @Value.Default
  public FaultPolicy faults() {
    return FaultPolicy.FAIL;
  }

  /** Where to go on; null to begin with the list. */
  public abstract @Nullable Checkpoint checkpoint();

  /**
   * Hears the receipt when a walk ends, once, on the thread that ends it: at the end of the list,
   * at a limit, and when it is closed or canceled. A failure ends what cannot be asked again,
   * futures and subscriptions, but no iterator.
   */
  @Value.Default
  public Consumer<? super Receipt> onEnd() {
    return NOBODY;
  }

  /** A builder with the values of these options. */
  public final Builder toBuilder() {
    return builder().from(this);
  }

  @Value.Check
  void check() {
    if (prefetch() < 0 || prefetch() > GREATEST_PREFETCH) {
      throw new IllegalArgumentException(
          "prefetch must be from 0 to " + GREATEST_PREFETCH + " but is " + prefetch());
    }
    Duration time = timeLimit();
    if (time != null && (time.isNegative() || time.isZero())) {
      throw new IllegalArgumentException("timeLimit must be more than 0 but is " + time);
    }
    requirePositive(requestLimit(), "requestLimit");
    requirePositive(itemLimit(), "itemLimit");
    requirePositive(byteLimit(), "byteLimit");
  }

  private static void requirePositive(@Nullable Long limit, String name) {
    if (limit != null && limit < 1) {
      throw new IllegalArgumentException(name + " must be at least 1 but is " + limit);
    }
  }

  /** Builds {@link WalkOptions}. Not safe for use by several threads at once. */
  public static final class Builder extends ImmutableWalkOptions.Builder {
    Builder() {}
  }
}
