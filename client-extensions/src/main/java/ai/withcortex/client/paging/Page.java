package ai.withcortex.client.paging;

import ai.withcortex.core.UnreadElement;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** One page of a list, and what the server said of it in the response headers. */
@Value.Immutable
public abstract class Page<T> {
  Page() {}

  /** A builder without any value. */
  public static <T> Builder<T> builder() {
    return new Builder<>();
  }

  /** What is on the page and could be read, in the server's order; empty past the end. */
  @Value.Redacted
  public abstract List<T> items();

  /** What is on the page and could not be read, each with its index among all its items. */
  @Value.Redacted
  public abstract List<UnreadElement> unread();

  /** The number of the page as the server said it, or else as it was asked for. */
  public abstract int number();

  /** The greatest number of items on a page as the server said it, or else as it was asked for. */
  public abstract int take();

  /** Whether the server said the take, so that fewer items mean the end of the list. */
  public abstract boolean isTakeConfirmed();

  /** How many items are on all pages together; null when the server did not say. */
  public abstract @Nullable Long totalCount();

  /** How long the body of the answer was, decompressed; null when that is not known. */
  public abstract @Nullable Long bytes();

  /** The response headers, by name without regard to case. */
  @Value.Redacted
  public abstract Map<String, List<String>> headers();

  /** Builds a {@link Page}. Not safe for use by several threads at once. */
  public static final class Builder<T> extends ImmutablePage.Builder<T> {
    Builder() {}
  }
}
