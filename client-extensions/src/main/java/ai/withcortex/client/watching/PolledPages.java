package ai.withcortex.client.watching;

import static java.util.Objects.requireNonNull;

import ai.withcortex.client.paging.Page;
import ai.withcortex.client.paging.PageNumbers;
import ai.withcortex.client.paging.PageRequest;
import ai.withcortex.client.paging.PageSource;
import ai.withcortex.core.UnreadElement;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a poll, which tell whether its items are in list order.
 *
 * <p>A walk delivers a page only if it has a delivered item or starts the list. If the start of the
 * list is read again and has none of the delivered items, they have been deleted or moved on. Later
 * items may then belong before them. The walk does not report this, because no item is missing that
 * was in the list all the time.
 */
final class PolledPages<T> implements PageSource<T> {
  private final PageSource<T> source;
  private final PageNumbers numbers;

  /** The IDs of the delivered items, or the JSON of those without a readable ID. */
  private final Set<String> delivered = new HashSet<>();

  private volatile @Nullable Page<T> last;

  /** The page of the last delivered item. */
  private @Nullable Page<T> current;

  /** Whether the walk has started again after it had delivered items. */
  boolean hasRestarted;

  PolledPages(PageSource<T> source, PageNumbers numbers) {
    this.source = source;
    this.numbers = numbers;
  }

  void deliver(T item) {
    deliver(identity(item));
  }

  void deliver(UnreadElement element) {
    deliver(identity(element));
  }

  private void deliver(String identity) {
    Page<T> page = requireNonNull(last, "items come from a page");
    if (page != current) {
      hasRestarted |= current != null && !hasDelivered(page);
      current = page;
    }
    delivered.add(identity);
  }

  private boolean hasDelivered(Page<T> page) {
    return page.items().stream().anyMatch(item -> delivered.contains(identity(item)))
        || page.unread().stream().anyMatch(element -> delivered.contains(identity(element)));
  }

  private static String identity(UnreadElement element) {
    String id = PolledItems.id(element);
    return id == null ? element.json().json() : id;
  }

  @Override
  public CompletableFuture<Page<T>> fetchAsync(PageRequest request) {
    CompletableFuture<Page<T>> fetch =
        requireNonNull(source.fetchAsync(request), "the source returned a null future");
    CompletableFuture<Page<T>> noted = fetch.thenApply(page -> last = page);
    CompletableFuture<?> unused = noted.whenComplete((page, failure) -> fetch.cancel(true));
    return noted;
  }

  @Override
  public String identity(T item) {
    return source.identity(item);
  }

  @Override
  public PageNumbers numbers() {
    return numbers;
  }

  @Override
  public String query() {
    return source.query();
  }
}
