package ai.withcortex.client.paging;

import java.util.NoSuchElementException;

/** Delivers what is new in each answer, one item after the other. */
final class DefaultWalk<T> implements Walk<T> {
  private final Walker<T> walker;

  DefaultWalk(Walker<T> walker) {
    this.walker = walker;
  }

  @Override
  public boolean hasNext() {
    while (!walker.hasItem()) {
      if (!walker.fetch()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the list has no more items");
    }
    return walker.takeItem();
  }

  @Override
  public Receipt receipt() {
    return walker.receipt();
  }

  @Override
  public Checkpoint checkpoint() {
    return walker.checkpoint();
  }

  @Override
  public void close() {
    walker.end();
  }
}
