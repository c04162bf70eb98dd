package ai.withcortex.client.paging;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Delivers what is new on each page, one item after the other. */
final class ItemIterator<T> implements Iterator<T> {
  private final PageIterator<T> pages;
  private Iterator<T> fresh = Collections.emptyIterator();

  ItemIterator(PageIterator<T> pages) {
    this.pages = pages;
  }

  @Override
  public boolean hasNext() {
    while (!fresh.hasNext() && pages.hasNext()) {
      pages.next();
      fresh = pages.fresh().iterator();
    }
    return fresh.hasNext();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the list has no more items");
    }
    return fresh.next();
  }
}
