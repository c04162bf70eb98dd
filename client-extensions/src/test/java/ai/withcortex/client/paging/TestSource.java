package ai.withcortex.client.paging;

import ai.withcortex.core.Promise;

/** Pages that are there at once; an item is what its text says. */
@FunctionalInterface
interface TestSource<T> extends PageSource<T> {
  Page<T> page(int number, int take);

  @Override
  default Promise<Page<T>> fetch(PageRequest request) {
    return Promise.completed(page(request.number(), request.take()));
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
