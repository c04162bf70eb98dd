package ai.withcortex.client.internal.paging;

import ai.withcortex.core.UnreadElement;
import org.jspecify.annotations.Nullable;

/** An entry on a page: an item or an unreadable element, and its identity. */
public final class PageItem<T> {
  final Identity identity;
  public final @Nullable T item;
  public final @Nullable UnreadElement unread;

  /** The number of items up to and including this one, as far as the walk knows. */
  long position;

  /**
   * The next item on the page that was delivered earlier, so this item does not mark the last place
   * read. Null if there is none.
   */
  @Nullable Identity delivered;

  public PageItem(Identity identity, @Nullable T item, @Nullable UnreadElement unread) {
    this.identity = identity;
    this.item = item;
    this.unread = unread;
  }
}
