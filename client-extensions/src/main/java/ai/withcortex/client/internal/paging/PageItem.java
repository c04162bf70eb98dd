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
   * Whether the item comes before one that was delivered earlier, so it does not mark the last
   * place read.
   */
  boolean isEarly;

  /** The item before this one on its page. */
  @Nullable Identity before;

  public PageItem(Identity identity, @Nullable T item, @Nullable UnreadElement unread) {
    this.identity = identity;
    this.item = item;
    this.unread = unread;
  }
}
