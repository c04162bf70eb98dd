package ai.withcortex.client.paging;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Delivers what is new in each answer, one item after the other. */
final class DefaultWalk<T> implements Walk<T> {
  private final Walker<T> walker;
  private Iterator<Entry<T>> fresh = Collections.emptyIterator();

  DefaultWalk(Walker<T> walker) {
    this.walker = walker;
  }

  @Override
  public boolean hasNext() {
    while (!fresh.hasNext()) {
      List<Entry<T>> entries = walker.fetch();
      if (entries == null) {
        return false;
      }
      fresh = entries.iterator();
    }
    return true;
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the list has no more items");
    }
    return fresh.next().item;
  }

  @Override
  public Receipt receipt() {
    return walker.receipt();
  }
}
