package ai.withcortex.client.paging;

import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Delivers the new items of each answer one by one.
 *
 * <p>If a walk is closed while another thread waits for an answer, that thread ends the walk.
 */
final class DefaultWalk<T> implements Walk<T> {
  private final Walker<T> walker;
  private final AtomicBoolean isBusy = new AtomicBoolean();
  private volatile boolean isClosed;

  DefaultWalk(Walker<T> walker) {
    this.walker = walker;
  }

  @Override
  public boolean hasNext() {
    isBusy.set(true);
    try {
      return findNext();
    } finally {
      leave();
    }
  }

  @Override
  public T next() {
    isBusy.set(true);
    try {
      if (!findNext()) {
        throw new NoSuchElementException("the list has no more items");
      }
      return walker.takeItem();
    } finally {
      leave();
    }
  }

  private boolean findNext() {
    boolean isFound = walker.hasItem();
    while (!isFound && walker.fetch()) {
      isFound = walker.hasItem();
    }
    return isFound;
  }

  private void leave() {
    isBusy.set(false);
    if (isClosed) {
      end();
    }
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
    isClosed = true;
    walker.cancel();
    end();
  }

  private void end() {
    if (isBusy.compareAndSet(false, true)) {
      walker.end();
      isBusy.set(false);
    }
  }
}
