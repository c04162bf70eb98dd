package ai.withcortex.client.paging;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Pages that are there at once; an item is what its text says. Walks take page 1 for the first one,
 * unless a test is about how they find out.
 */
@FunctionalInterface
interface TestSource<T> extends PageSource<T> {
  Page<T> page(int number, int take);

  @Override
  default CompletableFuture<Page<T>> fetchAsync(PageRequest request) {
    return CompletableFuture.completedFuture(page(request.number(), request.take()));
  }

  @Override
  default String identity(T item) {
    return String.valueOf(item);
  }

  @Override
  default String query() {
    return "items";
  }

  @Override
  default @Nullable PageNumbers numbers() {
    return PageNumbers.startingAt(1);
  }

  /** Returns a source of the same pages, about whose numbers nothing is known. */
  default PageSource<T> unnumbered() {
    TestSource<T> source = this;
    return new TestSource<T>() {
      @Override
      public Page<T> page(int number, int take) {
        return source.page(number, take);
      }

      @Override
      public CompletableFuture<Page<T>> fetchAsync(PageRequest request) {
        return source.fetchAsync(request);
      }

      @Override
      public @Nullable PageNumbers numbers() {
        return null;
      }
    };
  }
}
