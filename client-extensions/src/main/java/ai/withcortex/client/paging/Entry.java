package ai.withcortex.client.paging;

import ai.withcortex.core.UnreadElement;
import org.jspecify.annotations.Nullable;

/** One position of a page: an item or an unreadable element, and its identity. */
final class Entry<T> {
  final Identity identity;
  private final @Nullable T item;
  final @Nullable UnreadElement unread;

  /** How many items there are up to this one, as far as the walk knows. */
  long position;

  Entry(Identity identity, @Nullable T item, @Nullable UnreadElement unread) {
    this.identity = identity;
    this.item = item;
    this.unread = unread;
  }

  T item() {
    if (item == null) {
      throw new AssertionError("only what could be read is delivered");
    }
    return item;
  }
}
