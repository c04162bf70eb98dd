package ai.withcortex.client.paging;

import ai.withcortex.core.UnreadElement;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** One page of a list, with the metadata from the response headers. */
@Value.Immutable
public abstract class Page<T> {
  Page() {}

  /** Returns an empty builder. */
  public static <T> Builder<T> builder() {
    return new Builder<>();
  }

  /** Returns the readable items of the page, in the server's order; empty past the end. */
  @Value.Redacted
  public abstract List<T> items();

  /** Returns the unreadable items of the page, each with its index among all items. */
  @Value.Redacted
  public abstract List<UnreadElement> unread();

  /** Returns the page number from the server, or else the requested one. */
  public abstract int number();

  /** Returns the maximum number of items per page from the server, or else the requested one. */
  public abstract int take();

  /** Returns whether the server sent the take, so that fewer items mean the end of the list. */
  public abstract boolean isTakeConfirmed();

  /** Returns the number of items on all pages; null if the server did not send it. */
  public abstract @Nullable Long totalCount();

  /** Returns the length of the decompressed body; null if it is not known. */
  public abstract @Nullable Long bytes();

  /** Returns the response headers, with case-insensitive names. */
  @Value.Redacted
  public abstract Map<String, List<String>> headers();

  /** Builds a {@link Page}. Not safe for use by several threads at once. */
  public static final class Builder<T> extends ImmutablePage.Builder<T> {
    Builder() {}
  }
}
