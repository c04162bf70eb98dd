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

  /** Returns the readable items on the page, in server order. Empty past the end of the list. */
  @Value.Redacted
  public abstract List<T> items();

  /** Returns the unreadable items on the page, each with its index among all items on the page. */
  @Value.Redacted
  public abstract List<UnreadElement> unread();

  /**
   * Returns the page number reported by the server, or the requested page number if the server did
   * not report one.
   */
  public abstract int number();

  /**
   * Returns the page size limit reported by the server, or the requested page size if the server
   * did not report one.
   */
  public abstract int take();

  /**
   * Returns whether the server reported the {@link #take}. If it is less than requested, a page
   * with fewer items is the last page. Otherwise, the server may only have repeated the request.
   */
  public abstract boolean isTakeConfirmed();

  /** Returns the total number of items on all pages, or null if the server did not report it. */
  public abstract @Nullable Long totalCount();

  /** Returns the length of the decompressed body in bytes, or null if it is unknown. */
  public abstract @Nullable Long bytes();

  /**
   * Returns the response headers. The map is case-sensitive; in the pages of a client's lists, all
   * names are in lower case.
   */
  @Value.Redacted
  public abstract Map<String, List<String>> headers();

  /** Builds a {@link Page}. Not thread-safe. */
  public static final class Builder<T> extends ImmutablePage.Builder<T> {
    Builder() {}
  }
}
