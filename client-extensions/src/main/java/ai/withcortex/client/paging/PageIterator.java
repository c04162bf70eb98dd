package ai.withcortex.client.paging;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Hands out pages as the server sent them, but for an empty one at the end. */
final class PageIterator<T> implements Iterator<Page<T>> {
  private final Walker<T> walker;

  /** The page that {@link #next} will answer; null when it is not there yet. */
  private @Nullable Page<T> ahead;

  PageIterator(Walker<T> walker) {
    this.walker = walker;
  }

  @Override
  public boolean hasNext() {
    while (ahead == null && walker.fetch()) {
      while (walker.hasItem()) {
        walker.takeItem();
      }
      Page<T> page = walker.page();
      boolean isEmpty = page == null || (page.items().isEmpty() && page.unread().isEmpty());
      ahead = walker.isRead() && isEmpty ? null : page;
    }
    return ahead != null;
  }

  @Override
  public Page<T> next() {
    if (!hasNext() || ahead == null) {
      throw new NoSuchElementException("the list has no more pages");
    }
    Page<T> page = ahead;
    ahead = null;
    return page;
  }
}
