package ai.withcortex.client.paging;

import ai.withcortex.core.PagingContractException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Fetches page after page, decides after each whether the list goes on, and stops what would never
 * end.
 */
final class PageIterator<T> implements Iterator<Page<T>> {
  private final PageSource<T> source;
  private final Function<? super T, ?> identity;
  private final int take;

  /** The identities of all items received. */
  private final Set<Object> seen = new HashSet<>();

  private final int firstPage;

  /** The number to ask for next. */
  private int number;

  /** How many items lie before the next page, if pages count from 1. */
  private long position;

  /** Whether the position follows from what the server said. */
  private boolean isPositionKnown;

  /** The total count that came with the last page; null when the server did not say. */
  private @Nullable Long lastCount;

  /** The page that {@link #next} will answer; null when it is not there yet. */
  private @Nullable Page<T> ahead;

  private List<T> fresh = Collections.emptyList();
  private boolean ended;

  PageIterator(PageSource<T> source, Function<? super T, ?> identity, int firstPage, int take) {
    this.source = source;
    this.identity = identity;
    this.take = take;
    this.firstPage = firstPage;
    this.number = firstPage;
  }

  @Override
  public boolean hasNext() {
    if (ahead == null && !ended) {
      fetch();
    }
    return ahead != null;
  }

  @Override
  public Page<T> next() {
    if (!hasNext() || ahead == null) {
      throw new NoSuchElementException("the list has no more pages");
    }
    Page<T> page = ahead;
    ahead = null;
    return page;
  }

  /** What no earlier page had, of the page that {@link #next} answered last. */
  List<T> fresh() {
    return fresh;
  }

  private void fetch() {
    Page<T> page = source.fetch(number, take);
    if (number == firstPage) {
      locate(page);
    }
    if (page.items().isEmpty()) {
      checkNothingIsMissing(page);
      ended = true;
      return;
    }
    List<T> unseen = unseen(page.items());
    if (unseen.isEmpty() && !hasGrownByAPage(page)) {
      checkServerWentBack(page);
      ended = true;
      return;
    }
    fresh = unseen;
    ahead = page;
    position += page.items().size();
    number++;
    lastCount = page.totalCount();
    ended = isLast(page);
  }

  /** Where the walk begins: pages before it are as long as the server says, not as asked for. */
  private void locate(Page<T> first) {
    position = (long) Math.max(0, firstPage - 1) * first.take();
    isPositionKnown = position == 0 || first.isTakeConfirmed();
  }

  private boolean isLast(Page<T> page) {
    Long count = page.totalCount();
    if (count != null && isPositionKnown) {
      return position >= count;
    }
    return page.isTakeConfirmed() && page.items().size() < page.take();
  }

  /** Whether as many items were added before this page as it holds, so that all moved here. */
  private boolean hasGrownByAPage(Page<T> page) {
    Long count = page.totalCount();
    return count != null && lastCount != null && count - lastCount >= page.items().size();
  }

  private List<T> unseen(List<T> items) {
    List<T> unseen = new ArrayList<>(items.size());
    for (T item : items) {
      if (seen.add(identity.apply(item))) {
        unseen.add(item);
      }
    }
    return unseen;
  }

  private void checkNothingIsMissing(Page<T> page) {
    Long count = page.totalCount();
    if (count != null && isPositionKnown && position < count) {
      throw new PagingContractException(
          String.format(
              "Page %d holds nothing new although the server counts %d items and sent %d up to there."
                  + " If it numbers pages from 0, start with page 0; otherwise start over.",
              number, count, position));
    }
  }

  /** A server may answer a page past the end with the last one; it says so by that one's number. */
  private void checkServerWentBack(Page<T> page) {
    if (page.number() >= number) {
      throw new PagingContractException(
          String.format(
              "Page %d has no item that earlier pages did not have, and nothing tells that the list"
                  + " has ended. Either the server ignores the page number, or a whole page of items"
                  + " was added meanwhile; then start over.",
              number));
    }
    checkNothingIsMissing(page);
  }
}
