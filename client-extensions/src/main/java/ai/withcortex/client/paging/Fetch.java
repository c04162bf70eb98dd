package ai.withcortex.client.paging;

import java.util.concurrent.CompletableFuture;

/** A request on its way. */
final class Fetch<T> {
  final Window window;
  final CompletableFuture<Page<T>> page;

  Fetch(Window window, CompletableFuture<Page<T>> page) {
    this.window = window;
    this.page = page;
  }
}
