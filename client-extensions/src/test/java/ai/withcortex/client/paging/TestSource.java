package ai.withcortex.client.paging;

import java.util.concurrent.CompletableFuture;

/** Pages that are there at once; an item is what its text says. */
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
}
