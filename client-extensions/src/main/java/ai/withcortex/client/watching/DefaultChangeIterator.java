package ai.withcortex.client.watching;

import ai.withcortex.core.error.CortexConnectionException;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Blocks until there is a change. */
final class DefaultChangeIterator<T> implements ChangeIterator<T> {
  private final Watcher<T> watcher;

  DefaultChangeIterator(Watcher<T> watcher) {
    this.watcher = watcher;
  }

  @Override
  public boolean hasNext() {
    while (!watcher.hasItem()) {
      if (watcher.isRead()) {
        return false;
      }
      await(watcher.fetchAsync());
    }
    return true;
  }

  private void await(CompletableFuture<Boolean> fetch) {
    try {
      fetch.get();
    } catch (InterruptedException e) {
      watcher.giveUp();
      // The pending poll is ending or has ended; until then it may change the watcher.
      fetch.exceptionally(failure -> false).join();
      Thread.currentThread().interrupt();
      throw new CortexConnectionException(
          "The watch was given up because its thread was interrupted", e);
    } catch (ExecutionException e) {
      Throwable failure = e.getCause() == null ? e : e.getCause();
      // The failure has the stack of another thread, which does not show who waited.
      failure.addSuppressed(new IllegalStateException("The change was waited for here"));
      throw unchecked(failure);
    }
  }

  private static RuntimeException unchecked(Throwable failure) {
    if (failure instanceof Error) {
      throw (Error) failure;
    }
    return failure instanceof RuntimeException
        ? (RuntimeException) failure
        : new IllegalStateException(failure);
  }

  @Override
  public Change<T> next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the watch has ended");
    }
    return watcher.takeItem();
  }

  @Override
  public WatchPosition position() {
    return watcher.position();
  }

  @Override
  public void close() {
    watcher.cancel();
  }
}
