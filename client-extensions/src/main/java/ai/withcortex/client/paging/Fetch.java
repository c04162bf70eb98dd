package ai.withcortex.client.paging;

import ai.withcortex.core.Promise;

/** A request on its way. */
final class Fetch<T> {
  final Window window;
  final Promise<Page<T>> page;

  Fetch(Window window, Promise<Page<T>> page) {
    this.window = window;
    this.page = page;
  }
}
