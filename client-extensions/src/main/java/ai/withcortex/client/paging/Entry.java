package ai.withcortex.client.paging;

/** One place of a page: an item, and what tells it from others. */
final class Entry<T> {
  final Identity identity;
  final T item;

  Entry(Identity identity, T item) {
    this.identity = identity;
    this.item = item;
  }
}
