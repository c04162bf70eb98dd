package ai.withcortex.client.paging;

import ai.withcortex.core.UnreadElement;
import org.jspecify.annotations.Nullable;

/** One place of a page: an item or what could not be read as one, and what tells it from others. */
final class Entry<T> {
  final Identity identity;
  private final @Nullable T item;
  final @Nullable UnreadElement unread;

  /** How many items lie before it and up to it, as far as the walk can tell. */
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
